package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerStep;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.audit.AuditEntry;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.register.IncomingEntry;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.register.RegisterKey;

/** What holds of every dossier at every moment. */
final class Invariants {
  private static final int MANY = 1000;

  private final FakeHost host;
  private final Map<String, List<Object>> ended = new HashMap<>();

  Invariants(FakeHost host) {
    this.host = host;
  }

  void check(List<String> dossiers) {
    host.unitOfWork()
        .run(
            () -> {
              List<String> tasks = new ArrayList<>();
              for (String id : dossiers) {
                Dossier dossier = host.ledger().dossier(id).orElseThrow();
                tasks.addAll(openTasks(dossier));
                auditIsWhole(dossier);
                nobodyDecidesAboutHisOwn(dossier);
                whatIsIssuedWasApproved(dossier);
                nothingChangesAfterTheEnd(dossier);
              }
              assertThat(host.engine().openTasks()).containsExactlyInAnyOrderElementsOf(tasks);
            });
    host.unitOfWork().run(this::seriesHaveNeitherGapNorTwin);
  }

  /** The engine's tasks are those that the ledger expects, of the dossier and of its answers. */
  private List<String> openTasks(Dossier dossier) {
    List<String> tasks = new ArrayList<>(dossier.taskId().stream().toList());
    assertThat(dossier.taskId().isPresent()).isEqualTo(!dossier.state().ended());
    assertThat(dossier.taskId().flatMap(host.engine()::stepOf))
        .isEqualTo(dossier.step().map(Step::id));
    assertThat(host.engine().isRunning(dossier.processId().orElseThrow()))
        .isEqualTo(!dossier.state().ended());
    assertThat(host.documents().folder(dossier.id()).orElseThrow().step())
        .isEqualTo(dossier.step());
    for (Answer answer : host.ledger().answers(dossier.id())) {
      tasks.addAll(answer.taskId().stream().toList());
      assertThat(answer.taskId().flatMap(host.engine()::stepOf))
          .isEqualTo(answer.step().map(AnswerStep::id));
      assertThat(host.engine().isRunning(answer.processId().orElseThrow()))
          .isEqualTo(!answer.state().ended());
      assertThat(answer.round() < dossier.round() || dossier.state().ended()).isTrue();
      assertThat(answer.state().ended() || !dossier.state().ended()).isTrue();
      assertThat(answer.dueOn()).isAfterOrEqualTo(answer.firstDueOn());
      assertThat(answer.noComment() && answer.receivedOn().isEmpty()).isFalse();
    }
    return tasks;
  }

  private void auditIsWhole(Dossier dossier) {
    assertThat(
            AuditChain.firstBreak(
                host.ledger().audit(dossier.id()), dossier.auditLength(), dossier.auditHead()))
        .isEmpty();
    List<Decision> decisions = host.ledger().decisions(dossier.id());
    for (int i = 0; i < decisions.size(); i++) {
      assertThat(decisions.get(i).ordinal()).isEqualTo(i + 1);
    }
  }

  /** Asked of the newest decision only: who drafts later may have decided before. */
  private void nobodyDecidesAboutHisOwn(Dossier dossier) {
    Optional<Decision> last = host.ledger().lastDecision(dossier.id());
    boolean decided =
        last.filter(d -> !d.step().drafts())
            .filter(d -> d.outcome() != Outcome.WITHDRAWN && d.outcome() != Outcome.CANCELLED)
            .isPresent();
    if (decided && host.ledger().audit(dossier.id()).stream().noneMatch(this::isAssignment)) {
      assertThat(dossier.draftedBy(last.get().person())).isFalse();
    }
    if (decided && last.get().at().equals(dossier.changedAt())) {
      assertThat(last.get().role()).isEqualTo(last.get().step().role());
    }
  }

  private boolean isAssignment(AuditEntry entry) {
    return entry.action().equals("dossier.assigned");
  }

  private void whatIsIssuedWasApproved(Dossier dossier) {
    List<Decision> decisions = host.ledger().decisions(dossier.id());
    for (Decision issued : decisions) {
      if (issued.outcome() == Outcome.ISSUED) {
        Decision approval =
            decisions.subList(0, issued.ordinal() - 1).stream()
                .filter(d -> d.outcome() == Outcome.ACCEPTED)
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(approval.step().round()).isEqualTo(issued.step().round());
        assertThat(issued.documents()).isEqualTo(approval.documents());
      }
    }
    long numbered = host.ledger().registerEntries(dossier.id()).size();
    assertThat(decisions.stream().filter(d -> d.outcome() == Outcome.ISSUED))
        .hasSize((int) numbered);
    for (IssuedRecord record : host.ledger().records(dossier.id())) {
      assertThat(record.round()).isLessThanOrEqualTo(dossier.round());
    }
  }

  private void nothingChangesAfterTheEnd(Dossier dossier) {
    if (dossier.state().ended()) {
      List<Object> now =
          List.of(
              dossier,
              host.ledger().decisions(dossier.id()),
              host.ledger().records(dossier.id()),
              host.ledger().registerEntries(dossier.id()),
              host.ledger().answers(dossier.id()),
              host.documents().documents(dossier.id()));
      assertThat(now).isEqualTo(ended.computeIfAbsent(dossier.id(), id -> now));
    }
  }

  private void seriesHaveNeitherGapNorTwin() {
    String agency = host.organisation().agency().code();
    for (String register : List.of("CV", "PTR")) {
      for (int year : host.ledger().registerYears(agency, register)) {
        assertRun(
            host
                .ledger()
                .register(new RegisterKey(agency, register, year), "", 0, MANY)
                .items()
                .stream()
                .map(RegisterEntry::number)
                .toList());
      }
    }
    for (int year : host.ledger().incomingYears(agency)) {
      assertRun(
          host.ledger().incoming(new RegisterKey(agency, "DEN", year), "", 0, MANY).items().stream()
              .map(IncomingEntry::number)
              .toList());
    }
  }

  private static void assertRun(List<Long> numbers) {
    assertThat(numbers)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
  }
}
