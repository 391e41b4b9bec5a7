package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.core.fakes.Refusals.refusal;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.fakes.FakeOrganisation;
import vn.ttdn.core.org.Organisation;

/** What somebody types when he opens a dossier. */
class NewDossierTest {
  private final Organisation organisation = FakeOrganisation.standard();

  @Test
  void anAddresseeIsAUnitByCodeOrNameOrAnotherBody() {
    assertThat(addressees("NVDP", "van phong", "Bộ Ngoại giao <vanthu@mofa.example>", "BO"))
        .containsExactly(
            Addressee.ofUnit("NVDP", "Phòng Nghiệp vụ - Điều phối"),
            Addressee.ofUnit("VP", "Văn phòng"),
            Addressee.outside("Bộ Ngoại giao", Optional.of("vanthu@mofa.example")),
            Addressee.outside("Bộ Thông tin và Truyền thông", Optional.empty()));
  }

  @Test
  void nobodyIsAddressedTwiceHoweverHeIsWritten() {
    assertThat(addressees("NVDP", "Phòng Nghiệp vụ - Điều phối", "NVDP", " NVDP "))
        .containsExactly(Addressee.ofUnit("NVDP", "Phòng Nghiệp vụ - Điều phối"));
    assertThat(addressees("Bộ Ngoại giao", "Bộ Ngoại giao <a@mofa.example>", "bộ ngoại giao"))
        .as("one name is one body, with its address where one was given")
        .containsExactly(Addressee.outside("Bộ Ngoại giao", Optional.of("a@mofa.example")));
  }

  @Test
  void emptyLinesAreNobody() {
    assertThat(addressees("", " \u00a0", "NVDP")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bộ Ngoại giao <mofa>",
        "Bộ Ngoại giao <a@b>",
        "<a@mofa.example>",
        "Bộ Ngoại giao <a@mofa.example, b@mofa.example>",
        "Bộ Ngoại giao <>",
      })
  void anAddressThatIsNoneIsRefused(String line) {
    assertRefused(() -> addressees(line), "addressee-address-invalid", "addressees");
  }

  @Test
  void whatIsTooLongOrNoLineIsRefused() {
    assertRefused(() -> addressees("x".repeat(201)), "addressee-invalid", "addressees");
    assertRefused(() -> addressees("a\u0007b"), "addressee-invalid", "addressees");
    assertRefused(
        () -> checked("V/v", 2027, "PTTDN", Collections.nCopies(201, "NVDP"), Handling.USUAL),
        "addressees-too-many",
        "addressees");
    assertRefused(() -> subject(" "), "subject-missing", "subject");
    assertRefused(() -> subject("x".repeat(501)), "subject-too-long", "subject");
    assertRefused(() -> subject("a\tb"), "control-character", "subject");
    assertThat(subject("x".repeat(500)).subject()).hasSize(500);
  }

  @Test
  void aDirectionIsAsLongAsAComment() {
    assertThat(directed("x".repeat(4000)).handling().direction()).hasSize(4000);
    assertThat(directed(" Khẩn\u00a0").handling().direction()).isEqualTo("Khẩn");
    assertRefused(() -> directed("x".repeat(4001)), "comment-too-long", "direction");
  }

  @Test
  void yearAndUnitAreKnown() {
    for (int year : List.of(1999, 2101, 0, -1)) {
      assertRefused(
          () -> checked("V/v", year, "PTTDN", List.of(), Handling.USUAL),
          "plan-year-invalid",
          "planYear");
    }
    for (String unit : List.of("XX", "", "CUC", "BO")) {
      assertRefused(
          () -> checked("V/v", 2027, unit, List.of(), Handling.USUAL), "unit-unknown", "unit");
    }
  }

  private static void assertRefused(Runnable work, String code, String field) {
    Refusal refusal = refusal(work::run);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.field()).contains(field);
  }

  private List<Addressee> addressees(String... lines) {
    return checked("V/v", 2027, "PTTDN", List.of(lines), Handling.USUAL).addressees();
  }

  private NewDossier subject(String subject) {
    return checked(subject, 2027, "PTTDN", List.of(), Handling.USUAL);
  }

  private NewDossier directed(String direction) {
    return checked(
        "V/v",
        2027,
        "PTTDN",
        List.of(),
        new Handling(Urgency.NORMAL, direction, Optional.empty(), Optional.empty()));
  }

  private NewDossier checked(
      String subject, int year, String unit, List<String> addressees, Handling handling) {
    return NewDossier.checked(subject, year, unit, addressees, handling, organisation);
  }
}
