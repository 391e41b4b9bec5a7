package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.answers.AnswerEvent;
import vn.ttdn.core.audit.AuditChain;
import vn.ttdn.core.audit.DailyAnchor;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.org.Role;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.ledger.testing.TestDatabase;

/** The ledger lives in the host's transaction and nowhere else. */
abstract class TransactionContract extends LedgerContract {
  TransactionContract(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @Test
  void everyMethodFailsWithoutATransaction() {
    for (Method method : Ledger.class.getMethods()) {
      assertThat(thrownBy(method))
          .as(method.toGenericString())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the host's transaction only");
    }
  }

  @Test
  void everyMethodFailsInATransactionOnAnotherDataSource() {
    try (TestDatabase other = anotherDatabase()) {
      new TransactionTemplate(other.transactions())
          .executeWithoutResult(
              status -> {
                for (Method method : Ledger.class.getMethods()) {
                  assertThat(thrownBy(method))
                      .as(method.toGenericString())
                      .isInstanceOf(IllegalStateException.class)
                      .hasMessageContaining("not on the ledger's data source");
                }
              });
    }
  }

  @Test
  void whenTheHostRollsBackNothingIsLeft() {
    Dossier dossier = Facts.dossier();
    thenRollBack(() -> writeOfEverything(dossier));
    assertThat(tables()).isNotEmpty().allSatisfy(table -> assertThat(rows(table)).isZero());

    // That the same is kept when the host commits shows that the test looks at every table.
    write(() -> writeOfEverything(dossier));
    assertThat(tables()).allSatisfy(table -> assertThat(rows(table)).as(table).isPositive());
  }

  @Test
  void whenTheHostThrowsNothingIsLeft() {
    assertThatThrownBy(
            () ->
                write(
                    () -> {
                      writeOfEverything(Facts.dossier());
                      throw new IllegalArgumentException("the host's own failure");
                    }))
        .hasMessage("the host's own failure");
    assertThat(tables()).allSatisfy(table -> assertThat(rows(table)).as(table).isZero());
  }

  @Test
  void aLockedDossierIsLockedForOthers() {
    Dossier dossier = Facts.dossier();
    write(() -> ledger().insert(dossier));
    write(
        () -> {
          ledger().lock(dossier.id());
          assertThatThrownBy(() -> elsewhere(() -> waitBriefly(() -> ledger().lock(dossier.id()))))
              .isInstanceOf(PessimisticLockingFailureException.class);
          assertThatThrownBy(
                  () ->
                      elsewhere(
                          () ->
                              waitBriefly(() -> ledger().lockByProcess(dossier.processId().get()))))
              .isInstanceOf(PessimisticLockingFailureException.class);
          assertThat(elsewhere(() -> ledger().dossier(dossier.id()))).contains(dossier);
        });
    assertThat(elsewhere(() -> ledger().lock(dossier.id()))).contains(dossier);
  }

  @Test
  void aLockedAnswerIsLockedForOthersAndReadByThem() {
    Dossier dossier = Facts.dossier();
    Answer answer = Facts.answer(dossier.id(), 1, Facts.ADDRESSEES.get(0));
    write(
        () -> {
          ledger().insert(dossier);
          ledger().insert(Facts.record(dossier.id()));
          ledger().insert(answer);
        });
    write(
        () -> {
          ledger().lockAnswer(answer.id());
          assertThatThrownBy(
                  () -> elsewhere(() -> waitBriefly(() -> ledger().lockAnswer(answer.id()))))
              .isInstanceOf(PessimisticLockingFailureException.class);
          assertThat(elsewhere(() -> ledger().answer(answer.id()))).contains(answer);
          assertThat(elsewhere(() -> ledger().answerByTask(answer.taskId().get())))
              .contains(answer);
        });
    assertThat(elsewhere(() -> ledger().lockAnswer(answer.id()))).contains(answer);
  }

  @Test
  void oneStepAtATimeLosesNoStep() throws Exception {
    int threads = 8;
    int steps = 25;
    Dossier dossier = Facts.dossier();
    write(() -> ledger().insert(dossier));
    atOnce(
        threads,
        () -> {
          for (int i = 0; i < steps; i++) {
            write(
                () -> {
                  Dossier now = ledger().lock(dossier.id()).orElseThrow();
                  ledger().update(now.withTask(now.taskId().get(), Facts.DAY, now.changedAt()));
                });
          }
          return null;
        });
    assertThat(inTransaction(() -> ledger().dossier(dossier.id())).orElseThrow().version())
        .isEqualTo(1 + threads * steps);
  }

  @Test
  void ofThoseWhoLockByTheSameTaskOnlyTheFirstGetsTheDossier() throws Exception {
    for (int round = 0; round < 20; round++) {
      Dossier dossier = Facts.dossier();
      String task = dossier.taskId().orElseThrow();
      write(() -> ledger().insert(dossier));
      List<Boolean> got =
          atOnce(
              8,
              () ->
                  elsewhere(
                      () -> {
                        Optional<Dossier> mine = ledger().lockByTask(task);
                        mine.ifPresent(
                            d -> ledger().update(d.withTask("x" + d.id(), Facts.DAY, Facts.NOON)));
                        return mine.isPresent();
                      }));
      assertThat(got).containsOnlyOnce(true);
    }
  }

  @Test
  void whatATransactionKnewIsForgottenWithIt() {
    Dossier dossier = Facts.dossier();
    Dossier rolledBack = dossier.withProcess("rolled-back");
    write(() -> ledger().insert(dossier));
    thenRollBack(
        () -> {
          ledger().lock(dossier.id());
          ledger().update(rolledBack);
          ledger().insert(Facts.decision(dossier.id(), 1, Step.DRAFT_LETTER, Outcome.SUBMITTED));
        });
    write(
        () -> {
          assertThat(ledger().dossier(dossier.id())).contains(dossier);
          assertThat(ledger().lockByProcess("rolled-back")).isEmpty();
          assertThat(ledger().lastDecision(dossier.id())).isEmpty();
        });
  }

  @Test
  void aTransactionInsideAnotherDoesNotSeeWhatThatOneKnows() {
    Dossier dossier = Facts.dossier();
    Dossier changed = dossier.withProcess("changed");
    write(() -> ledger().insert(dossier));
    write(
        () -> {
          ledger().lock(dossier.id());
          ledger().update(changed);
          assertThat(unitOfWork().read(() -> ledger().dossier(dossier.id()))).contains(dossier);
          assertThat(ledger().dossier(dossier.id())).contains(changed);
        });
  }

  @Test
  void whatIsRolledBackToASavepointIsReadAnew() {
    Dossier dossier = Facts.dossier();
    write(() -> ledger().insert(dossier));
    TransactionTemplate nested = new TransactionTemplate(database().transactions());
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    write(
        () -> {
          ledger().lock(dossier.id());
          nested.executeWithoutResult(
              status -> {
                ledger().update(dossier.withProcess("undone"));
                status.setRollbackOnly();
              });
          assertThat(ledger().dossier(dossier.id())).contains(dossier);
        });
  }

  @Test
  void aMethodIsOneStatementAndALockedDossierIsReadOnce() {
    Dossier dossier = Facts.dossier();
    CountingDatabase counting = new CountingDatabase(database().dataSource());
    Ledger counted = new SqlLedger(counting.dataSource());
    counting.write(
        () -> {
          assertThat(counting.during(() -> counted.insert(dossier))).isEqualTo(1);
          assertThat(counting.during(() -> counted.lock(dossier.id()))).isZero();
        });
    counting.write(
        () -> {
          String task = dossier.taskId().orElseThrow();
          assertThat(counting.during(() -> counted.lockByTask(task))).isEqualTo(1);
          assertThat(
                  counting.during(
                      () -> {
                        counted.lock(dossier.id());
                        counted.lockByTask(task);
                        counted.dossier(dossier.id());
                        counted.lockByProcess(dossier.processId().orElseThrow());
                      }))
              .isZero();
          Dossier moved = dossier.withTask("next", Facts.DAY, dossier.changedAt());
          assertThat(counting.during(() -> counted.update(moved))).isZero();
          assertThat(counting.during(() -> counted.lastDecision(dossier.id()))).isEqualTo(1);
          assertThat(
                  counting.during(
                      () -> {
                        counted.insert(
                            Facts.decision(dossier.id(), 1, Step.DRAFT_LETTER, Outcome.SUBMITTED));
                        counted.lastDecision(dossier.id());
                      }))
              .isEqualTo(1);
          assertThat(
                  counting.during(
                      () ->
                          counted.enqueue(
                              List.of(Facts.mail(dossier.id()), Facts.mail(dossier.id())),
                              Facts.NOON)))
              .isEqualTo(1);
          Answer answer = Facts.answer(dossier.id(), 1, Facts.ADDRESSEES.get(0));
          counted.insert(Facts.record(dossier.id()));
          assertThat(counting.during(() -> counted.insert(answer))).isEqualTo(1);
          assertThat(counting.during(() -> counted.update(answer))).isEqualTo(1);
          counted.nextNumber(Facts.SERIES, 1);
          assertThat(counting.during(() -> counted.nextNumber(Facts.SERIES, 1))).isEqualTo(2);
        });
  }

  @Test
  void whatADossierBecomesIsWrittenOnceBeforeTheCommit() {
    Dossier dossier = Facts.dossier();
    Dossier last = dossier.withProcess("second");
    CountingDatabase counting = new CountingDatabase(database().dataSource());
    Ledger counted = new SqlLedger(counting.dataSource());
    write(() -> ledger().insert(dossier));
    int statements =
        counting.during(
            () ->
                counting.write(
                    () -> {
                      counted.lock(dossier.id());
                      counted.update(dossier.withProcess("first"));
                      counted.update(last);
                    }));
    assertThat(statements).isEqualTo(2);
    assertThat(inTransaction(() -> ledger().dossier(dossier.id()))).contains(last);
  }

  @Test
  void aQuestionAboutManySeesWhatTheTransactionHasDone() {
    Dossier dossier = Facts.dossier();
    String old = dossier.taskId().orElseThrow();
    Person drafter =
        new Person(
            dossier.drafter(),
            "",
            "",
            Optional.empty(),
            Set.of(new RoleAt(Role.SPECIALIST, dossier.unit())));
    write(() -> ledger().insert(dossier));
    write(
        () -> {
          ledger().lock(dossier.id());
          ledger().update(dossier.ended(DossierState.ISSUED, Facts.NOON));
          assertThat(ledger().lockByTask(old)).isEmpty();
          ledger().update(dossier.withTask("t2", Facts.DAY, Facts.NOON));
          assertThat(ledger().waitingFor(drafter, 10))
              .extracting(Dossier::taskId)
              .containsExactly(Optional.of("t2"));
        });
  }

  @Test
  void whatWasDoneBeforeASavepointStaysWhenItIsRolledBack() {
    Dossier dossier = Facts.dossier();
    Dossier kept = dossier.withProcess("kept");
    write(() -> ledger().insert(dossier));
    TransactionTemplate nested = new TransactionTemplate(database().transactions());
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    write(
        () -> {
          ledger().lock(dossier.id());
          ledger().update(kept);
          nested.executeWithoutResult(
              status -> {
                ledger().update(dossier.withProcess("undone"));
                status.setRollbackOnly();
              });
        });
    assertThat(inTransaction(() -> ledger().dossier(dossier.id()))).contains(kept);
  }

  @Test
  void whoComesWhenTheCommitHasBegunIsStillWritten() {
    Dossier dossier = Facts.dossier();
    Dossier late = dossier.withProcess("late");
    write(() -> ledger().insert(dossier));
    write(
        () -> {
          ledger().lock(dossier.id());
          ledger().update(dossier.withProcess("early"));
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                  ledger().update(late);
                }
              });
        });
    assertThat(inTransaction(() -> ledger().dossier(dossier.id()))).contains(late);
  }

  @Test
  void whoComesFirstWhenTheCommitHasBegunIsWrittenAtOnce() {
    SqlLedger atOnce = SqlLedger.writingAtOnce(database().dataSource());
    Dossier dossier = Facts.dossier();
    Dossier late = dossier.withProcess("late");
    write(
        () ->
            TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                  @Override
                  public void beforeCommit(boolean readOnly) {
                    atOnce.insert(dossier);
                    atOnce.update(late);
                  }
                }));
    assertThat(inTransaction(() -> atOnce.dossier(dossier.id()))).contains(late);
  }

  @Test
  void aTransactionThatIsToldToDefersItsWrites() {
    Dossier dossier = Facts.dossier();
    Dossier last = dossier.withProcess("last");
    CountingDatabase counting = new CountingDatabase(database().dataSource());
    SqlLedger atOnce = SqlLedger.writingAtOnce(counting.dataSource());
    write(() -> ledger().insert(dossier));
    counting.write(
        () -> {
          atOnce.lock(dossier.id());
          assertThat(counting.during(() -> atOnce.update(last))).isEqualTo(1);
        });
    counting.write(
        () -> {
          atOnce.deferWrites();
          atOnce.lock(dossier.id());
          assertThat(counting.during(() -> atOnce.update(dossier))).isZero();
          assertThat(counting.during(() -> atOnce.update(last))).isZero();
        });
    assertThat(inTransaction(() -> ledger().dossier(dossier.id()))).contains(last);
  }

  private void writeOfEverything(Dossier dossier) {
    ledger().insert(dossier);
    ledger().insert(Facts.decision(dossier.id(), 1, Step.DRAFT_LETTER, Outcome.SUBMITTED));
    long number = ledger().nextNumber(Facts.SERIES, 1);
    ledger().insert(Facts.entry(Facts.SERIES, number, dossier.id()));
    ledger().insert(Facts.record(dossier.id()));
    Answer answer = Facts.answer(dossier.id(), 1, Facts.ADDRESSEES.get(0));
    ledger().insert(answer);
    ledger().append(Facts.event(answer.id(), 1, AnswerEvent.Kind.ASKED));
    ledger().insert(Facts.incoming(Facts.INCOMING, 1, answer));
    ledger().insert(Facts.dispatch(answer.recordId(), 1, Optional.empty()));
    ledger()
        .append(
            AuditChain.next(dossier.id(), 0, AuditChain.START, Facts.NOON, "a", "opened", "{}"));
    ledger().insert(DailyAnchor.of(LocalDate.of(2026, 11, 23), List.of(), AuditChain.START));
    ledger().enqueue(List.of(Facts.mail(dossier.id())), Facts.NOON);
    ledger().insert(Facts.delegation());
    ledger().insert(Facts.hold(dossier.id()));
    ledger().announced(dossier.id(), Facts.NOON);
    ledger().update(dossier.ended(DossierState.ISSUED, Facts.NOON));
  }

  private <T> T elsewhere(Supplier<T> work) {
    return unitOfWork().write(work);
  }

  /** Runs the work on a connection that waits for locks no longer than a moment. */
  private <T> T waitBriefly(Supplier<T> work) {
    boolean h2 = "H2".equals(product());
    jdbc().execute(h2 ? "set lock_timeout 100" : "set local lock_timeout = 100");
    try {
      return work.get();
    } finally {
      if (h2) {
        jdbc().execute("set lock_timeout 10000");
      }
    }
  }

  private String product() {
    org.springframework.jdbc.core.ConnectionCallback<String> name =
        connection -> connection.getMetaData().getDatabaseProductName();
    return jdbc().execute(name);
  }

  private Throwable thrownBy(Method method) {
    Object[] args =
        Arrays.stream(method.getParameterTypes()).map(TransactionContract::sample).toArray();
    try {
      method.invoke(ledger(), args);
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** Some value of a type: what it is does not matter, a method has to refuse before it looks. */
  private static Object sample(Class<?> type) {
    if (type == String.class) {
      return "x";
    }
    if (type == boolean.class) {
      return true;
    }
    if (type == int.class) {
      return 1;
    }
    if (type == long.class) {
      return 1L;
    }
    if (type == Instant.class) {
      return Facts.NOON;
    }
    if (type == LocalDate.class) {
      return LocalDate.of(2026, 11, 23);
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == Set.class) {
      return Set.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isRecord()) {
      List<Object> values = new ArrayList<>();
      List<Class<?>> types = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        types.add(component.getType());
        values.add(sample(component.getType()));
      }
      try {
        var constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values.toArray());
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("no sample of " + type, e);
      }
    }
    throw new AssertionError("no sample of " + type);
  }
}
