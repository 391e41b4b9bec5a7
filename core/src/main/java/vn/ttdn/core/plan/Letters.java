package vn.ttdn.core.plan;

import java.util.List;
import java.util.Optional;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.letters.LetterText;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.schema.DocumentSlot;
import vn.ttdn.core.text.Fold;

/**
 * Begins letters apart from a plan's rounds: a reminder to who is late, and what mends an issued
 * document. Each goes through review, approval and the clerk like a letter of a round, because it
 * leaves the agency. Every method runs inside the caller's transaction.
 */
public final class Letters {
  private final Host host;
  private final PlanFlow flow;
  private final Drafting drafting;
  private final DocumentIntake intake;
  private final LetterWriting writing;

  public Letters(Host host, PlanFlow flow) {
    this.host = host;
    this.flow = flow;
    this.drafting = new Drafting(host);
    this.intake = new DocumentIntake(host);
    this.writing = new LetterWriting(host);
  }

  /**
   * Begins a reminder to those of a plan's answers that are owed and late, with a draft of it.
   *
   * @param answerIds which; all that are late if empty
   * @throws Refusal {@code nobody-to-remind} if none of them is late, {@code
   *     reminder-of-two-rounds} if they were asked by two letters
   */
  public Dossier remind(String planId, List<String> answerIds, String subject) {
    Person person = host.currentPerson().get();
    Dossier plan = locked(planId);
    host.rights().may(person, Action.WRITE_LETTER, plan).orThrow();
    List<Answer> late =
        host.ledger().answers(planId).stream()
            .filter(a -> answerIds.isEmpty() || answerIds.contains(a.id()))
            .filter(a -> a.state().owed() && a.lateOn(host.today()))
            .toList();
    if (late.isEmpty()) {
      throw Refusal.ofField("answers", "nobody-to-remind");
    }
    int round = late.get(0).round();
    if (late.stream().anyMatch(a -> a.round() != round)) {
      throw Refusal.ofField("answers", "reminder-of-two-rounds");
    }
    RegisterEntry asking = host.ledger().registerEntryOf(late.get(0).recordId()).orElseThrow();
    return begin(
        plan,
        subject,
        writing.reminder(plan, asking, late),
        late.stream().map(Answer::asked).toList(),
        new LetterCase(planId, round, LetterPurpose.REMINDER, Optional.empty()));
  }

  /**
   * Begins a letter that corrects, replaces or recalls an issued document, with a draft of it.
   *
   * @param subject trích yếu; blank means as the draft has it
   * @param reason why, as a phrase; may be blank, and is then left open in the draft
   * @throws Refusal {@code record-not-mendable} for what is no letter or slip of the agency
   */
  public Dossier mend(IssuedRecord record, LetterPurpose purpose, String subject, String reason) {
    if (!purpose.aboutRecord()) {
      throw Refusal.ofField("purpose", "purpose-unknown", purpose.name());
    }
    Dossier of = host.ledger().dossier(record.dossierId()).orElseThrow(Dossiers::unknown);
    Dossier plan = locked(of.letter().map(LetterCase::planId).orElse(of.id()));
    host.rights().may(host.currentPerson().get(), Action.WRITE_LETTER, plan).orThrow();
    RegisterEntry entry =
        host.ledger()
            .registerEntryOf(record.recordId())
            .filter(this::isOurs)
            .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "record-not-mendable"));
    int round = of.letter().map(LetterCase::round).orElse(record.round());
    LetterText text = writing.mending(purpose, entry, Fold.nfc(reason));
    return begin(
        plan,
        subject,
        text,
        entry.addressees(),
        new LetterCase(plan.id(), round, purpose, Optional.of(record.recordId())));
  }

  /** What the Ministry issued, the Ministry mends. */
  private boolean isOurs(RegisterEntry entry) {
    return entry.key().body().equals(host.organisation().get().agency().code());
  }

  private Dossier begin(
      Dossier plan, String subject, LetterText text, List<Addressee> to, LetterCase letter) {
    NewDossier contents =
        new NewDossier(
            NewDossier.subject(saysNothing(subject) ? text.subject() : subject),
            plan.planYear(),
            plan.unit(),
            to,
            plan.handling().withAnswersDueOn(Optional.empty()));
    Person person = host.currentPerson().get();
    Dossier opened = drafting.openLetter(person, contents, letter);
    flow.startProcess(opened);
    intake.take(
        person,
        host.ledger().lock(opened.id()).orElseThrow(),
        DocumentSlot.draft(letter.purpose().kind()),
        writing.file(opened, text));
    return host.ledger().dossier(opened.id()).orElseThrow();
  }

  /** Blank, or the "V/v" that a letter's layout sets itself. */
  private static boolean saysNothing(String subject) {
    return Fold.nfc(subject).replaceFirst("^(?i:v/v)\\s*", "").isEmpty();
  }

  /** Who may not read the plan learns nothing of it, not even that it is there. */
  private Dossier locked(String id) {
    Dossier plan = host.ledger().lock(id).orElseThrow(Dossiers::unknown);
    host.rights().may(host.currentPerson().get(), Action.READ_DOSSIER, plan).orThrow();
    return plan;
  }
}
