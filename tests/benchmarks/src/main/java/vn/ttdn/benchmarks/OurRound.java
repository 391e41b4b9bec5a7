package vn.ttdn.benchmarks;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.ttdn.core.Host;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.NewDossier;
import vn.ttdn.core.plan.Step;

/**
 * The round through our layer: opening the dossier, taking the letter in, and the four decisions,
 * with ledger, audit chain, mails, register, content store and the frozen record.
 */
final class OurRound implements Round {
  private static final List<String> TO = List.of("NVDP", "TTBC", "Vụ Hợp tác quốc tế");
  private static final int YEAR = 2027;

  private final Host host;
  private final Dossiers dossiers;
  private final Letters letters;
  private final AtomicLong count = new AtomicLong();

  OurRound(BenchHost bench, Letters letters) {
    this.host = bench.host();
    this.dossiers = new Dossiers(host, bench.flow());
    this.letters = letters;
  }

  @Override
  public Ran run() {
    long n = count.incrementAndGet();
    byte[] letter = letters.unlike(n);
    IncomingFile file =
        new IncomingFile(LETTER_NAME, letter.length, () -> new ByteArrayInputStream(letter));
    List<Long> nanos = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    signIn(PEOPLE.get(0));
    Dossier dossier = timed(nanos, () -> dossiers.open(contents(n)));
    String id = dossier.id();
    timed(nanos, () -> dossiers.putLetter(id, file));
    for (int i = 0; i < OUTCOMES.size(); i++) {
      signIn(PEOPLE.get(i));
      steps.add(dossier.step().map(Step::id).orElse("none"));
      String task = dossier.taskId().orElseThrow();
      String outcome = OUTCOMES.get(i);
      dossier = timed(nanos, () -> dossiers.decide(task, outcome, COMMENT));
    }
    return new Ran(nanos, steps, dossier.processId().orElseThrow());
  }

  private NewDossier contents(long n) {
    return NewDossier.checked(
        "Đề nghị đề xuất nội dung Kế hoạch thông tin đối ngoại của Bộ, lần " + n,
        YEAR,
        "PTTDN",
        TO,
        host.organisation().get());
  }

  private <T> T timed(List<Long> nanos, Supplier<T> work) {
    long before = System.nanoTime();
    T result = host.unitOfWork().write(work);
    nanos.add(System.nanoTime() - before);
    return result;
  }

  static void signIn(String userName) {
    SecurityContextHolder.getContext()
        .setAuthentication(new UsernamePasswordAuthenticationToken(userName, null, List.of()));
  }
}
