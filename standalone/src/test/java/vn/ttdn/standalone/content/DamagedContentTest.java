package vn.ttdn.standalone.content;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.standalone.testing.People.well;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ttdn.standalone.StandaloneApplication;
import vn.ttdn.standalone.testing.Answer;
import vn.ttdn.standalone.testing.OwnData;
import vn.ttdn.standalone.testing.People;
import vn.ttdn.standalone.testing.Tables;

/** A stored letter that is no longer what was approved is neither issued nor handed out. */
@SpringBootTest(classes = StandaloneApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class DamagedContentTest {
  private static Path data;

  @LocalServerPort private int port;
  @Autowired private DataSource dataSource;

  @DynamicPropertySource
  static void ownData(DynamicPropertyRegistry registry) {
    data = OwnData.give(registry);
  }

  @Test
  void itIsSaidAndNothingIsIssuedUntilItIsRestored() throws Exception {
    People people = new People(port);
    Tables tables = new Tables(dataSource);
    String id = people.readyToIssue();
    JsonNode letter = signed(well(people.as("vanthu").read("/dossiers/" + id)));
    String version =
        "/dossiers/%s/documents/%s/versions/%s/content"
            .formatted(id, letter.path("id").asText(), letter.path("version").asText());
    Path stored = stored(letter.path("sha256").asText());
    byte[] good = Files.readAllBytes(stored);
    Map<String, List<String>> before = tables.rows();

    byte[] bad = good.clone();
    bad[bad.length / 2] ^= 1;
    overwrite(stored, bad);
    requireDamageSaid(people.decide("vanthu", id, "issued"));
    requireDamageSaid(people.as("vanthu").read(version));
    assertThat(tables.rows()).as("no number, no record, no decision").isEqualTo(before);

    overwrite(stored, good);
    JsonNode record = well(people.decide("vanthu", id, "issued")).path("records").path(0);
    String content = "/records/" + record.path("id").asText() + "/content";
    assertThat(people.as("vanthu").read(content).body()).isEqualTo(good);

    overwrite(stored, bad);
    requireDamageSaid(people.as("vanthu").read(content));
    Files.delete(stored);
    requireDamageSaid(people.as("vanthu").read(content));
  }

  /** What is issued is the signed letter. */
  private static JsonNode signed(JsonNode dossier) {
    for (JsonNode document : dossier.path("documents")) {
      if (document.path("signed").asBoolean()) {
        return document;
      }
    }
    throw new AssertionError("no signed letter in " + dossier);
  }

  private static void requireDamageSaid(Answer answer) {
    assertThat(answer.problem()).as(answer.text()).isEqualTo("content-damaged");
    assertThat(answer.status()).isEqualTo(409);
    for (String part : List.of("title", "detail", "remedy")) {
      assertThat(answer.json().path(part).asText()).as(part).isNotBlank();
    }
  }

  private static Path stored(String sha256) {
    return data.resolve("content").resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private static void overwrite(Path stored, byte[] content) throws IOException {
    stored.toFile().setWritable(true);
    Files.write(stored, content);
  }
}
