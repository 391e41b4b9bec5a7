package vn.ttdn.core.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.text.Messages;

class OrganisationFileTest {
  private static final String UNITS =
      """
      units:
        - {code: CUC, name: Cục, symbol: TTĐN, agency: true}
        - {code: PTTDN, name: Phòng, symbol: PTTĐN}
      register: {code: CV, issuer: TTĐN, firstNumbers: {2026: 79}}
      """;
  private static final String PEOPLE =
      """
      people:
        - {user: a, name: A, password: x, roles: [SPECIALIST@PTTDN]}
        - {user: b, name: B, password: x, roles: [DEPARTMENT_HEAD@PTTDN, AGENCY_LEADER@CUC]}
        - {user: c, name: C, password: x, roles: [AGENCY_CLERK@CUC]}
      """;

  @Test
  void readsTheDefault() throws Exception {
    try (InputStream in =
            OrganisationFile.class.getResourceAsStream("/vn/ttdn/core/organisation.yaml");
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      Organisation organisation = OrganisationFile.read(reader, "organisation.yaml").organisation();
      assertThat(organisation.units())
          .extracting(Unit::code)
          .containsExactly("CUC", "NVDP", "PTTDN", "TTBC", "VP");
      assertThat(organisation.agency().symbol()).isEqualTo("TTĐN");
      assertThat(organisation.issuedLetters().firstNumber(2026)).isEqualTo(1);
      assertThat(organisation.groups().keySet())
          .extracting(RoleAt::groupName)
          .contains("TTDN_CUC_AGENCY_CLERK", "TTDN_PTTDN_SPECIALIST")
          .doesNotContain("TTDN_CUC_SPECIALIST", "TTDN_PTTDN_AGENCY_CLERK");
    }
  }

  @Test
  void readsPeopleAndFirstNumbers() {
    OrganisationFile.Contents contents = read(UNITS + PEOPLE);
    assertThat(contents.people()).hasSize(3);
    assertThat(contents.people().get(1).person().holds(Role.AGENCY_LEADER, "CUC")).isTrue();
    assertThat(contents.organisation().issuedLetters().firstNumber(2026)).isEqualTo(79);
    assertThat(contents.organisation().issuedLetters().firstNumber(2027)).isEqualTo(1);
  }

  @Test
  void namesTheLineOfAUnitNamedTwice() {
    Refusal refusal =
        refusal(
            """
            units:
              - {code: CUC, name: Cục, symbol: TTĐN, agency: true}
              - {code: P, name: Phòng, symbol: P}
              - {code: P, name: Phòng khác, symbol: Q}
            register: {code: CV, issuer: TTĐN}
            """);
    assertThat(refusal.code()).isEqualTo("organisation-unit-twice");
    assertThat(refusal.text("detail", Messages.VIETNAMESE))
        .isEqualTo("org.yaml, dòng 4: đơn vị “P” đã khai ở dòng 3.");
  }

  @Test
  void namesARoleThatNobodyHolds() {
    Refusal refusal = refusal(UNITS + PEOPLE.replace("AGENCY_CLERK@CUC", "AGENCY_LEADER@CUC"));
    assertThat(refusal.code()).isEqualTo("organisation-role-unheld");
    assertThat(refusal.text("detail", Messages.ENGLISH)).contains("AGENCY_CLERK@CUC");
  }

  @Test
  void refusesWhatIsWrong() {
    assertThat(refusal("").code()).isEqualTo("organisation-missing-key");
    assertThat(refusal("units: [").code()).isEqualTo("organisation-syntax");
    assertThat(refusal("- a").code()).isEqualTo("organisation-shape");
    assertThat(refusal("unitz: []").code()).isEqualTo("organisation-key-unknown");
    assertThat(refusal("units: []\nregister: {code: CV, issuer: X}").code())
        .isEqualTo("organisation-one-agency");
    assertThat(refusal(UNITS.replace("PTTDN,", "pttđn,")).code())
        .isEqualTo("organisation-unit-code");
    assertThat(refusal(UNITS.replace("79", "0")).code()).isEqualTo("organisation-number");
    assertThat(refusal(UNITS + PEOPLE.replace("SPECIALIST@PTTDN", "SPECIALIST@CUC")).code())
        .isEqualTo("organisation-role-unknown");
    assertThat(refusal(UNITS + PEOPLE.replace("user: b", "user: a")).code())
        .isEqualTo("organisation-person-twice");
    assertThat(refusal("units: !!javax.script.ScriptEngineManager []\n").code())
        .startsWith("organisation-");
  }

  private static OrganisationFile.Contents read(String yaml) {
    return OrganisationFile.read(new StringReader(yaml), "org.yaml");
  }

  private static Refusal refusal(String yaml) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(yaml));
    assertThat(refusal).as("refusal of\n" + yaml).isNotNull();
    return refusal;
  }
}
