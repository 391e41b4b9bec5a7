package vn.ttdn.core.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.fakes.FakeHost;

/** How a refused day is written. */
class DueDayTest {
  @Test
  void aDayThatIsPastIsToldAsPeopleWriteIt() throws IOException {
    FakeHost host = FakeHost.standing();
    String body =
        "{\"subject\":\"V/v\",\"planYear\":2027,\"unit\":\"PTTDN\",\"addressees\":[\"NVDP\"],"
            + "\"dueOn\":\"2026-11-30\"}";
    Response response =
        host.currentPerson()
            .as(
                "chuyenvien",
                () ->
                    host.api()
                        .handle(
                            new Request(
                                "POST",
                                "/dossiers",
                                Map.of(),
                                Locale.forLanguageTag("vi"),
                                () ->
                                    new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                                Optional.empty())));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    response.body().writeTo(out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("due-day-past")
        .contains("30/11/2026")
        .doesNotContain("2026-11-30");
  }
}
