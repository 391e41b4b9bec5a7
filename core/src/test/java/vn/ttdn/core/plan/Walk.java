package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.Answers;
import vn.ttdn.core.fakes.FakeFiles;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.fakes.Work;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/** People who try things, one after the other. */
final class Walk {
  /** What somebody may try; the way forward comes more often, or no walk would get far. */
  enum Kind {
    FORWARD,
    FORWARD_AGAIN,
    FORWARD_ONCE_MORE,
    BACK,
    OPEN_DOSSIER,
    PUT,
    SIGN,
    DECIDE,
    DECIDE_AS_WHO_MAY,
    SEE,
    CLAIM,
    WITHDRAW,
    ASSIGN,
    CANCEL,
    PUT_ANSWER,
    GIVE,
    EXAMINE,
    REGISTER,
    EXTEND,
    NOTE,
    REMIND,
    MEND,
    NEXT_DAYS
  }

  /**
   * One try.
   *
   * @param who chooses the person
   * @param what chooses what it is about and how
   */
  record Move(Kind kind, int who, int what) {}

  private static final List<String> OUTCOMES =
      List.of("submitted", "accepted", "returned", "issued", "withdrawn", "cancelled");
  private static final List<String> ANSWER_OUTCOMES =
      List.of("answered", "noComment", "accepted", "returned");

  private final FakeHost host = FakeHost.standing();
  private final Invariants invariants = new Invariants(host);
  private final List<String> people = new ArrayList<>();
  private final List<String> plans = new ArrayList<>();

  private Walk() {
    host.directory().put(ofManyRoles());
    host.directory().everybody().forEach(person -> people.add(person.userName()));
  }

  /** Somebody who drafts, heads and leads: he must not come to decide about his own. */
  private static Person ofManyRoles() {
    return new Person(
        "nhieuvai",
        "Người nhiều vai",
        "PHÓ CỤC TRƯỞNG",
        Optional.empty(),
        Set.of(
            new RoleAt(Role.SPECIALIST, "PTTDN"),
            new RoleAt(Role.DEPARTMENT_HEAD, "PTTDN"),
            new RoleAt(Role.AGENCY_LEADER, "CUC"),
            new RoleAt(Role.AGENCY_CLERK, "CUC")));
  }

  /** A walk whose first dossier stands at that step. */
  static Walk from(Step start) {
    Walk walk = new Walk();
    if (start.procedure() == Procedure.PLAN) {
      walk.plans.add(walk.host.work().at(start).id());
      return walk;
    }
    Dossier plan = walk.host.issuedRoundOne();
    walk.plans.add(plan.id());
    walk.host.clock().advance(Duration.ofDays(11));
    Dossier letter =
        walk.host.as(
            plan.drafter(), () -> walk.host.letters().remind(plan.id(), List.of(), "V/v đôn đốc"));
    walk.host.work().to(letter.id(), start);
    return walk;
  }

  /** Tries; a refusal is one of the things that may come of it, a failure is not. */
  void make(Move move) {
    try {
      attempt(move);
    } catch (Refusal refused) {
      assertThat(refused.getMessage()).as(refused.code()).doesNotContain("{");
    }
  }

  void checkEverything() {
    invariants.check(dossiers());
  }

  private void attempt(Move move) {
    String user = pick(people, move.who());
    Dossier dossier = host.dossier(pick(dossiers(), move.what()));
    switch (move.kind()) {
      case FORWARD, FORWARD_AGAIN, FORWARD_ONCE_MORE -> open().ifPresent(host.work()::forward);
      case BACK -> open().ifPresent(id -> host.work().back(id, "Sửa"));
      case OPEN_DOSSIER -> openDossier(user, move.what());
      case PUT -> put(user, dossier, DocumentSlot.draft(kind(move.what())));
      case SIGN -> put(user, dossier, DocumentSlot.signed(kind(move.what())));
      case DECIDE -> decide(user, dossier, move.what());
      case DECIDE_AS_WHO_MAY ->
          decide(
              dossier.state().ended() ? user : host.work().whoDecides(dossier.id()),
              dossier,
              move.what());
      case SEE -> as(user, () -> host.steering().opened(dossier.id()));
      case CLAIM -> as(user, () -> claim(dossier, user));
      case WITHDRAW -> as(user, () -> host.steering().withdraw(dossier.id()));
      case ASSIGN ->
          as(
              pick(List.of(user, "truongphong"), move.what()),
              () ->
                  host.steering()
                      .assign(
                          dossier.id(),
                          pick(people, move.who()),
                          "",
                          Urgency.NORMAL,
                          Optional.empty()));
      case CANCEL -> as(user, () -> host.steering().cancel(dossier.id(), "Thôi"));
      case REMIND -> as(user, () -> host.letters().remind(dossier.id(), List.of(), "V/v đôn đốc"));
      case MEND -> mend(user, dossier, move.what());
      case NEXT_DAYS -> host.clock().advance(Duration.ofDays(move.what() % 13));
      default -> answer(user, dossier, move);
    }
  }

