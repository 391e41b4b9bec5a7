package vn.ttdn.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.port.Mailer;
import vn.ttdn.core.port.UnitOfWork;

class MailDispatchTest {
  private final FakeHost host = FakeHost.standing();
  private final Post post = new Post();
  private final MailDispatch dispatch = dispatch(host.unitOfWork());

  @Test
  void eachWaitingMailIsSentOnce() {
    enqueue(3);
    assertThat(dispatch.run(10)).isEqualTo(3);
    assertThat(post.sent)
        .extracting(OutgoingMail::id)
        .containsExactly("mail-1", "mail-2", "mail-3");
    host.clock().advance(Duration.ofDays(30));
    assertThat(dispatch.run(10)).isZero();
    assertThat(post.sent).hasSize(3);
  }

  @Test
  void anEmptyOutboxIsNoWork() {
    assertThat(dispatch.run(10)).isZero();
    assertThat(post.tries).isZero();
  }

  @Test
  void oneRunTakesNoMoreThanItMay() {
    enqueue(5);
    assertThat(dispatch.run(2)).isEqualTo(2);
    assertThat(dispatch.run(2)).isEqualTo(2);
    assertThat(dispatch.run(2)).isEqualTo(1);
    assertThat(post.sent).hasSize(5);
  }

  @Test
  void aMailThatFailsHoldsNobodyUp() {
    enqueue(3);
    post.refusing = List.of("mail-1");
    assertThat(dispatch.run(10)).isEqualTo(2);
    assertThat(post.sent).extracting(OutgoingMail::id).containsExactly("mail-2", "mail-3");
    assertThat(host.ledger().outbox().get(0).attempts()).isEqualTo(1);
  }

  @Test
  void whatFailedWaitsTwiceAsLongEachTimeAndAtMostADay() {
    enqueue(1);
    post.refusing = List.of("mail-1");
    List<Long> expected = new ArrayList<>();
    for (long minutes = 1; minutes < 1440; minutes *= 2) {
      expected.add(minutes);
    }
    expected.addAll(List.of(1440L, 1440L, 1440L));
    for (int n = 0; n < expected.size(); n++) {
      dispatch.run(10);
      assertThat(post.tries).as("tries so far").isEqualTo(n + 1);
      host.clock().advance(Duration.ofMinutes(expected.get(n)).minusMillis(1));
      dispatch.run(10);
      assertThat(post.tries).as("not before %s minutes", expected.get(n)).isEqualTo(n + 1);
      host.clock().advance(Duration.ofMillis(1));
    }
    post.refusing = List.of();
    assertThat(dispatch.run(10)).as("it was never dropped").isEqualTo(1);
  }

  @Test
  void aFailureWithoutWordsIsAFailureToo() {
    enqueue(1);
    post.failure = new RuntimeException((String) null);
    post.refusing = List.of("mail-1");
    assertThat(dispatch.run(10)).isZero();
    assertThat(host.ledger().outbox().get(0).attempts()).isEqualTo(1);
  }

  @Test
  void eachMailIsATransactionOfItsOwnAndIsSentAgainIfThatFails() {
    enqueue(2);
    MailDispatch failing = dispatch(new FailingSecondTime(host.unitOfWork()));
    assertThatIllegalStateException().isThrownBy(() -> failing.run(10));
    assertThat(post.sent).extracting(OutgoingMail::id).containsExactly("mail-1", "mail-2");
    assertThat(dispatch.run(10)).isEqualTo(1);
    assertThat(post.sent)
        .as("at least once: nobody knows that the second one left")
        .extracting(OutgoingMail::id)
        .containsExactly("mail-1", "mail-2", "mail-2");
  }

  private MailDispatch dispatch(UnitOfWork unitOfWork) {
    return new MailDispatch(unitOfWork, host.ledger(), host.documents(), post, host.clock());
  }

  private void enqueue(int count) {
    List<OutgoingMail> mails =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                n ->
                    new OutgoingMail(
                        "mail-" + n,
                        "dossier",
                        "vanthu@ttdn.example",
                        "V/v",
                        "Kính gửi",
                        List.of(),
                        0))
            .toList();
    host.unitOfWork().run(() -> host.ledger().enqueue(mails, host.clock().instant()));
  }

  /** A post office that refuses some mails. */
  private static final class Post implements Mailer {
    private final List<OutgoingMail> sent = new ArrayList<>();
    private List<String> refusing = List.of();
    private RuntimeException failure = new IllegalStateException("no such mailbox");
    private int tries;

    @Override
    public void send(OutgoingMail mail, List<Attachment> attachments) {
      tries++;
      if (refusing.contains(mail.id())) {
        throw failure;
      }
      sent.add(mail);
    }
  }

  /** Transactions of which the second fails at its end. */
  private static final class FailingSecondTime implements UnitOfWork {
    private final UnitOfWork real;
    private int count;

    FailingSecondTime(UnitOfWork real) {
      this.real = real;
    }

    @Override
    public <T> T write(Supplier<T> work) {
      count++;
      return real.write(
          () -> {
            T result = work.get();
            if (count == 2) {
              throw new IllegalStateException("the connection is gone");
            }
            return result;
          });
    }

    @Override
    public <T> T join(Supplier<T> work) {
      return real.join(work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return real.read(work);
    }
  }
}
