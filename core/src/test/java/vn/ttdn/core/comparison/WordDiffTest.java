package vn.ttdn.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.comparison.Comparison.Different;
import vn.ttdn.core.comparison.Comparison.Same;
import vn.ttdn.core.comparison.ReadText.Read;
import vn.ttdn.core.comparison.WordDiff.Gap;

/** The gaps between two sequences, and the time that long texts take. */
class WordDiffTest {
  /** 200 pages of some 400 words. */
  private static final int LONG = 80_000;

  private static final Duration TIME = Duration.ofSeconds(20);

  @Test
  void whatIsTheSameHasNoGaps() {
    assertThat(WordDiff.between(List.of("a", "b"), List.of("a", "b"))).isEmpty();
    assertThat(WordDiff.between(List.of(), List.of())).isEmpty();
  }

  @Test
  void gapsAreAsSmallAsCanBe() {
    assertThat(WordDiff.between(List.of("a", "b", "c", "d"), List.of("a", "x", "c", "d", "e")))
        .containsExactly(new Gap(1, 2, 1, 2), new Gap(4, 4, 4, 5));
    assertThat(WordDiff.between(List.of("a", "b", "c"), List.of("a", "c")))
        .containsExactly(new Gap(1, 2, 1, 1));
  }

  @Property
  void outsideOfTheGapsBothAreTheSame(
      @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> a,
      @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> b) {
    holds(a.stream().map(String::valueOf).toList(), b.stream().map(String::valueOf).toList());
  }

  @Property(tries = 100)
  void andSoItIsInLongOnes(
      @ForAll @IntRange(min = 2, max = 3_000) int differentWords, @ForAll long seed) {
    Random random = new Random(seed);
    List<String> a =
        IntStream.range(0, 3_000).mapToObj(i -> "w" + random.nextInt(differentWords)).toList();
    List<String> b = new ArrayList<>(a);
    for (int change = 0; change < 30; change++) {
      int at = random.nextInt(b.size() - 50);
      switch (random.nextInt(3)) {
        case 0 -> b.set(at, "x" + change);
        case 1 -> b.add(at, a.get(random.nextInt(a.size())));
        default -> b.subList(at, at + random.nextInt(50)).clear();
      }
    }
    holds(a, b);
  }

  @Test
  void twoHundredPagesDoNotTakeLong() {
    Random random = new Random(7);
    String[] vocabulary =
        IntStream.range(0, 2_000)
            .mapToObj(
                i ->
                    "từ"
                        + (char) ('a' + i % 26)
                        + (char) ('a' + i / 26 % 26)
                        + (char) ('a' + i / 676))
            .toArray(String[]::new);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < LONG; i++) {
      words.add(vocabulary[(int) (2_000 * Math.pow(random.nextDouble(), 3))]);
    }
    String text = lines(words, 12);
    List<String> changed = new ArrayList<>(words);
    for (int i = 100; i < LONG; i += 1_000) {
      changed.set(i, "khác" + i);
    }
    List<String> shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, random);
    inTime(
        () ->
            assertThat(Comparison.compare(new Read(text), new Read(lines(words, 7))))
                .isEqualTo(new Same()));
    inTime(
        () -> {
          Different different =
              (Different) Comparison.compare(new Read(text), new Read(lines(changed, 7)));
          assertThat(different.total()).isEqualTo(80);
          assertThat(different.similarity()).isGreaterThan(0.99);
        });
    inTime(
        () -> {
          Different different =
              (Different) Comparison.compare(new Read(text), new Read(lines(shuffled, 7)));
          assertThat(different.similarity()).isLessThan(0.2);
        });
  }

  @Test
  void textsMadeToTakeLongDoNot() {
    List<String> a = IntStream.range(0, LONG).mapToObj(i -> i % 2 == 0 ? "a" : "b").toList();
    List<String> b = IntStream.range(0, LONG).mapToObj(i -> i % 3 == 0 ? "a" : "b").toList();
    inTime(() -> assertThat(WordDiff.between(a, b)).isNotEmpty());
    inTime(
        () ->
            assertThat(
                    Comparison.compare(
                        new Read(lines(Collections.nCopies(LONG, "1"), 1) + "c"),
                        new Read("\f1\n".repeat(LONG / 2) + "c")))
                .isInstanceOf(Different.class));
  }

  /** By the time that the processor gave to it: other programs use the machine too. */
  private static void inTime(Runnable task) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    task.run();
    long start = threads.getCurrentThreadCpuTime();
    task.run();
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(TIME);
  }

  private static void holds(List<String> a, List<String> b) {
    int at = 0;
    int otherAt = 0;
    for (Gap gap : WordDiff.between(a, b)) {
      assertThat(gap.from()).isGreaterThanOrEqualTo(at);
      assertThat(a.subList(at, gap.from())).isEqualTo(b.subList(otherAt, gap.otherFrom()));
      assertThat(gap.from() < gap.to() || gap.otherFrom() < gap.otherTo()).isTrue();
      at = gap.to();
      otherAt = gap.otherTo();
    }
    assertThat(a.subList(at, a.size())).isEqualTo(b.subList(otherAt, b.size()));
  }

  private static String lines(List<String> words, int perLine) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(words.get(i)).append(i % perLine == perLine - 1 ? '\n' : ' ');
    }
    return text.toString();
  }
}
