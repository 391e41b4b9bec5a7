package vn.ttdn.core.fakes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerOutcome;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.NewDossier;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.RoundDocuments;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/** What the sample people do over and over. */
public final class Work {
  /** Who the dossiers of these people are addressed to: a unit here, and a body without address. */
  public static final List<String> ADDRESSEES = List.of("NVDP", "Văn phòng Bộ");

  private static final String SUBJECT =
      "V/v đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027";

  private final FakeHost host;
  private int ministryNumber = 1494;

  Work(FakeHost host) {
    this.host = host;
  }

  /** What a task is completed with. */
  public static Map<String, String> variables(String outcome, String comment) {
    return Map.of(TaskVariables.OUTCOME, outcome, TaskVariables.COMMENT, comment);
  }

  /** Variables with one more. */
  public static Map<String, String> with(Map<String, String> variables, String name, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(name, value);
    return more;
  }

  /** {@code chuyenvien} opens a dossier that goes to these addressees; it has no document yet. */
  public Dossier opened(String... addressees) {
    NewDossier contents =
        NewDossier.checked(
            SUBJECT, 2027, "PTTDN", List.of(addressees), Handling.USUAL, host.organisation());
    return host.as("chuyenvien", () -> host.dossiers().open(contents, Optional.empty()));
  }

  Dossier openedWithLetter() {
    Dossier opened = opened(ADDRESSEES.toArray(String[]::new));
    host.put(opened.id(), DocumentKind.OFFICIAL_LETTER);
    return host.dossier(opened.id());
  }

  /** The drafter hands in every document that the round asks for, each with a new content. */
  public Dossier putAll(String dossierId) {
    for (DocumentKind kind : RoundDocuments.needed(host.dossier(dossierId))) {
      host.put(dossierId, kind);
    }
    return host.dossier(dossierId);
  }

  /** The first of those who hold the role of the dossier's open step and did not draft it. */
  public String whoDecides(String dossierId) {
    Dossier dossier = host.dossier(dossierId);
    Step step = dossier.step().orElseThrow();
    if (step.drafts()) {
      return dossier.drafter();
    }
    RoleAt role = host.organisation().roleAt(step.role(), dossier.unit());
    return host.directory().holders(role).stream()
        .map(person -> person.userName())
        .filter(user -> !dossier.draftedBy(user))
        // The head of the agency before his deputy, who comes first by name.
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  Optional<StoredDocument> putSigned(String user, String dossierId) {
    Dossier dossier = host.dossier(dossierId);
    Step step = dossier.step().orElseThrow();
    List<DocumentKind> kinds = new ArrayList<>(List.of(RoundDocuments.issued(dossier, step)));
    if (step == Step.MINISTRY_CLERK_ISSUE) {
      kinds.add(DocumentKind.PLAN);
    }
    Optional<StoredDocument> main = Optional.empty();
    for (DocumentKind kind : kinds) {
      StoredDocument signed =
          host.as(
              user,
              () ->
                  host.dossiers()
                      .put(dossierId, DocumentSlot.signed(kind), FakeFiles.nextSigned()));
      main = main.or(() -> Optional.of(signed));
    }
    return main;
  }

  /**
   * Takes the open step's way forward: drafts are handed in new, what is issued is signed, who has
   * no address gets it on paper, the Ministry gives the next number.
   */
  public Dossier forward(String dossierId) {
    Step step = host.dossier(dossierId).step().orElseThrow();
    String user = whoDecides(dossierId);
    if (step.drafts()) {
      putAll(dossierId);
    }
    Map<String, String> variables = variables(step.outcomes().get(0).code(), "");
    if (step.issues()) {
      putSigned(user, dossierId);
      variables = with(variables, TaskVariables.ON_PAPER, "true");
    }
    if (step == Step.MINISTRY_CLERK_ISSUE) {
      variables = with(variables, TaskVariables.NUMBER, nextMinistryNumber());
    }
    return host.decide(user, dossierId, variables);
  }

  /** A number of the Ministry's that nobody has used here. */
  public String nextMinistryNumber() {
    return Integer.toString(++ministryNumber);
  }

  /** Takes the open step's return. */
  public Dossier back(String dossierId, String reason) {
    return host.decide(whoDecides(dossierId), dossierId, Outcome.RETURNED.code(), reason);
  }

  /** Goes forward until a step is open. */
  public Dossier to(String dossierId, Step step) {
    Dossier dossier = host.dossier(dossierId);
    while (!dossier.step().equals(Optional.of(step))) {
      dossier = forward(dossierId);
    }
    return dossier;
  }

  Dossier passRound(String dossierId) {
    Dossier dossier = host.dossier(dossierId);
    int round = dossier.round();
    while (dossier.round() == round && !dossier.state().ended()) {
      dossier = forward(dossierId);
    }
    return dossier;
  }

  /** A new dossier at that step. */
  public Dossier at(Step step) {
    return to(openedWithLetter().id(), step);
  }

  /** A new dossier that has gone the whole way. */
  public Dossier issued() {
    Dossier dossier = openedWithLetter();
    while (dossier.state() != DossierState.ISSUED) {
      dossier = forward(dossier.id());
    }
    return dossier;
  }

  /** A dossier's answers as the ledger has them now. */
  public List<Answer> answers(String dossierId) {
    return host.read(() -> host.ledger().answers(dossierId));
  }

  /** The answer of who was asked under that name, in the newest round. */
  public Answer answerOf(String dossierId, String name) {
    return answers(dossierId).stream()
        .filter(a -> a.asked().name().equals(name))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** The answer as the ledger has it now. */
  public Answer answer(String id) {
    return host.read(() -> host.ledger().answer(id)).orElseThrow();
  }

  /** Somebody gives an answer with a file. */
  public Answer give(String user, String answerId) {
    host.as(user, () -> host.answers().put(answerId, FakeFiles.next()));
    return decide(user, answerId, AnswerOutcome.ANSWERED, "");
  }

  /** Somebody decides an answer's open task. */
  public Answer decide(String user, String answerId, AnswerOutcome outcome, String comment) {
    Answer answer = answer(answerId);
    return host.as(user, () -> host.answers().decide(answer, variables(outcome.code(), comment)));
  }
}
