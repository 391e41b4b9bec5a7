package vn.ttdn.core.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.OrganisationFile;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.DossierState;

class RightsDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/rights.md");

  private final Organisation organisation = organisation();
  private final Unit unit = organisation.unit("PTTDN").orElseThrow();
  private final Unit addressed = organisation.unit("NVDP").orElseThrow();
  private final Unit other = organisation.unit("TTBC").orElseThrow();

  /** Run with {@code -Dttdn.write=true} to write the document anew. */
  @Test
  void theDocumentIsWhatCoreDecides() throws IOException {
    String generated = RightsDocument.write(organisation, unit, addressed, other);
    if (Boolean.getBoolean("ttdn.write")) {
      Files.writeString(DOCUMENT, generated);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(generated);
  }

  @Test
  void nobodyWhoDraftedDecides() {
    List<RightsDocument.Cell> deciding =
        cells().stream()
            .filter(c -> c.persona().drafts() && c.action().step().isPresent())
            .filter(c -> c.action() != Action.SUBMIT)
            .toList();
    assertThat(deciding).isNotEmpty().noneMatch(RightsDocument.Cell::allowed);
  }

  @Test
  void eachStepHasExactlyItsRoleInItsState() {
    assertThat(allowed(Action.SUBMIT))
        .containsExactlyInAnyOrder(
            "the drafter@DRAFTING",
            "the drafter, also DepartmentHead@DRAFTING",
            "the drafter, also AgencyLeader@DRAFTING",
            "the drafter, also AgencyClerk@DRAFTING");
    assertThat(allowed(Action.HEAD_ACCEPT))
        .containsExactly("DepartmentHead, same unit@DEPARTMENT_HEAD_REVIEW");
    assertThat(allowed(Action.LEADER_RETURN)).containsExactly("AgencyLeader@AGENCY_LEADER_REVIEW");
    assertThat(allowed(Action.ISSUE)).containsExactly("AgencyClerk@ISSUING");
  }

  @Test
  void addressedUnitsReadWhatIsIssuedAndNothingBefore() {
    assertThat(allowed(Action.READ_DOSSIER))
        .contains("Specialist, addressed unit@ISSUED")
        .doesNotContain("Specialist, addressed unit@ISSUING", "Specialist, other unit@ISSUED");
  }

  @Test
  void whoHoldsNoRoleMayDoNothing() {
    assertThat(cells())
        .filteredOn(c -> c.persona().name().startsWith("nobody"))
        .hasSize(Action.values().length * DossierState.values().length)
        .noneMatch(RightsDocument.Cell::allowed);
  }

  private List<String> allowed(Action action) {
    return cells().stream()
        .filter(c -> c.action() == action && c.allowed())
        .map(c -> c.persona().name() + "@" + c.state())
        .toList();
  }

  private List<RightsDocument.Cell> cells() {
    return RightsDocument.cells(organisation, unit, addressed, other);
  }

  private static Organisation organisation() {
    try (InputStreamReader reader =
        new InputStreamReader(
            RightsDocumentTest.class.getResourceAsStream("/vn/ttdn/core/organisation.yaml"),
            StandardCharsets.UTF_8)) {
      return OrganisationFile.read(reader, "organisation.yaml").organisation();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
