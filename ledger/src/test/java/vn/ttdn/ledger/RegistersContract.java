package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.LetterPurpose;
import vn.ttdn.core.register.Dispatch;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterEntry.Relation;
import vn.ttdn.core.register.RegisterKey;
import vn.ttdn.ledger.testing.TestDatabase;

/** What went out and what came in, with what was sent of it and what mends it. */
abstract class RegistersContract extends LedgerContract {
  RegistersContract(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @Test
  void registerAndRecordsComeBackAsTheyWereWritten() {
    Dossier dossier = Facts.dossier();
    RegisterEntry entry = Facts.entry(Facts.SERIES, 9_999_999_999L, dossier.id());
    IssuedRecord record = Facts.record(dossier.id());
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(entry);
          ledger().insert(record);
        });
    write(
        () -> {
          assertThat(ledger().registerEntryOf(entry.recordId())).contains(entry);
          assertThat(ledger().registerEntryOf(record.recordId())).isEmpty();
          assertThat(ledger().registerEntry(Facts.SERIES, 9_999_999_999L)).contains(entry);
          assertThat(ledger().registerEntry(Facts.SERIES, 1)).isEmpty();
          assertThat(ledger().registerEntry(Facts.INCOMING, 9_999_999_999L)).isEmpty();
          assertThat(ledger().registerEntries(dossier.id())).containsExactly(entry);
          assertThat(ledger().register(Facts.SERIES, "", 0, 10).items()).containsExactly(entry);
          assertThat(ledger().record(record.recordId())).contains(record);
          assertThat(ledger().records(dossier.id())).containsExactly(record);
        });
  }

  @Test
  void aNumberIsGivenOnceInARegister() {
    Dossier dossier = Facts.dossier();
    RegisterEntry entry = Facts.entry(Facts.SERIES, 1, dossier.id());
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(entry);
        });
    assertThatThrownBy(() -> write(() -> ledger().insert(entry.withRecord("another"))))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void aRecordIsRegisteredOnce() {
    Dossier dossier = Facts.dossier();
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(Facts.entry(Facts.SERIES, 1, dossier.id()).withRecord("same"));
        });
    assertThatThrownBy(
            () ->
                write(
                    () ->
                        ledger()
                            .insert(Facts.entry(Facts.SERIES, 2, dossier.id()).withRecord("same"))))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void theYearsOfARegisterAreListedNewestFirst() {
    Dossier dossier = Facts.dossier();
    write(
        () -> {
          ledger().insert(dossier);
          for (int year : List.of(2026, 2028, 2027)) {
            RegisterKey key = new RegisterKey("CUC", "CV", year);
            ledger().insert(Facts.entry(key, 1, dossier.id()));
            ledger().insert(Facts.entry(key, 2, dossier.id()));
          }
        });
    assertThat(inTransaction(() -> ledger().registerYears("CUC", "CV")))
        .containsExactly(2028, 2027, 2026);
    assertThat(inTransaction(() -> ledger().registerYears("CUC", "QD"))).isEmpty();
  }

  /** A clock that stands still, and registers whose numbers tell nothing of each other. */
  @Test
  void whatADossierGotComesBackInTheOrderInWhichItGotIt() {
    Dossier dossier = Facts.dossier();
    Dossier other = Facts.dossier();
    List<RegisterEntry> entries =
        List.of(
            Facts.entry(new RegisterKey("CUC", "PTR", 2026), 7, dossier.id()),
            Facts.entry(new RegisterKey("CUC", "CV", 2026), 9, dossier.id()),
            Facts.entry(new RegisterKey("CUC", "CV", 2026), 8, dossier.id()),
            Facts.entry(new RegisterKey("BO", "QD", 2026), 1495, dossier.id()));
    List<IssuedRecord> records =
        List.of(
            Facts.record("z", dossier.id(), Optional.empty()),
            Facts.record("b", dossier.id(), Optional.of("z")),
            Facts.record("a", dossier.id(), Optional.of("z")));
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(other);
          entries.forEach(ledger()::insert);
          records.forEach(ledger()::insert);
          ledger().insert(Facts.entry(new RegisterKey("CUC", "CV", 2026), 10, other.id()));
          ledger().insert(Facts.record(other.id()));
        });
    assertThat(inTransaction(() -> ledger().registerEntries(dossier.id())))
        .containsExactlyElementsOf(entries);
    assertThat(inTransaction(() -> ledger().records(dossier.id())))
        .containsExactlyElementsOf(records);
    assertThat(inTransaction(() -> ledger().record("b"))).contains(records.get(1));
  }

  @Test
  void whatWasGivenEarlierComesEarlierWhateverWasWrittenFirst() {
    Dossier dossier = Facts.dossier();
    RegisterEntry late = issuedAt(Facts.entry(Facts.SERIES, 1, dossier.id()), 2);
    RegisterEntry early = issuedAt(Facts.entry(Facts.SERIES, 2, dossier.id()), 1);
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(late);
          ledger().insert(early);
        });
    assertThat(inTransaction(() -> ledger().registerEntries(dossier.id())))
        .containsExactly(early, late);
  }

  @Test
  void whatMendsARecordIsFoundFromIt() {
    Dossier dossier = Facts.dossier();
    IssuedRecord mended = Facts.record(dossier.id());
    IssuedRecord other = Facts.record("other", dossier.id(), Optional.empty());
    RegisterEntry plain = Facts.entry(Facts.SERIES, 1, dossier.id());
    RegisterEntry recalls = mending(2, LetterPurpose.RECALL, mended, 9);
    RegisterEntry corrects = mending(3, LetterPurpose.CORRECTION, mended, 5);
    RegisterEntry replaces = mending(4, LetterPurpose.REPLACEMENT, other, 1);
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(mended);
          ledger().insert(other);
          List.of(plain, recalls, corrects, replaces).forEach(ledger()::insert);
        });
    assertThat(inTransaction(() -> ledger().relatedTo(mended.recordId())))
        .containsExactly(corrects, recalls);
    assertThat(inTransaction(() -> ledger().relatedTo("other"))).containsExactly(replaces);
    assertThat(inTransaction(() -> ledger().relatedTo(plain.recordId()))).isEmpty();
    assertThat(inTransaction(() -> ledger().registerEntryOf(recalls.recordId()))).contains(recalls);
    assertThatThrownBy(
            () ->
                write(
                    () ->
                        ledger()
                            .insert(
                                mending(
                                    5,
                                    LetterPurpose.RECALL,
                                    Facts.record("no-such", dossier.id(), Optional.empty()),
                                    1))))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void whatWasSentTellsWhenItsMailLeft() {
    Dossier dossier = Facts.dossier();
    IssuedRecord record = Facts.record(dossier.id());
    OutgoingMail sent = Facts.mail(dossier.id());
    OutgoingMail waiting = Facts.mail(dossier.id());
    Dispatch first = Facts.dispatch(record.recordId(), 1, Optional.of(sent.id()));
    Dispatch second = Facts.dispatch(record.recordId(), 2, Optional.empty());
    Dispatch third = Facts.dispatch(record.recordId(), 3, Optional.of(waiting.id()));
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(record);
          ledger().enqueue(List.of(sent, waiting), Facts.NOON);
          List.of(third, first, second).forEach(ledger()::insert);
          ledger().mailFailed(waiting.id(), "550", Facts.NOON.plusSeconds(60));
        });
    assertThat(inTransaction(() -> ledger().dispatches(record.recordId())))
        .containsExactly(first, second, third);
    Instant left = Facts.NOON.plusSeconds(7);
    write(() -> ledger().mailSent(sent.id(), left));
    List<Dispatch> dispatches = inTransaction(() -> ledger().dispatches(record.recordId()));
    assertThat(dispatches)
        .extracting(Dispatch::mailSentAt)
        .containsExactly(Optional.of(left), Optional.empty(), Optional.empty());
    assertThat(dispatches.get(0).mailId()).contains(sent.id());
  }

  @Test
  void whatCannotHaveBeenSentIsRefused() {
    Dossier dossier = Facts.dossier();
    IssuedRecord record = Facts.record(dossier.id());
    OutgoingMail mail = Facts.mail(dossier.id());
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(record);
          ledger().enqueue(List.of(mail), Facts.NOON);
          ledger().insert(Facts.dispatch(record.recordId(), 1, Optional.of(mail.id())));
        });
    Dispatch twin = Facts.dispatch(record.recordId(), 1, Optional.empty());
    assertThatThrownBy(() -> write(() -> ledger().insert(twin)))
        .isInstanceOf(DuplicateKeyException.class);
    for (Dispatch wrong :
        List.of(
            Facts.dispatch(record.recordId(), 2, Optional.of("no-such")),
            Facts.dispatch("no-such", 1, Optional.empty()),
            Facts.dispatch(record.recordId(), 0, Optional.empty()))) {
      assertThatThrownBy(() -> write(() -> ledger().insert(wrong)))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
    for (String change : List.of("method='PAPER'", "mail_id=null")) {
      assertThatThrownBy(() -> jdbc().update("update ttdn_dispatch set " + change))
          .as(change)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void whatCameInComesBackInTheOrderOfItsNumbers() {
    Answer answer = asked(Addressee.outside("Bộ Ngoại giao", Optional.empty()));
    Answer other = asked(Addressee.outside("Hội Nhà báo", Optional.empty()));
    IncomingEntry second = Facts.incoming(Facts.INCOMING, 2, answer);
    IncomingEntry first = Facts.incoming(Facts.INCOMING, 1, other);
    IncomingEntry third = Facts.incoming(Facts.INCOMING, 3, answer);
    RegisterKey nextYear = new RegisterKey("CUC", "DEN", 2027);
    IncomingEntry next = Facts.incoming(nextYear, 4, answer);
    write(() -> List.of(next, third, second, first).forEach(ledger()::insert));
    write(
        () -> {
          assertThat(ledger().incoming(Facts.INCOMING, "", 0, 10).items())
              .containsExactly(first, second, third);
          assertThat(ledger().incoming(Facts.INCOMING, "", 1, 1).items()).containsExactly(second);
          assertThat(ledger().incoming(Facts.INCOMING, "", 1, 1).total()).isEqualTo(3);
          assertThat(ledger().incoming(nextYear, "", 0, 10).items()).containsExactly(next);
          assertThat(ledger().incomingOf(answer.id())).containsExactly(second, third, next);
          assertThat(ledger().incomingOf(other.id())).containsExactly(first);
          assertThat(ledger().incomingYears("CUC")).containsExactly(2027, 2026);
          assertThat(ledger().incomingYears("BO")).isEmpty();
        });
  }

  @Test
  void whatCameInIsFoundBySymbolSubjectAndSender() {
    Answer answer = asked(Addressee.outside("Bộ Ngoại giao", Optional.empty()));
    Answer other = asked(Addressee.outside("Hội Nhà báo", Optional.empty()));
    write(
        () -> {
          ledger().insert(Facts.incoming(Facts.INCOMING, 1, answer));
          ledger().insert(Facts.incoming(Facts.INCOMING, 2, other));
        });
    assertThat(arrivals("ngoai giao")).containsExactly(1L);
    assertThat(arrivals("NHÀ báo")).containsExactly(2L);
    assertThat(arrivals("15/bng gop y")).containsExactly(1L, 2L);
    assertThat(arrivals("15_bng")).isEmpty();
    assertThat(arrivals("")).containsExactly(1L, 2L);
  }

  @Test
  void whatCannotHaveComeInIsRefused() {
    Answer answer = asked(Addressee.outside("Bộ Ngoại giao", Optional.empty()));
    IncomingEntry entry = Facts.incoming(Facts.INCOMING, 1, answer);
    write(() -> ledger().insert(entry));
    for (IncomingEntry twin :
        List.of(
            entry.withRecord("another"),
            Facts.incoming(Facts.INCOMING, 2, answer).withRecord(entry.recordId()))) {
      assertThatThrownBy(() -> write(() -> ledger().insert(twin)))
          .isInstanceOf(DuplicateKeyException.class);
    }
    Answer unknown = Facts.answer(answer.dossierId(), 1, answer.asked());
    for (IncomingEntry wrong :
        List.of(
            Facts.incoming(Facts.INCOMING, 0, answer),
            Facts.incoming(Facts.INCOMING, 2, unknown))) {
      assertThatThrownBy(() -> write(() -> ledger().insert(wrong)))
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  /** An answer that is asked for with a record of a dossier of its own. */
  private Answer asked(Addressee who) {
    Dossier dossier = Facts.dossier();
    Answer answer = Facts.answer(dossier.id(), 1, who);
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(Facts.record(dossier.id()));
          ledger().insert(answer);
        });
    return answer;
  }

  private List<Long> arrivals(String text) {
    return inTransaction(() -> ledger().incoming(Facts.INCOMING, text, 0, 100)).items().stream()
        .map(IncomingEntry::number)
        .toList();
  }

  private static RegisterEntry mending(
      long number, LetterPurpose purpose, IssuedRecord record, int second) {
    RegisterEntry e = issuedAt(Facts.entry(Facts.SERIES, number, record.dossierId()), second);
    return new RegisterEntry(
        e.key(),
        e.number(),
        e.symbol(),
        e.kind(),
        e.subject(),
        e.issuedOn(),
        e.signerName(),
        e.signerPosition(),
        e.addressees(),
        e.draftingUnit(),
        e.dossierId(),
        e.recordId(),
        Optional.of(new Relation(purpose, record.recordId())),
        e.issuedBy(),
        e.issuedAt());
  }

  private static RegisterEntry issuedAt(RegisterEntry e, int second) {
    return new RegisterEntry(
        e.key(),
        e.number(),
        e.symbol(),
        e.kind(),
        e.subject(),
        e.issuedOn(),
        e.signerName(),
        e.signerPosition(),
        e.addressees(),
        e.draftingUnit(),
        e.dossierId(),
        e.recordId(),
        e.relation(),
        e.issuedBy(),
        Facts.NOON.plusSeconds(second));
  }
}
