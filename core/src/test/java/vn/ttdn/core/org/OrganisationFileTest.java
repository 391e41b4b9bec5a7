package vn.ttdn.core.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Messages;

class OrganisationFileTest {
  private static final String UNITS =
      """
      units:
        - {code: CUC, name: Cục, symbol: TTĐN, agency: true}
        - {code: PTTDN, name: Phòng, symbol: PTTĐN}
      register: {code: CV, issuer: TTĐN, firstNumbers: {2026: 79}}
      """;
  private static final String WHOLE =
      """
      units:
        - {code: CUC, name: Cục, symbol: TTĐN, head: CỤC TRƯỞNG, agency: true}
        - {code: P, name: Phòng, symbol: P}
        - {code: BTT, name: Bộ, symbol: BTTTT, head: BỘ TRƯỞNG, ministry: true}
      registers:
        - {code: CV, issuer: TTĐN, kinds: [OFFICIAL_LETTER, COMMENT_LETTER, REMINDER_LETTER]}
        - {code: PTR, issuer: TTĐN, kinds: [SUBMISSION_SLIP]}
        - {code: QD, issuer: BTTTT, kinds: [DECISION], keptElsewhere: true}
      deadlines: {draft: 3, answers: 14}
      signedFile: optional
      """;
  private static final String PEOPLE =
      """
      people:
        - {user: a, name: A, password: x, roles: [SPECIALIST@PTTDN]}
        - {user: b, name: B, password: x, roles: [DEPARTMENT_HEAD@PTTDN, AGENCY_LEADER@CUC]}
        - {user: c, name: C, password: x, roles: [AGENCY_CLERK@CUC]}
        - {user: d, name: D, password: x, roles: [MINISTRY_LEADER@BO, MINISTRY_CLERK@BO]}
      """;

  @Test
  void readsTheDefault() throws Exception {
    try (InputStream in =
            OrganisationFile.class.getResourceAsStream("/vn/ttdn/core/organisation.yaml");
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      Organisation organisation = OrganisationFile.read(reader, "organisation.yaml").organisation();
      assertThat(organisation.units())
          .extracting(Unit::code)
          .containsExactly("CUC", "NVDP", "PTTDN", "TTBC", "VP", "BO");
      assertThat(organisation.agency().symbol()).isEqualTo("TTĐN");
      assertThat(organisation.registerOf(DocumentKind.OFFICIAL_LETTER).firstNumber(2026))
          .isEqualTo(1);
      assertThat(organisation.groups().keySet())
          .extracting(RoleAt::groupName)
          .contains("TTDN_CUC_AGENCY_CLERK", "TTDN_PTTDN_SPECIALIST")
          .doesNotContain("TTDN_CUC_SPECIALIST", "TTDN_PTTDN_AGENCY_CLERK");
    }
  }

  @Test
  void readsPeopleAndFirstNumbers() {
    OrganisationFile.Contents contents = read(UNITS + PEOPLE);
    assertThat(contents.people()).hasSize(4);
    assertThat(contents.people().get(1).person().holds(Role.AGENCY_LEADER, "CUC")).isTrue();
    assertThat(contents.organisation().register("CV").orElseThrow().firstNumber(2026))
        .isEqualTo(79);
    assertThat(contents.organisation().register("CV").orElseThrow().firstNumber(2027)).isEqualTo(1);
  }

  @Test
  void readsMinistryRegistersDaysAndTheSignedFile() {
    Organisation organisation = read(WHOLE).organisation();
    assertThat(organisation.ministry().code()).isEqualTo("BTT");
    assertThat(organisation.ministry().head()).contains("BỘ TRƯỞNG");
    assertThat(organisation.registerOf(DocumentKind.SUBMISSION_SLIP).code()).isEqualTo("PTR");
    RegisterConfig decisions = organisation.registerOf(DocumentKind.DECISION);
    assertThat(decisions.keptElsewhere()).isTrue();
    assertThat(organisation.bodyOf(decisions)).isEqualTo(organisation.ministry());
    assertThat(organisation.bodyOf(organisation.register("CV").orElseThrow()))
        .isEqualTo(organisation.agency());
    assertThat(organisation.deadlines()).isEqualTo(new Deadlines(3, 2, 1, 10, 14));
    assertThat(organisation.signedFileRequired()).isFalse();
    assertThat(organisation.groups().keySet())
        .extracting(RoleAt::groupName)
        .contains("TTDN_BTT_MINISTRY_LEADER", "TTDN_BTT_MINISTRY_CLERK");
  }

  @Test
  void aFileFromBeforeTheMinistryIsStillRead() {
    Organisation organisation = read(UNITS).organisation();
    assertThat(organisation.ministry().code()).isEqualTo("BO");
    assertThat(organisation.deadlines()).isEqualTo(Deadlines.USUAL);
    assertThat(organisation.signedFileRequired()).isTrue();
    for (DocumentKind kind :
        List.of(
            DocumentKind.OFFICIAL_LETTER,
            DocumentKind.COMMENT_LETTER,
            DocumentKind.REMINDER_LETTER,
            DocumentKind.SUBMISSION_SLIP)) {
      assertThat(organisation.registerOf(kind).code()).isEqualTo("CV");
    }
    assertThat(organisation.registerOf(DocumentKind.DECISION).keptElsewhere()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ministry: true}|ministry: true, agency: true}|organisation-one-agency|2",
        "symbol: P}|symbol: P, ministry: true}|organisation-one-ministry|2",
        "kinds: [SUBMISSION_SLIP]|kinds: [DECISION, SUBMISSION_SLIP]|organisation-register-kind|6",
        "kinds: [SUBMISSION_SLIP]|kinds: [PLAN]|organisation-kind-unknown|7",
        "kinds: [SUBMISSION_SLIP]|kinds: [LETTER]|organisation-kind-unknown|7",
        "code: PTR|code: CV|organisation-register-twice|6",
        "code: PTR|code: DEN|organisation-register-twice|6",
        "draft: 3|draft: 0|organisation-number|9",
        "draft: 3|draft: 367|organisation-number|9",
        "draft: 3|drafts: 3|organisation-key-unknown|9",
        "signedFile: optional|signedFile: maybe|organisation-shape|10",
      })
  void whatIsWrongIsNamedWithItsLine(String right, String wrong, String code, int line) {
    assertThat(WHOLE).contains(right);
    Refusal refusal = refusal(WHOLE.replace(right, wrong));
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.text("detail", Messages.VIETNAMESE))
        .startsWith("org.yaml, dòng " + line + ":");
  }

  @Test
  void aRoleOfTheMinistryThatNobodyHoldsIsNamed() {
    Refusal refusal = refusal(UNITS + PEOPLE.replace("MINISTRY_LEADER@BO, ", ""));
    assertThat(refusal.code()).isEqualTo("organisation-role-unheld");
    assertThat(refusal.text("detail", Messages.ENGLISH)).contains("MINISTRY_LEADER@BO");
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
