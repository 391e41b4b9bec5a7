package vn.ttdn.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.LetterPurpose;

/** What the register says of documents that mend and were mended. */
class RegisterNotesTest {
  private final FakeHost host = FakeHost.standing();

  @ParameterizedTest
  @CsvSource({
    "CORRECTION, vi, Đính chính 01/TTĐN-PTTĐN, Được đính chính bởi 02/TTĐN-PTTĐN",
    "REPLACEMENT, vi, Thay thế 01/TTĐN-PTTĐN, Được thay thế bởi 02/TTĐN-PTTĐN",
    "RECALL, vi, Thu hồi 01/TTĐN-PTTĐN, Bị thu hồi bởi 02/TTĐN-PTTĐN",
    "REPLACEMENT, en, Replaces 01/TTĐN-PTTĐN, Replaced by 02/TTĐN-PTTĐN",
  })
  void bothEntriesTellOfTheOther(
      LetterPurpose purpose, String language, String mends, String mended) {
    Dossier plan = host.issuedRoundOne();
    RegisterEntry first = host.read(() -> host.ledger().registerEntries(plan.id())).get(0);
    Dossier letter =
        host.as(
            "chuyenvien",
            () ->
                host.letters()
                    .mend(host.dossiers().record(first.recordId()), purpose, "V/v", "Sai ngày"));
    host.passRound(letter.id());
    RegisterEntry second = host.read(() -> host.ledger().registerEntries(letter.id())).get(0);
    RegisterNotes notes = new RegisterNotes(host.ledger(), Locale.forLanguageTag(language));
    assertThat(host.read(() -> notes.of(List.of(first, second))))
        .isEqualTo(Map.of(first.recordId(), mended, second.recordId(), mends));
  }
}
