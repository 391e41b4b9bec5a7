package vn.ttdn.core.plan;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import vn.ttdn.core.Host;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.letters.CitedDocument;
import vn.ttdn.core.letters.CorrectionText;
import vn.ttdn.core.letters.DocxLetter;
import vn.ttdn.core.letters.LetterDraft;
import vn.ttdn.core.letters.LetterText;
import vn.ttdn.core.letters.ReminderText;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Messages;

/** Writes the first draft of a letter apart, as a DOCX that its drafter goes on with in Word. */
final class LetterWriting {
  private static final Messages VI = Messages.in(Messages.VIETNAMESE);

  private final Host host;

  LetterWriting(Host host) {
    this.host = host;
  }

  /** Reminds who is late of what a round's letter asked for; a new day is suggested. */
  LetterText reminder(Dossier plan, RegisterEntry asking, List<Answer> late) {
    Organisation organisation = host.organisation().get();
    int round = late.get(0).round();
    LocalDate newDay = organisation.deadlines().answersDueOn(host.today());
    String through = organisation.unit(plan.unit()).map(Unit::nameVi).orElse("");
    return ReminderText.of(
        cited(asking),
        VI.text("letter.asked." + round, String.valueOf(plan.planYear())),
        late.get(0).firstDueOn(),
        late.stream().map(a -> a.asked().name()).toList(),
        newDay,
        through);
  }

  /** Corrects, replaces or recalls an issued document; what is to be said stays open. */
  LetterText mending(LetterPurpose purpose, RegisterEntry entry, String reason) {
    CitedDocument cited = cited(entry);
    return switch (purpose) {
      case CORRECTION -> CorrectionText.correction(cited, reason, List.of());
      case REPLACEMENT -> CorrectionText.replacement(cited, reason, List.of());
      case RECALL -> CorrectionText.recall(cited, reason);
      case REMINDER -> throw new IllegalArgumentException("a reminder mends nothing");
    };
  }

  private CitedDocument cited(RegisterEntry entry) {
    boolean letter = entry.kind().typeCode().isEmpty();
    DocumentKind kind = letter ? DocumentKind.OFFICIAL_LETTER : entry.kind();
    return new CitedDocument(
        kind.label(Messages.VIETNAMESE),
        entry.symbol(),
        entry.issuedOn(),
        host.organisation().get().agency().nameVi(),
        entry.subject());
  }

  /** The draft as a file of the dossier. */
  IncomingFile file(Dossier letter, LetterText text) {
    Organisation organisation = host.organisation().get();
    Unit agency = organisation.agency();
    LetterPurpose purpose = letter.letter().orElseThrow().purpose();
    String issuer = organisation.registerOf(purpose.kind()).issuerSymbol();
    String unit = organisation.unit(letter.unit()).map(Unit::symbol).orElse(letter.unit());
    List<String> addressees = letter.addressees().stream().map(Addressee::name).toList();
    byte[] content =
        DocxLetter.bytes(
            new LetterDraft(
                organisation.ministry().nameVi(),
                agency.nameVi(),
                "/" + issuer + "-" + unit,
                VI.text("letter.place"),
                host.today().getYear(),
                letter.title(),
                addressees,
                text.paragraphs(),
                List.of(VI.text("letter.recipients"), VI.text("letter.filed", unit)),
                "",
                agency.head().orElseGet(() -> VI.text("letter.head")),
                ""));
    String name = VI.text("letter.file." + purpose.name());
    return new IncomingFile(name, content.length, () -> new ByteArrayInputStream(content));
  }
}
