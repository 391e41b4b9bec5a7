package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.LetterCase;
import vn.ttdn.core.plan.LetterPurpose;
import vn.ttdn.core.port.Ledger.DossierQuery;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.ledger.testing.TestDatabase;

/** All words must occur, with or without diacritics; what is a wildcard in SQL is a character. */
abstract class SearchContract extends LedgerContract {
  private static final Person LEADER =
      new Person("l", "", "", Optional.empty(), Set.of(new RoleAt(Role.AGENCY_LEADER, "CUC")));

  SearchContract(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @BeforeEach
  void threeLetters() {
    write(
        () -> {
          letter("Đề xuất nội dung Kế hoạch thông tin đối ngoại", "PTTDN", 5);
          letter("Tăng 100% kinh_phí! cho \\ cửa khẩu", "NVDP", 78);
          letter("Tăng 1000 lượt, kinh phí cho cửa khẩu", "NVDP", 79);
        });
  }

  @Test
  void dossiersAreFoundWithAndWithoutDiacritics() {
    for (String text :
        List.of(
            "kế hoạch",
            "ke hoach",
            "KẾ HOẠCH",
            "  hoạch   kế ",
            "đối ngoại đề",
            "doi ngoai de",
            // The same letters, each decomposed.
            java.text.Normalizer.normalize("đề xuất", java.text.Normalizer.Form.NFD))) {
      assertThat(titles(text))
          .as(text)
          .containsExactly("Đề xuất nội dung Kế hoạch thông tin đối ngoại");
    }
  }

  @Test
  void allWordsMustOccurInTitleNumberUnitOrYear() {
    assertThat(titles("kế hoạch cửa khẩu")).isEmpty();
    assertThat(titles("cua khau")).hasSize(2);
    assertThat(titles("cua khau 79/ttđn")).containsExactly("Tăng 1000 lượt, kinh phí cho cửa khẩu");
    assertThat(titles("nvdp")).hasSize(2);
    assertThat(titles("pttdn de")).hasSize(1);
    assertThat(titles("cửa khẩu 2027")).hasSize(2);
    assertThat(titles("2026")).isEmpty();
    assertThat(titles("")).hasSize(3);
    assertThat(titles("   ")).hasSize(3);
  }

  @Test
  void wildcardsAreCharacters() {
    String marked = "Tăng 100% kinh_phí! cho \\ cửa khẩu";
    for (String text : List.of("100%", "kinh_phi", "phi!", "\\", "%", "_", "!", "0% kinh_")) {
      assertThat(titles(text)).as(text).containsExactly(marked);
      assertThat(numbers(text)).as(text).containsExactly(78L);
    }
    assertThat(titles("1%0")).isEmpty();
    assertThat(titles("t_ng")).isEmpty();
    assertThat(titles("'")).isEmpty();
    assertThat(titles("ki\0nh")).isEmpty();
    assertThat(titles("😀")).isEmpty();
  }

  @Test
  void registerEntriesAreFoundByNumberSubjectAndSigner() {
    assertThat(numbers("quoc anh cua khau")).containsExactly(78L, 79L);
    assertThat(numbers("Quốc Anh 5/TTĐN")).containsExactly(5L);
    assertThat(numbers("quoc anh nobody")).isEmpty();
    assertThat(numbers("")).containsExactly(5L, 78L, 79L);
  }

  @Test
  void aRegisterIsPagedAndHoldsItsOwnYearOnly() {
    write(() -> letter(new RegisterKey("CUC", "CV", 2027), "Năm sau", "VP", 1));
    assertThat(page("", 0, 2)).containsExactly(5L, 78L);
    assertThat(page("", 2, 2)).containsExactly(79L);
    assertThat(page("", 4, 2)).isEmpty();
    for (int offset : List.of(0, 2, 3, 9)) {
      assertThat(inTransaction(() -> ledger().register(Facts.SERIES, "", offset, 2)).total())
          .isEqualTo(3);
    }
  }

  @Test
  void aDossierIsFoundByWhatItIsCalledNowAndByEveryNumber() {
    Dossier dossier = Facts.dossier();
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(Facts.entry(Facts.SERIES, 901, dossier.id()));
          ledger().insert(Facts.entry(Facts.SERIES, 902, dossier.id()));
          ledger().update(dossier.withContents("Tên mới", 2027, dossier.addressees(), Facts.NOON));
        });
    assertThat(titles("901/ttđn tên mới")).containsExactly("Tên mới");
    assertThat(titles("902/ttđn tên mới")).containsExactly("Tên mới");
    assertThat(titles("901/ttđn đề xuất")).isEmpty();
  }

  @Test
  void aLettersNumberFindsItAndNotItsPlan() {
    Dossier plan = Facts.dossier();
    Dossier reminder =
        Facts.letter(new LetterCase(plan.id(), 1, LetterPurpose.REMINDER, Optional.empty()));
    write(
        () -> {
          ledger().insert(plan);
          ledger().insert(reminder);
          ledger().insert(Facts.entry(Facts.SERIES, 903, reminder.id()));
        });
    assertThat(titles("903/ttdn")).containsExactly(reminder.title());
  }

  private void letter(String title, String unit, long number) {
    letter(Facts.SERIES, title, unit, number);
  }

  private void letter(RegisterKey key, String title, String unit, long number) {
    Dossier dossier =
        Facts.dossier(title, unit, "a", Facts.ADDRESSEES, DossierState.ISSUED, Facts.NOON);
    ledger().insert(dossier);
    RegisterEntry e = Facts.entry(key, number, dossier.id());
    ledger()
        .insert(
            new RegisterEntry(
                key,
                number,
                e.symbol(),
                e.kind(),
                title,
                e.issuedOn(),
                e.signerName(),
                e.signerPosition(),
                e.addressees(),
                unit,
                e.dossierId(),
                e.recordId(),
                e.relation(),
                e.issuedBy(),
                e.issuedAt()));
  }

  private List<String> titles(String text) {
    return inTransaction(
            () -> ledger().dossiers(new DossierQuery(LEADER, text, Optional.empty(), 0, 100)))
        .items()
        .stream()
        .map(Dossier::title)
        .toList();
  }

  private List<Long> numbers(String text) {
    return inTransaction(() -> ledger().register(Facts.SERIES, text, 0, 100)).items().stream()
        .map(RegisterEntry::number)
        .toList();
  }

  private List<Long> page(String text, int offset, int limit) {
    return inTransaction(() -> ledger().register(Facts.SERIES, text, offset, limit))
        .items()
        .stream()
        .map(RegisterEntry::number)
        .toList();
  }
}
