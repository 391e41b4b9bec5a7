package vn.ttdn.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
import vn.ttdn.core.fakes.Work;
import vn.ttdn.core.plan.Decision;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.register.RegisterConfig;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;

/** Whatever people try, in whatever order: engine, ledger and register keep to the procedure. */
class WalkOnTheEngineTest {
  private static final EngineHost HOST = new EngineHost();
  private static final FakeHost FAKE = HOST.fake();

  private static final String END = "end";
  private static final String REASON = "Chưa rõ thời hạn";

  /** QT.TTĐN.03, 6.2.1 to 6.2.13, written down once more: nothing here asks core. */
  private record Row(List<String> who, Map<String, String> leads, Optional<String> sender) {}

  private static final Map<String, Row> TABLE = new LinkedHashMap<>();

  static {
    List<String> drafter = List.of("chuyenvien");
    List<String> head = List.of("truongphong");
    List<String> leader = List.of("cuctruong", "cucpho");
    List<String> clerk = List.of("vanthu");
    String[][] rounds = {
      {
        "s6_2_1_draftLetter",
        "s6_2_2_departmentHeadReview",
        "s6_2_3_agencyLeaderReview",
        "s6_2_4_agencyClerkIssue",
        "s6_2_5_draftPlan"
      },
      {
        "s6_2_5_draftPlan",
        "s6_2_6_departmentHeadReview",
        "s6_2_7_agencyLeaderReview",
        "s6_2_8_agencyClerkIssue",
        "s6_2_9_finishPlan"
      },
      {
        "s6_2_9_finishPlan",
        "s6_2_10_departmentHeadReview",
        "s6_2_11_agencyLeaderReview",
        "s6_2_12_agencyClerkDispatch",
        "s6_2_12_ministryLeaderDecision"
      },
    };
    for (String[] r : rounds) {
      row(r[0], drafter, "submitted", r[1], null, null);
      row(r[1], head, "accepted", r[2], r[0], r[0]);
      row(r[2], leader, "accepted", r[3], r[0], r[1]);
      row(r[3], clerk, "issued", r[4], r[0], r[2]);
    }
    String finish = "s6_2_9_finishPlan";
    String ministry = "s6_2_12_ministryLeaderDecision";
    String last = "s6_2_13_ministryClerkIssue";
    row(ministry, List.of("thutruong"), "accepted", last, finish, null);
    row(last, List.of("vanthubo"), "issued", END, finish, ministry);
  }

  private static final String DRAFT = "s6_2_1_draftLetter";

  private static void row(
      String step, List<String> who, String onward, String next, String back, String sender) {
    Map<String, String> leads = new LinkedHashMap<>(Map.of(onward, next));
    if (back != null) {
      leads.put("returned", back);
    }
    TABLE.put(step, new Row(who, leads, Optional.ofNullable(sender)));
  }

  /** What somebody tries; some of it is what he may do. */
  sealed interface Move {
    /** One who may, decides what can be decided; {@code onward} or back. */
    record Right(int dossier, boolean onward, boolean past) implements Move {}

    /** Anybody tries anything. */
    record Any(int dossier, String who, String outcome, String comment, boolean past)
        implements Move {}

    /** Somebody takes back what he sent, or tries to. */
    record Back(int dossier, String who) implements Move {}

    /** Time goes by, perhaps into the next year's register. */
    record Later(int days) implements Move {}
  }

