package vn.ttdn.core.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.ttdn.core.Host;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.text.Messages;

/** Writes the mails that tell people what waits for them. Mails are in Vietnamese. */
public final class Notices {
  private final Host host;

  public Notices(Host host) {
    this.host = host;
  }

  /** Tells everybody who may take the step that it waits. */
  public void taskArrived(Dossier dossier, Step step) {
    List<Person> holders =
        step == Step.DRAFT_LETTER
            ? host.directory().person(dossier.drafter()).stream().toList()
            : host.directory()
                .holders(host.organisation().get().roleAt(step.role(), dossier.unit()));
    Messages vi = Messages.in(Messages.VIETNAMESE);
    List<OutgoingMail> mails = new ArrayList<>();
    for (Person holder : holders) {
      boolean own = step != Step.DRAFT_LETTER && holder.userName().equals(dossier.drafter());
      if (holder.email().isPresent() && !own) {
        mails.add(
            mail(
                dossier,
                holder.email().get(),
                vi.text("mail.task.subject", step.clause(), dossier.title()),
                vi.text(
                    "mail.task.body",
                    holder.fullName(),
                    step.clause(),
                    step.label(Messages.VIETNAMESE),
                    dossier.title())));
      }
    }
    enqueue(mails, dossier.changedAt());
  }

  /** Tells the addressed units that have an address, and the drafter, that a letter is out. */
  public void issued(Dossier dossier, RegisterEntry entry) {
    Organisation organisation = host.organisation().get();
    Messages vi = Messages.in(Messages.VIETNAMESE);
    List<OutgoingMail> mails = new ArrayList<>();
    for (Addressee addressee : dossier.addressees()) {
      addressee
          .unit()
          .flatMap(organisation::unit)
          .flatMap(Unit::email)
          .ifPresent(to -> mails.add(issuedMail(vi, dossier, entry, to, addressee.name())));
    }
    Optional<Person> drafter = host.directory().person(dossier.drafter());
    drafter
        .flatMap(Person::email)
        .ifPresent(to -> mails.add(issuedMail(vi, dossier, entry, to, drafter.get().fullName())));
    enqueue(mails, entry.issuedAt());
  }

  private static OutgoingMail issuedMail(
      Messages vi, Dossier dossier, RegisterEntry entry, String to, String name) {
    return mail(
        dossier,
        to,
        vi.text("mail.issued.subject", entry.symbol(), dossier.title()),
        vi.text(
            "mail.issued.body",
            name,
            entry.symbol(),
            entry.issuedOn().format(vn.ttdn.core.text.Dates.DAY),
            entry.signerName(),
            dossier.title()));
  }

  private void enqueue(List<OutgoingMail> mails, Instant now) {
    if (!mails.isEmpty()) {
      host.ledger().enqueue(mails, now);
    }
  }

  private static OutgoingMail mail(Dossier dossier, String to, String subject, String body) {
    return new OutgoingMail(UUID.randomUUID().toString(), dossier.id(), to, subject, body, 0);
  }
}
