package vn.ttdn.core.comparison;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where two sequences of words differ. Runs of words that either text has only once are matched
 * first, which cuts long texts into short ones; between them the shortest difference is sought. The
 * time stays near the length of the texts: a long stretch that has nothing in common with the other
 * side is given as one gap, not searched for chance hits.
 */
final class WordDiff {
  /**
   * A stretch of the one sequence that stands for a stretch of the other; either may be empty, not
   * both.
   */
  record Gap(int from, int to, int otherFrom, int otherTo) {}

  private static final int[] RUNS = {6, 3, 1};
  private static final int SMALL = 400;
  // A text has less than 2^25 characters, so less words.
  private static final int PLACE_BITS = 25;
  private static final long PLACE = (1L << PLACE_BITS) - 1;
  private static final int LARGEST_SEARCHED = 1_000;

  private final int[] a;
  private final int[] b;
  private final List<Gap> gaps = new ArrayList<>();

  private WordDiff(int[] a, int[] b) {
    this.a = a;
    this.b = b;
  }

  /** The gaps between the keys of two texts, in order; empty if the keys are the same. */
  static List<Gap> between(List<String> a, List<String> b) {
    Map<String, Integer> numbers = new HashMap<>();
    WordDiff diff = new WordDiff(numbered(a, numbers), numbered(b, numbers));
    diff.search(0, diff.a.length, 0, diff.b.length);
    return diff.gaps;
  }

  private static int[] numbered(List<String> keys, Map<String, Integer> numbers) {
    int[] numbered = new int[keys.size()];
    for (int i = 0; i < numbered.length; i++) {
      numbered[i] = numbers.computeIfAbsent(keys.get(i), k -> numbers.size());
    }
    return numbered;
  }

  private void search(int fromA, int toA, int fromB, int toB) {
    int a0 = fromA;
    int b0 = fromB;
    int a1 = toA;
    int b1 = toB;
    while (a0 < a1 && b0 < b1 && a[a0] == b[b0]) {
      a0++;
      b0++;
    }
    while (a0 < a1 && b0 < b1 && a[a1 - 1] == b[b1 - 1]) {
      a1--;
      b1--;
    }
    if (a0 == a1 || b0 == b1) {
      gap(a0, a1, b0, b1);
      return;
    }
    if (a1 - a0 + b1 - b0 > SMALL) {
      for (int run : RUNS) {
        List<int[]> anchors = anchors(a0, a1, b0, b1, run);
        if (!anchors.isEmpty()) {
          between(anchors, run, a0, a1, b0, b1);
          return;
        }
      }
    }
    if (a1 - a0 + b1 - b0 > LARGEST_SEARCHED) {
      gap(a0, a1, b0, b1);
    } else {
      shortest(a0, a1, b0, b1);
    }
  }

  private void between(List<int[]> anchors, int run, int fromA, int toA, int fromB, int toB) {
    int i = fromA;
    int j = fromB;
    for (int[] anchor : anchors) {
      // Runs overlap: what the one before has taken is not taken again.
      if (anchor[0] >= i && anchor[1] >= j) {
        search(i, anchor[0], j, anchor[1]);
        i = anchor[0] + run;
        j = anchor[1] + run;
      }
    }
    search(i, toA, j, toB);
  }

  /** The longest chain, rising on both sides, of runs that either side has exactly once. */
  private List<int[]> anchors(int fromA, int toA, int fromB, int toB, int run) {
    long[] inA = onceOnly(a, fromA, toA, run);
    long[] inB = onceOnly(b, fromB, toB, run);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0, j = 0; i < inA.length && j < inB.length; ) {
      int order = Long.compare(inA[i] >>> PLACE_BITS, inB[j] >>> PLACE_BITS);
      if (order == 0) {
        int atA = (int) (inA[i] & PLACE);
        int atB = (int) (inB[j] & PLACE);
        if (Arrays.equals(a, atA, atA + run, b, atB, atB + run)) {
          pairs.add(new int[] {atA, atB});
        }
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    pairs.sort((p, q) -> Integer.compare(p[0], q[0]));
    return longestRising(pairs);
  }

  /** Hash and place, in one number, of each run that stands there once; in the order of hashes. */
  private static long[] onceOnly(int[] words, int from, int to, int run) {
    long[] all = new long[Math.max(0, to - from - run + 1)];
    for (int k = 0; k < all.length; k++) {
      long hash = 0;
      for (int i = from + k; i < from + k + run; i++) {
        hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
      }
      all[k] = (hash << PLACE_BITS) | (from + k);
    }
    Arrays.sort(all);
    return IntStream.range(0, all.length)
        .filter(k -> k == 0 || all[k] >>> PLACE_BITS != all[k - 1] >>> PLACE_BITS)
        .filter(k -> k + 1 == all.length || all[k] >>> PLACE_BITS != all[k + 1] >>> PLACE_BITS)
        .mapToLong(k -> all[k])
        .toArray();
  }

  /** Longest increasing subsequence by the second of each pair (patience sorting). */
  private static List<int[]> longestRising(List<int[]> pairs) {
    int[] tops = new int[pairs.size()];
    int[] before = new int[pairs.size()];
    int length = 0;
    for (int i = 0; i < pairs.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(tops[middle])[1] < pairs.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : tops[low - 1];
      tops[low] = i;
      length = Math.max(length, low + 1);
    }
    int[][] chain = new int[length][];
    int at = length == 0 ? -1 : tops[length - 1];
    for (int k = length - 1; k >= 0; k--) {
      chain[k] = pairs.get(at);
      at = before[at];
    }
    return List.of(chain);
  }

  private void shortest(int fromA, int toA, int fromB, int toB) {
    List<Integer> partA = Arrays.stream(a, fromA, toA).boxed().toList();
    List<Integer> partB = Arrays.stream(b, fromB, toB).boxed().toList();
    for (Change change : new MyersDiffWithLinearSpace<Integer>().computeDiff(partA, partB, null)) {
      gap(
          fromA + change.startOriginal,
          fromA + change.endOriginal,
          fromB + change.startRevised,
          fromB + change.endRevised);
    }
  }

  /** Adds a gap, or lengthens the one before if nothing stands between. */
  private void gap(int fromA, int toA, int fromB, int toB) {
    if (fromA == toA && fromB == toB) {
      return;
    }
    Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
    if (last != null && last.to == fromA && last.otherTo == fromB) {
      gaps.set(gaps.size() - 1, new Gap(last.from, toA, last.otherFrom, toB));
    } else {
      gaps.add(new Gap(fromA, toA, fromB, toB));
    }
  }
}
