package vn.ttdn.core.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import vn.ttdn.core.Host;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.retention.KeepWindow;
import vn.ttdn.core.text.Dates;
import vn.ttdn.core.text.Messages;

/** Writes the mails that tell people what waits for them. Mails are in Vietnamese. */
public final class Notices {
  private static final Messages VI = Messages.in(Messages.VIETNAMESE);

  private final Host host;

  public Notices(Host host) {
    this.host = host;
  }

  /** Tells everybody who may take the step that it waits. */
  public void taskArrived(Dossier dossier, Step step) {
    List<Person> holders =
        step.drafts()
            ? host.directory().person(dossier.drafter()).stream().toList()
            : host.directory()
                .holders(host.organisation().get().roleAt(step.role(), dossier.unit()));
    String due = dossier.stepDueOn().map(d -> d.format(Dates.DAY)).orElse("");
    List<OutgoingMail> mails = new ArrayList<>();
    for (Person holder : holders) {
      boolean own = !step.drafts() && dossier.draftedBy(holder.userName());
      if (holder.email().isPresent() && !own) {
        mails.add(
            mail(
                dossier,
                holder.email().get(),
                urgent(dossier) + VI.text("mail.task.subject", step.clause(), dossier.title()),
                VI.text(
                    "mail.task.body",
                    holder.fullName(),
                    step.clause(),
                    step.label(Messages.VIETNAMESE),
                    dossier.title(),
                    due),
                List.of()));
      }
    }
    enqueue(mails, dossier.changedAt());
  }

  /** Tells a Specialist that the dossier is his now, with what the head wrote. */
  public void assigned(Dossier dossier, Person by, Instant now) {
    String due = dossier.handling().dueOn().map(d -> d.format(Dates.DAY)).orElse("–");
    String written = dossier.handling().direction();
    host.directory()
        .person(dossier.drafter())
        .ifPresent(
            drafter ->
                tell(
                    List.of(drafter),
                    dossier,
                    urgent(dossier) + VI.text("mail.assigned.subject", dossier.title()),
                    name ->
                        VI.text(
                            "mail.assigned.body",
                            name,
                            by.fullName(),
                            dossier.title(),
                            written.isEmpty() ? "–" : written,
                            due),
                    now));
  }

  /**
   * Tells the drafter, and who had the open step, that there is nothing to do any more.
   *
   * @param open the step that was open
   */
  public void cancelled(Dossier dossier, Step open, Person by, String reason, Instant now) {
    Map<String, Person> told = new LinkedHashMap<>();
    host.directory().person(dossier.drafter()).ifPresent(p -> told.put(p.userName(), p));
    if (!open.drafts()) {
      host.directory()
          .holders(host.organisation().get().roleAt(open.role(), dossier.unit()))
          .forEach(p -> told.put(p.userName(), p));
    }
    told.remove(by.userName());
    tell(
        told.values(),
        dossier,
        VI.text("mail.cancelled.subject", dossier.title()),
        name -> VI.text("mail.cancelled.body", name, by.fullName(), dossier.title(), reason),
        now);
  }

  /** The same to several people, each addressed by name. */
  private void tell(
      Collection<Person> people,
      Dossier dossier,
      String subject,
      UnaryOperator<String> body,
      Instant now) {
    List<OutgoingMail> mails = new ArrayList<>();
    for (Person person : people) {
      person
          .email()
          .ifPresent(
              to ->
                  mails.add(mail(dossier, to, subject, body.apply(person.fullName()), List.of())));
    }
    enqueue(mails, now);
  }

  private static String urgent(Dossier dossier) {
    Urgency urgency = dossier.handling().urgency();
    return urgency == Urgency.NORMAL
        ? ""
        : urgency.label(Messages.VIETNAMESE).toUpperCase(Messages.VIETNAMESE) + " ";
  }

  /**
   * Sends an issued document to one addressee.
   *
   * @param records what goes with the mail
   * @return the mail's id
   */
  public String issued(
      Dossier dossier, RegisterEntry entry, String to, String name, List<String> records) {
    OutgoingMail mail = issuedMail(dossier, entry, to, name, records);
    enqueue(List.of(mail), entry.issuedAt());
    return mail.id();
  }

