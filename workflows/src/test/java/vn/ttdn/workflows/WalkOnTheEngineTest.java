package vn.ttdn.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.activiti.engine.task.Task;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;

/** Whatever people try, in whatever order: engine, ledger and register keep to the procedure. */
class WalkOnTheEngineTest {
  private static final EngineHost HOST = new EngineHost();
  private static final FakeHost FAKE = HOST.fake();

  private static final String DRAFT = "s6_2_1_draftLetter";
  private static final String HEAD = "s6_2_2_departmentHeadReview";
  private static final String LEADER = "s6_2_3_agencyLeaderReview";
  private static final String CLERK = "s6_2_4_agencyClerkIssue";
  private static final String END = "end";
  private static final String REASON = "Chưa rõ thời hạn";

  /** The table of QT.TTĐN.03, 6.2.1 to 6.2.4, written down once more: nothing here asks core. */
  private record Row(List<String> who, Map<String, String> leads) {}

  private static final Map<String, Row> TABLE =
      Map.of(
          DRAFT, new Row(List.of("chuyenvien"), Map.of("submitted", HEAD)),
          HEAD, new Row(List.of("truongphong"), Map.of("accepted", LEADER, "returned", DRAFT)),
          LEADER,
              new Row(List.of("cuctruong", "cucpho"), Map.of("accepted", CLERK, "returned", DRAFT)),
          CLERK, new Row(List.of("vanthu"), Map.of("issued", END, "returned", DRAFT)));

  /** What somebody tries; some of it is what he may do. */
  sealed interface Move {
    /** One who may, decides what can be decided; {@code onward} or back. */
    record Right(int dossier, boolean onward, boolean past) implements Move {}

    /** Anybody tries anything. */
    record Any(int dossier, String who, String outcome, String comment, boolean past)
        implements Move {}

    /** Time goes by, perhaps into the next year's register. */
    record Later(int days) implements Move {}
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    Arbitrary<Integer> dossier = Arbitraries.integers().between(0, 1);
    Arbitrary<Boolean> past = Arbitraries.of(true, false);
    Arbitrary<Boolean> onward = Arbitraries.of(true, true, true, false);
    Arbitrary<Move> right = Combinators.combine(dossier, onward, past).as(Move.Right::new);
    Arbitrary<String> who =
        Arbitraries.of(
            "chuyenvien",
            "chuyenvien2",
            "truongphong",
            "cuctruong",
            "cucpho",
            "vanthu",
            "cvnghiepvu",
            "tpnghiepvu",
            "không-có");
    Arbitrary<String> outcome =
        Arbitraries.of("submitted", "accepted", "returned", "issued", "", "ACCEPTED", "huỷ");
    Arbitrary<String> comment = Arbitraries.of("", " \u00a0", REASON);
    Arbitrary<Move> any =
        Combinators.combine(dossier, who, outcome, comment, past).as(Move.Any::new);
    Arbitrary<Move> later = Arbitraries.integers().between(1, 90).map(Move.Later::new);
    return Arbitraries.frequencyOf(Tuple.of(12, right), Tuple.of(7, any), Tuple.of(1, later))
        .list()
        .ofMinSize(8)
        .ofMaxSize(24);
  }

  @Property
  void everyWalkKeepsToTheTable(@ForAll("moves") List<Move> moves) {
    List<String> ids = List.of(FAKE.openedWithLetter().id(), FAKE.openedWithLetter().id());
    Map<String, String> standing = new HashMap<>();
    Map<String, String> lastTask = new HashMap<>();
    ids.forEach(id -> standing.put(id, DRAFT));
    for (Move move : moves) {
      for (String id : ids) {
        FAKE.dossier(id).taskId().ifPresent(task -> lastTask.put(id, task));
      }
      if (move instanceof Move.Later later) {
        FAKE.clock().advance(Duration.ofDays(later.days()));
      } else if (move instanceof Move.Right right) {
        String id = ids.get(right.dossier());
        if (!standing.get(id).equals(END)) {
          tries(standing, lastTask, ids, asAny(right, standing.get(id)));
        }
      } else if (move instanceof Move.Any any) {
        tries(standing, lastTask, ids, any);
      }
      for (String id : ids) {
        engineAndLedgerAgree(id, standing.get(id));
        noStepWithoutTheOneBefore(id, standing.get(id));
      }
    }
    everyNumberOnceAndNoneMissing();
    Statistics.label("rows of the table")
        .coverage(
            checker -> {
              TABLE.forEach(
                  (step, row) ->
                      row.leads()
                          .keySet()
                          .forEach(o -> checker.check(step + " " + o).count(n -> n > 5)));
              checker.check("refused").count(n -> n > 100);
            });
  }

