package vn.ttdn.core.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.fakes.FakeOrganisation;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Unit;

class RightsDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/rights.md");

  private final Organisation organisation = FakeOrganisation.standard();
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
            .filter(c -> c.persona().drafts() && c.action().state().isPresent())
            .filter(c -> c.action() != Action.SUBMIT)
            .toList();
    assertThat(deciding).isNotEmpty().noneMatch(RightsDocument.Cell::allowed);
  }

  @Test
  void eachStepHasExactlyItsRoleInItsState() {
    assertThat(allowed(Action.SUBMIT))
        .containsExactlyInAnyOrder(
            "the drafter@1/DRAFTING",
            "the drafter@2/DRAFTING",
            "the drafter@3/DRAFTING",
            "the drafter, also DepartmentHead@1/DRAFTING",
            "the drafter, also DepartmentHead@2/DRAFTING",
            "the drafter, also DepartmentHead@3/DRAFTING",
            "the drafter, also AgencyLeader@1/DRAFTING",
            "the drafter, also AgencyLeader@2/DRAFTING",
            "the drafter, also AgencyLeader@3/DRAFTING",
            "the drafter, also AgencyClerk@1/DRAFTING",
            "the drafter, also AgencyClerk@2/DRAFTING",
            "the drafter, also AgencyClerk@3/DRAFTING");
    assertThat(allowed(Action.HEAD_ACCEPT))
        .containsExactly(
            "DepartmentHead, same unit@1/DEPARTMENT_HEAD_REVIEW",
            "DepartmentHead, same unit@2/DEPARTMENT_HEAD_REVIEW",
            "DepartmentHead, same unit@3/DEPARTMENT_HEAD_REVIEW");
    assertThat(allowed(Action.LEADER_RETURN))
        .containsExactly(
            "AgencyLeader@1/AGENCY_LEADER_REVIEW",
            "AgencyLeader@2/AGENCY_LEADER_REVIEW",
            "AgencyLeader@3/AGENCY_LEADER_REVIEW");
    assertThat(allowed(Action.ISSUE))
        .containsExactly("AgencyClerk@1/ISSUING", "AgencyClerk@2/ISSUING", "AgencyClerk@3/ISSUING");
    assertThat(allowed(Action.MINISTRY_REFUSE))
        .containsExactly("MinistryLeader@3/MINISTRY_DECISION");
    assertThat(allowed(Action.MINISTRY_ISSUE)).containsExactly("MinistryClerk@3/MINISTRY_ISSUING");
  }

  @Test
  void addressedUnitsReadNothingOfTheDossierItself() {
    assertThat(allowed(Action.READ_DOSSIER))
        .filteredOn(cell -> cell.contains("addressed unit") || cell.contains("other unit"))
        .isEmpty();
  }

  @Test
  void theMinistryReadsFromTheDispatchOn() {
    assertThat(allowed(Action.READ_DOSSIER))
        .filteredOn(cell -> cell.startsWith("MinistryLeader"))
        .containsExactly(
            "MinistryLeader@3/MINISTRY_DECISION",
            "MinistryLeader@3/MINISTRY_ISSUING",
            "MinistryLeader@3/ISSUED");
  }

  @Test
  void cancellingPassesFromTheSpecialistToTheLeaderAfterRoundOne() {
    assertThat(allowed(Action.CANCEL))
        .filteredOn(cell -> cell.contains("@1/"))
        .isNotEmpty()
        .allMatch(cell -> cell.startsWith("the drafter"));
    assertThat(allowed(Action.CANCEL))
        .filteredOn(cell -> !cell.contains("@1/"))
        .isNotEmpty()
        .allMatch(cell -> cell.contains("AgencyLeader"));
  }

  @Test
  void whoHoldsNoRoleMayDoNothing() {
    assertThat(cells())
        .filteredOn(c -> c.persona().name().startsWith("nobody"))
        .hasSize(Action.values().length * RightsDocument.places().size())
        .noneMatch(RightsDocument.Cell::allowed);
  }

  private List<String> allowed(Action action) {
    return cells().stream()
        .filter(c -> c.action() == action && c.allowed())
        .map(c -> c.persona().name() + "@" + c.place().round() + "/" + c.place().state())
        .toList();
  }

  private List<RightsDocument.Cell> cells() {
    return RightsDocument.cells(organisation, unit, addressed, other);
  }
}
