package vn.ttdn.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.mail.MailDispatch;
import vn.ttdn.core.mail.OutgoingMail;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.Mailer;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.ledger.testing.TestDatabase;

/** Mail leaves after commit, at least once. */
abstract class OutboxContract extends LedgerContract {
  private static final int MAILS = 40;

  OutboxContract(Supplier<TestDatabase> databases) {
    super(databases);
  }

  @Test
  void mailsComeBackAsWrittenTheLongestDueFirst() {
    Dossier dossier = Facts.dossier();
    OutgoingMail later = Facts.mail(dossier.id());
    OutgoingMail sooner = Facts.mail(dossier.id());
    OutgoingMail notYet = Facts.mail(dossier.id());
    write(
        () -> {
          ledger().insert(dossier);
          ledger().enqueue(List.of(later), Facts.NOON);
          ledger().enqueue(List.of(sooner), Facts.NOON.minusMillis(1));
          ledger().enqueue(List.of(notYet), Facts.NOON.plusMillis(1));
        });
    write(
        () -> {
          assertThat(ledger().lockDueMails(Facts.NOON, 10)).containsExactly(sooner, later);
          assertThat(ledger().lockDueMails(Facts.NOON, 1)).containsExactly(sooner);
        });
  }

  @Test
  void whatIsSentIsDueNoMoreAndWhatFailedIsDueLater() {
    List<OutgoingMail> mails = enqueued(2);
    write(
        () -> {
          ledger().mailSent(mails.get(0).id(), Facts.NOON);
          ledger().mailFailed(mails.get(1).id(), "x\0".repeat(3000), Facts.NOON.plusSeconds(60));
        });
    assertThat(due(Facts.NOON.plusSeconds(59))).isEmpty();
    assertThat(due(Facts.NOON.plusSeconds(60)))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.id()).isEqualTo(mails.get(1).id());
              assertThat(m.attempts()).isEqualTo(1);
            });
    assertThatIllegalStateException()
        .isThrownBy(() -> write(() -> ledger().mailSent("no-such", Facts.NOON)));
  }

  /** H2 locks every due mail with the first, so that the second dispatcher may find none there. */
  @Test
  void twoDispatchersPassOverWhatTheOtherHolds() throws Exception {
    enqueued(2);
    List<Optional<String>> held = heldByTwoAtOnce();
    assertThat(held).anyMatch(Optional::isPresent).doesNotHaveDuplicates();
  }

  /** What each of two dispatchers gets while it waits for the other one to have looked too. */
  List<Optional<String>> heldByTwoAtOnce() throws Exception {
    CyclicBarrier bothLooked = new CyclicBarrier(2);
    return atOnce(
        2,
        () ->
            inTransaction(
                () -> {
                  List<OutgoingMail> mails = ledger().lockDueMails(Facts.NOON, 1);
                  await(bothLooked);
                  return mails.stream().map(OutgoingMail::id).findFirst();
                }));
  }

  @Test
  void severalDispatchersSendEveryMailOnce() throws Exception {
    List<String> expected = enqueued(MAILS).stream().map(OutgoingMail::id).toList();
    ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();
    MailDispatch dispatch =
        dispatch(unitOfWork(), (mail, files) -> sent.add(mail.id()), Facts.NOON);
    List<Integer> counts = atOnce(4, () -> dispatch.run(MAILS));
    // One that finds the rest locked by the others goes home early: a next run does the rest.
    dispatch.run(MAILS);
    assertThat(sent).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isPositive();
    assertThat(due(Facts.NOON.plus(Duration.ofDays(9)))).isEmpty();
  }

  @Test
  void whatCannotBeSentHoldsNothingUpAndIsTriedAgain() {
    List<OutgoingMail> mails = enqueued(3);
    String bad = mails.get(1).id();
    List<String> sent = new ArrayList<>();
    Mailer mailer =
        (mail, files) -> {
          if (mail.id().equals(bad)) {
            throw new IllegalStateException("550 no such user");
          }
          sent.add(mail.id());
        };
    assertThat(dispatch(unitOfWork(), mailer, Facts.NOON).run(10)).isEqualTo(2);
    assertThat(sent).containsExactlyInAnyOrder(mails.get(0).id(), mails.get(2).id());
    assertThat(
            jdbc()
                .queryForList(
                    "select last_error from ttdn_outbox where attempts=1 and sent_at is null",
                    String.class))
        .containsExactly("550 no such user");

    Instant minuteLater = Facts.NOON.plusSeconds(60);
    assertThat(dispatch(unitOfWork(), (mail, files) -> sent.add(mail.id()), minuteLater).run(10))
        .isEqualTo(1);
    assertThat(sent).contains(bad).hasSize(3);
  }

  @Test
  void aMailWhoseSendingWasNotCommittedIsSentAgain() {
    String id = enqueued(1).get(0).id();
    List<String> sent = new ArrayList<>();
    AtomicBoolean first = new AtomicBoolean(true);
    UnitOfWork crashing =
        new UnitOfWork() {
          @Override
          public <T> T write(Supplier<T> work) {
            return unitOfWork()
                .write(
                    () -> {
                      T result = work.get();
                      if (first.getAndSet(false)) {
                        throw new IllegalStateException("the machine stops before the commit");
                      }
                      return result;
                    });
          }

          @Override
          public <T> T join(Supplier<T> work) {
            return unitOfWork().join(work);
          }

          @Override
          public <T> T read(Supplier<T> work) {
            return unitOfWork().read(work);
          }
        };
    MailDispatch dispatch = dispatch(crashing, (mail, files) -> sent.add(mail.id()), Facts.NOON);
    assertThatIllegalStateException().isThrownBy(() -> dispatch.run(10));
    assertThat(dispatch.run(10)).isEqualTo(1);
    assertThat(sent).containsExactly(id, id);
  }

  List<OutgoingMail> enqueued(int count) {
    Dossier dossier = Facts.dossier();
    List<OutgoingMail> mails = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      mails.add(Facts.plainMail(dossier.id()));
    }
    write(
        () -> {
          ledger().insert(dossier);
          ledger().enqueue(mails, Facts.NOON);
        });
    return mails;
  }

  private List<OutgoingMail> due(Instant now) {
    return inTransaction(() -> ledger().lockDueMails(now, 100));
  }

  private MailDispatch dispatch(UnitOfWork unitOfWork, Mailer mailer, Instant now) {
    return new MailDispatch(
        unitOfWork, ledger(), NO_DOCUMENTS, mailer, Clock.fixed(now, ZoneOffset.UTC));
  }

  /** These mails take nothing with them. */
  private static final DocumentStore NO_DOCUMENTS =
      (DocumentStore)
          Proxy.newProxyInstance(
              DocumentStore.class.getClassLoader(),
              new Class<?>[] {DocumentStore.class},
              (proxy, method, args) -> {
                throw new AssertionError("no document is asked for: " + method);
              });

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