  private static Move.Any asAny(Move.Right right, String step) {
    Row row = TABLE.get(step);
    String outcome =
        row.leads().keySet().stream()
            .filter(o -> row.leads().size() == 1 || right.onward() != o.equals("returned"))
            .findFirst()
            .orElseThrow();
    String who = row.who().get(right.onward() ? 0 : row.who().size() - 1);
    return new Move.Any(right.dossier(), who, outcome, REASON, right.past());
  }

  /** Does what somebody tries, and holds what comes of it against the table. */
  private static void tries(
      Map<String, String> standing, Map<String, String> lastTask, List<String> ids, Move.Any any) {
    String id = ids.get(any.dossier());
    String step = standing.get(id);
    Dossier before = FAKE.dossier(id);
    // Past the page nobody finds a task of a process that has ended.
    boolean past = any.past() && !step.equals(END);
    Runnable call =
        past
            ? () -> HOST.completePast(any.who(), before, any.outcome(), any.comment())
            : () ->
                FAKE.as(
                    any.who(),
                    () -> FAKE.dossiers().decide(lastTask.get(id), any.outcome(), any.comment()));
    Optional<String> outcome = heard(step, any);
    if (outcome.isPresent()) {
      call.run();
      standing.put(id, TABLE.get(step).leads().get(outcome.get()));
      Statistics.label("rows of the table").collect(step + " " + outcome.get());
    } else {
      Refused.by(HOST, before, call);
      Statistics.label("rows of the table").collect("refused");
    }
  }

  /** The outcome that the procedure hears in a try; empty if it must be refused. */
  private static Optional<String> heard(String step, Move.Any any) {
    if (step.equals(END)) {
      return Optional.empty();
    }
    Row row = TABLE.get(step);
    boolean onlyOne = any.outcome().isEmpty() && row.leads().size() == 1;
    String outcome = onlyOne ? row.leads().keySet().iterator().next() : any.outcome();
    boolean reasoned = !outcome.equals("returned") || any.comment().equals(REASON);
    return row.who().contains(any.who()) && row.leads().containsKey(outcome) && reasoned
        ? Optional.of(outcome)
        : Optional.empty();
  }

  private static void engineAndLedgerAgree(String id, String standing) {
    Dossier dossier = FAKE.dossier(id);
    Optional<Task> task = HOST.openTask(dossier);
    assertThat(task.map(Task::getTaskDefinitionKey).orElse(END)).isEqualTo(standing);
    assertThat(task.map(Task::getId)).isEqualTo(dossier.taskId());
    assertThat(dossier.step().map(s -> s.id()).orElse(END)).isEqualTo(standing);
    assertThat(HOST.runs(dossier)).isEqualTo(!standing.equals(END));
    assertThat(FAKE.documents().folder(id).orElseThrow().state()).isEqualTo(dossier.state());
    boolean numbered = FAKE.unitOfWork().read(() -> FAKE.ledger().registerEntryOf(id)).isPresent();
    int records = FAKE.unitOfWork().read(() -> FAKE.ledger().records(id)).size();
    assertThat(numbered).isEqualTo(standing.equals(END));
    assertThat(records).isEqualTo(standing.equals(END) ? 1 : 0);
  }

  private static void noStepWithoutTheOneBefore(String id, String standing) {
    String expected = DRAFT;
    int ordinal = 0;
    for (Decision d : FAKE.unitOfWork().read(() -> FAKE.ledger().decisions(id))) {
      assertThat(d.step().id()).isEqualTo(expected);
      assertThat(d.ordinal()).isEqualTo(++ordinal);
      assertThat(TABLE.get(expected).who()).contains(d.person());
      expected = TABLE.get(expected).leads().get(d.outcome().code());
    }
    assertThat(standing).isEqualTo(expected);
  }

  private static void everyNumberOnceAndNoneMissing() {
    Organisation organisation = FAKE.organisation();
    String body = organisation.agency().code();
    String register = organisation.issuedLetters().code();
    Ledger ledger = FAKE.ledger();
    FAKE.unitOfWork()
        .run(
            () -> {
              int numbered = 0;
              for (int year : ledger.registerYears(body, register)) {
                List<Long> numbers =
                    ledger
                        .register(new RegisterKey(body, register, year), "", 0, Integer.MAX_VALUE)
                        .items()
                        .stream()
                        .map(RegisterEntry::number)
                        .toList();
                long first = organisation.issuedLetters().firstNumber(year);
                assertThat(numbers)
                    .containsExactlyElementsOf(
                        LongStream.range(first, first + numbers.size()).boxed().toList());
                numbered += numbers.size();
              }
              assertThat(numbered).isEqualTo(FAKE.documents().recordCount());
            });
  }
}