  /** Tells the drafter that his document is out. */
  public void issuedToDrafter(Dossier dossier, RegisterEntry entry) {
    Optional<Person> drafter = host.directory().person(dossier.drafter());
    drafter
        .flatMap(Person::email)
        .ifPresent(
            to ->
                enqueue(
                    List.of(issuedMail(dossier, entry, to, drafter.get().fullName(), List.of())),
                    entry.issuedAt()));
  }

  private static OutgoingMail issuedMail(
      Dossier dossier, RegisterEntry entry, String to, String name, List<String> records) {
    String kind = entry.kind().label(Messages.VIETNAMESE);
    return mail(
        dossier,
        to,
        VI.text("mail.issued.subject", kind, entry.symbol(), dossier.title()),
        VI.text(
            "mail.issued.body",
            name,
            kind,
            entry.symbol(),
            entry.issuedOn().format(Dates.DAY),
            entry.signerName(),
            dossier.title()),
        records);
  }

  /** Tells the people of an asked unit, or the clerk for a body without account, that it owes. */
  public void answerAsked(Dossier dossier, Answer answer, Instant now) {
    tellAsked("asked", dossier, answer, "", now);
  }

  /** Tells the asked unit that its answer was not as asked, and why. */
  public void answerReturned(Dossier dossier, Answer answer, Instant now) {
    tellAsked("returned", dossier, answer, answer.reason(), now);
  }

  /** Tells the asked unit of its new day. */
  public void answerExtended(Dossier dossier, Answer answer, String why, Instant now) {
    tellAsked("extended", dossier, answer, why, now);
  }

  private void tellAsked(String what, Dossier dossier, Answer answer, String why, Instant now) {
    Organisation organisation = host.organisation().get();
    List<RoleAt> roles =
        answer
            .asked()
            .unit()
            .map(
                unit ->
                    List.of(
                        new RoleAt(Role.DEPARTMENT_HEAD, unit), new RoleAt(Role.SPECIALIST, unit)))
            .orElseGet(() -> List.of(organisation.roleAt(Role.AGENCY_CLERK, dossier.unit())));
    List<OutgoingMail> mails = new ArrayList<>();
    for (RoleAt role : roles) {
      for (Person person : host.directory().holders(role)) {
        person
            .email()
            .ifPresent(
                to -> mails.add(answerMail(what, dossier, answer, why, to, person.fullName())));
      }
    }
    enqueue(mails, now);
  }

  /** Tells the drafter that an answer came in. */
  public void answerReceived(Dossier dossier, Answer answer, Instant now) {
    host.directory()
        .person(dossier.drafter())
        .ifPresent(
            drafter ->
                drafter
                    .email()
                    .ifPresent(
                        to ->
                            enqueue(
                                List.of(
                                    answerMail(
                                        "received", dossier, answer, "", to, drafter.fullName())),
                                now)));
  }

  private static OutgoingMail answerMail(
      String what, Dossier dossier, Answer answer, String why, String to, String name) {
    return mail(
        dossier,
        to,
        VI.text("mail.answer." + what + ".subject", answer.asked().name(), dossier.title()),
        VI.text(
            "mail.answer." + what + ".body",
            name,
            answer.asked().name(),
            dossier.title(),
            answer.dueOn().format(Dates.DAY),
            why),
        List.of());
  }

  /** Tells the clerks that a plan's records have to be handed over. */
  public void handoverDue(Dossier plan, KeepWindow window, Instant now) {
    RoleAt clerk = host.organisation().get().roleAt(Role.AGENCY_CLERK, plan.unit());
    List<OutgoingMail> mails = new ArrayList<>();
    for (Person person : host.directory().holders(clerk)) {
      person
          .email()
          .ifPresent(
              to ->
                  mails.add(
                      mail(
                          plan,
                          to,
                          VI.text("mail.handover.subject", plan.title()),
                          VI.text(
                              "mail.handover.body",
                              person.fullName(),
                              plan.title(),
                              window.mustBy().format(Dates.DAY),
                              window.why(Messages.VIETNAMESE)),
                          List.of())));
    }
    enqueue(mails, now);
  }

  private void enqueue(List<OutgoingMail> mails, Instant now) {
    if (!mails.isEmpty()) {
      host.ledger().enqueue(mails, now);
    }
  }

  private static OutgoingMail mail(
      Dossier dossier, String to, String subject, String body, List<String> attachments) {
    return new OutgoingMail(
        UUID.randomUUID().toString(), dossier.id(), to, subject, body, attachments, 0);
  }
}