  private void answer(String user, Dossier dossier, Move move) {
    List<Answer> answers = host.work().answers(dossier.id());
    if (answers.isEmpty()) {
      return;
    }
    Answer answer = pick(answers, move.who());
    LocalDate today = host.host().today();
    switch (move.kind()) {
      case PUT_ANSWER -> as(user, () -> host.answers().put(answer.id(), FakeFiles.next()));
      case GIVE -> host.work().give("cvnghiepvu", answer.id());
      case EXAMINE ->
          as(
              pick(List.of(user, dossier.drafter()), move.what()),
              () ->
                  host.answers()
                      .decide(answer, Work.variables(pick(ANSWER_OUTCOMES, move.what()), "Lý do")));
      case REGISTER ->
          as(
              pick(List.of(user, "vanthu"), move.what()),
              () ->
                  host.answers()
                      .register(
                          answer.id(),
                          Optional.of(1 + move.what() % 2),
                          new Answers.Arrival(today, "1/X", today, ""),
                          FakeFiles.next()));
      case EXTEND ->
          as(
              dossier.drafter(),
              () -> host.answers().extend(answer.id(), today.plusDays(move.what() % 30), "Xin"));
      case NOTE -> as(dossier.drafter(), () -> host.answers().note(answer.id(), today, "Đã gọi"));
      default -> throw new IllegalStateException("no move of an answer: " + move);
    }
  }

  private void openDossier(String user, int what) {
    if (plans.size() > 2) {
      return;
    }
    NewDossier contents =
        NewDossier.checked(
            "V/v đề xuất", 2027, "PTTDN", Work.ADDRESSEES, Handling.USUAL, host.organisation());
    Optional<String> drafter =
        what % 2 == 0 ? Optional.empty() : Optional.of(pick(people, what / 2));
    plans.add(as(user, () -> host.dossiers().open(contents, drafter)).id());
  }

  private void put(String user, Dossier dossier, DocumentSlot slot) {
    as(user, () -> host.dossiers().put(dossier.id(), slot, FakeFiles.next()));
  }

  private void decide(String user, Dossier dossier, int what) {
    Map<String, String> variables =
        new HashMap<>(Work.variables(pick(OUTCOMES, what), what % 3 == 0 ? "" : "Ý kiến"));
    variables.put(TaskVariables.ON_PAPER, Boolean.toString(what % 4 > 0));
    variables.put(TaskVariables.NUMBER, Integer.toString(1490 + what % 12));
    String task = dossier.taskId().orElseGet(() -> lastTask(dossier));
    as(user, () -> host.dossiers().decide(task, variables));
  }

  private String lastTask(Dossier dossier) {
    return host.read(() -> host.ledger().lastDecision(dossier.id())).orElseThrow().taskId();
  }

  private Void claim(Dossier dossier, String user) {
    dossier.taskId().ifPresent(task -> host.engine().assign(task, user));
    return null;
  }

  private void mend(String user, Dossier dossier, int what) {
    List<IssuedRecord> records = host.read(() -> host.ledger().records(dossier.id()));
    if (!records.isEmpty()) {
      LetterPurpose purpose = pick(List.of(LetterPurpose.values()), what);
      IssuedRecord record = pick(records, what / 4);
      as(user, () -> host.letters().mend(record, purpose, "V/v đính chính", ""));
    }
  }

  /** The newest dossier that is still on its way. */
  private Optional<String> open() {
    return dossiers().stream()
        .filter(id -> !host.dossier(id).state().ended())
        .reduce((first, second) -> second);
  }

  private List<String> dossiers() {
    List<String> all = new ArrayList<>(plans);
    for (String plan : plans) {
      host.read(() -> host.ledger().letters(plan)).forEach(letter -> all.add(letter.id()));
    }
    return all;
  }

  private static DocumentKind kind(int what) {
    return pick(List.of(DocumentKind.values()), what);
  }

  private <T> T as(String user, Supplier<T> work) {
    return host.as(user, work);
  }

  private static <T> T pick(List<T> from, int which) {
    return from.get(which % from.size());
  }
}