  @Provide
  Arbitrary<List<Move>> moves() {
    Arbitrary<Integer> dossier = Arbitraries.of(0, 0, 1);
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
            "thutruong",
            "vanthubo",
            "cvnghiepvu",
            "tpnghiepvu",
            "không-có");
    Arbitrary<String> outcome =
        Arbitraries.of("submitted", "accepted", "returned", "issued", "", "ACCEPTED", "huỷ");
    Arbitrary<String> comment = Arbitraries.of("", " \u00a0", REASON);
    Arbitrary<Move> any =
        Combinators.combine(dossier, who, outcome, comment, past).as(Move.Any::new);
    Arbitrary<Move> back = Combinators.combine(dossier, who).as(Move.Back::new);
    Arbitrary<Move> later = Arbitraries.integers().between(1, 90).map(Move.Later::new);
    Arbitrary<List<Move>> walk =
        Arbitraries.frequencyOf(
                Tuple.of(16, right), Tuple.of(7, any), Tuple.of(2, back), Tuple.of(1, later))
            .list()
            .ofMinSize(10)
            .ofMaxSize(40);
    // One of the two has come some way before: the last steps are met as often as the first.
    return Combinators.combine(Arbitraries.of(0, 4, 8, 11, 12), walk)
        .as(
            (steps, then) ->
                Stream.concat(
                        Collections.nCopies(steps, new Move.Right(0, true, false)).stream(),
                        then.stream())
                    .toList());
  }

  /** How the table says that one dossier stands. */
  private static final class Standing {
    private final String id;
    private String step = DRAFT;
    private String lastTask = "";
    private String sentBy = "";
    // Whether the documents that the step needs are there, and new.
    private boolean ready;
    // The drafting steps whose documents are there and have no number yet.
    private final Set<String> handedIn = new HashSet<>();

    Standing(String id) {
      this.id = id;
    }

    private Row row() {
      return TABLE.get(step);
    }

    private boolean drafts() {
      return row().leads().containsKey("submitted");
    }

    private boolean issues() {
      return row().leads().containsKey("issued");
    }

    private void go(String outcome, String who) {
      String to = outcome.equals("withdrawn") ? row().sender().orElseThrow() : leads(outcome);
      boolean mayTakeBack = !to.equals(END) && TABLE.get(to).sender().equals(Optional.of(step));
      sentBy = mayTakeBack && !outcome.equals("returned") ? who : "";
      if (outcome.equals("issued")) {
        // What has its number is not issued again: the slip that the Ministry refuses.
        handedIn.clear();
      }
      step = to;
      ready = handedIn.contains(to);
    }

    private String leads(String outcome) {
      return row().leads().get(outcome);
    }
  }

  @Property
  void everyWalkKeepsToTheTable(@ForAll("moves") List<Move> moves) {
    List<Standing> all =
        List.of(
            new Standing(FAKE.work().opened("NVDP", "TTBC").id()),
            new Standing(FAKE.work().opened("NVDP").id()));
    for (Move move : moves) {
      // A file that was signed before the approval is told by its time.
      FAKE.clock().advance(Duration.ofSeconds(1));
      for (Standing one : all) {
        FAKE.dossier(one.id).taskId().ifPresent(task -> one.lastTask = task);
      }
      if (move instanceof Move.Later later) {
        FAKE.clock().advance(Duration.ofDays(later.days()));
      } else if (move instanceof Move.Right right) {
        Standing one = all.get(right.dossier());
        if (!one.step.equals(END)) {
          prepare(one);
          tries(one, asAny(right, one));
        }
      } else if (move instanceof Move.Any any) {
        tries(all.get(any.dossier()), any);
      } else if (move instanceof Move.Back back) {
        takesBack(all.get(back.dossier()), back.who());
      }
      for (Standing one : all) {
        engineAndLedgerAgree(one);
        noStepWithoutTheOneBefore(one);
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
                          .forEach(o -> checker.check(step + " " + o).count(n -> n > 2)));
              checker.check("refused").count(n -> n > 100);
              checker.check("taken back").count(n -> n > 5);
            });
  }

  /** The drafter hands in what the round needs, the clerk what was signed. */
  private static void prepare(Standing one) {
    if (one.ready) {
      return;
    }
    if (one.drafts()) {
      FAKE.work().putAll(one.id);
      one.handedIn.add(one.step);
    } else if (one.issues()) {
      FAKE.putSigned(one.row().who().get(0), one.id);
    }
    one.ready = true;
  }

  private static Move.Any asAny(Move.Right right, Standing one) {
    Row row = one.row();
    String outcome =
        row.leads().keySet().stream()
            .filter(o -> row.leads().size() == 1 || right.onward() != o.equals("returned"))
            .findFirst()
            .orElseThrow();
    String who = row.who().get(right.onward() ? 0 : row.who().size() - 1);
    return new Move.Any(right.dossier(), who, outcome, REASON, right.past());
  }

  /** Does what somebody tries, and holds what comes of it against the table. */
  private static void tries(Standing one, Move.Any any) {
    Dossier before = FAKE.dossier(one.id);
    // Past the page nobody finds a task of a process that has ended.
    boolean past = any.past() && !one.step.equals(END);
    Map<String, String> variables = Work.variables(any.outcome(), any.comment());
    if (one.step.equals("s6_2_13_ministryClerkIssue")) {
      variables = Work.with(variables, TaskVariables.NUMBER, FAKE.work().nextMinistryNumber());
    }
    Map<String, String> said = variables;
    Runnable call =
        past
            ? () -> HOST.completePast(any.who(), before, said)
            : () -> FAKE.as(any.who(), () -> FAKE.dossiers().decide(one.lastTask, said));
    Optional<String> outcome = heard(one, any);
    if (outcome.isPresent()) {
      String row = one.step + " " + outcome.get();
      call.run();
      one.go(outcome.get(), any.who());
      Statistics.label("rows of the table").collect(row);
    } else {
      Refused.by(HOST, before, call);
      Statistics.label("rows of the table").collect("refused");
    }
  }

  private static void takesBack(Standing one, String who) {
    Dossier before = FAKE.dossier(one.id);
    Runnable call = () -> FAKE.as(who, () -> FAKE.steering().withdraw(one.id));
    if (one.sentBy.equals(who)) {
      call.run();
      one.go("withdrawn", who);
      Statistics.label("rows of the table").collect("taken back");
    } else {
      Refused.by(HOST, before, call);
    }
  }

  /** The outcome that the procedure hears in a try; empty if it must be refused. */
  private static Optional<String> heard(Standing one, Move.Any any) {
    if (one.step.equals(END)) {
      return Optional.empty();
    }
    Row row = one.row();
    boolean onlyOne = any.outcome().isEmpty() && row.leads().size() == 1;
    String outcome = onlyOne ? row.leads().keySet().iterator().next() : any.outcome();
    boolean reasoned = !outcome.equals("returned") || any.comment().equals(REASON);
    boolean complete = one.ready || !(outcome.equals("submitted") || outcome.equals("issued"));
    return row.who().contains(any.who()) && row.leads().containsKey(outcome) && reasoned && complete
        ? Optional.of(outcome)
        : Optional.empty();
  }

  private static void engineAndLedgerAgree(Standing one) {
    Dossier dossier = FAKE.dossier(one.id);
    Optional<Task> task = HOST.openTask(dossier);
    assertThat(task.map(Task::getTaskDefinitionKey).orElse(END)).isEqualTo(one.step);
    assertThat(task.map(Task::getId)).isEqualTo(dossier.taskId());
    assertThat(dossier.step().map(s -> s.id()).orElse(END)).isEqualTo(one.step);
    assertThat(HOST.runs(dossier)).isEqualTo(!one.step.equals(END));
    assertThat(dossier.withdrawableBy().orElse("")).isEqualTo(one.sentBy);
    assertThat(FAKE.documents().folder(one.id).orElseThrow().state()).isEqualTo(dossier.state());
  }

  private static void noStepWithoutTheOneBefore(Standing one) {
    String expected = DRAFT;
    int ordinal = 0;
    int issued = 0;
    for (Decision d : FAKE.unitOfWork().read(() -> FAKE.ledger().decisions(one.id))) {
      assertThat(d.step().id()).isEqualTo(expected);
      assertThat(d.ordinal()).isEqualTo(++ordinal);
      Row row = TABLE.get(expected);
      if (d.outcome().code().equals("withdrawn")) {
        expected = row.sender().orElseThrow();
        assertThat(TABLE.get(expected).who()).contains(d.person());
      } else {
        assertThat(row.who()).contains(d.person());
        issued += d.outcome().code().equals("issued") ? 1 : 0;
        expected = row.leads().get(d.outcome().code());
      }
    }
    assertThat(one.step).isEqualTo(expected);
    assertThat(FAKE.unitOfWork().read(() -> FAKE.ledger().registerEntries(one.id))).hasSize(issued);
  }

  private static void everyNumberOnceAndNoneMissing() {
    Ledger ledger = FAKE.ledger();
    for (RegisterConfig config : FAKE.organisation().registers()) {
      if (!config.keptElsewhere()) {
        FAKE.unitOfWork().run(() -> everyNumberOnceAndNoneMissing(ledger, config));
      }
    }
  }

  private static void everyNumberOnceAndNoneMissing(Ledger ledger, RegisterConfig config) {
    String body = FAKE.organisation().bodyOf(config).code();
    for (int year : ledger.registerYears(body, config.code())) {
      List<Long> numbers =
          ledger
              .register(new RegisterKey(body, config.code(), year), "", 0, Integer.MAX_VALUE)
              .items()
              .stream()
              .map(RegisterEntry::number)
              .toList();
      long first = config.firstNumber(year);
      assertThat(numbers)
          .containsExactlyElementsOf(
              LongStream.range(first, first + numbers.size()).boxed().toList());
    }
  }
}
