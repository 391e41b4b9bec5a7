package vn.ttdn.core.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.ttdn.core.comparison.Comparison.Difference;
import vn.ttdn.core.comparison.Comparison.Different;
import vn.ttdn.core.comparison.Comparison.NotCompared;
import vn.ttdn.core.comparison.Comparison.Result;
import vn.ttdn.core.comparison.Comparison.Same;
import vn.ttdn.core.comparison.Comparison.Side;
import vn.ttdn.core.comparison.ReadText.Read;
import vn.ttdn.core.comparison.WordDiff.Gap;

/** The two texts, and what of them may pass. */
final class ComparedTexts {
  private static final int CONTEXT_WORDS = 6;
  private static final int NEAR_WORDS = 3;
  private static final int LONGEST_SHOWN = 300;
  private static final int SHINGLE = 3;
  private static final int LONGEST_MOVED = 100;

  private final Words approved;
  private final Words signed;
  private final Zones approvedZones;
  private final Zones signedZones;
  private final BitSet ofApproved;
  private final BitSet ofSigned;

  ComparedTexts(Read approvedText, Read signedText) {
    approved = Words.of(approvedText.text());
    signed = Words.of(signedText.text());
    approvedZones = Zones.of(approved);
    signedZones = Zones.of(signed);
    ofApproved = Formalities.ofApproved(approved, approvedZones);
    ofSigned =
        Formalities.ofSigned(
            signed, signedZones, approved, approvedZones, Words.of(approvedText.margins()));
  }

  /** What comes out of the comparison. */
  Result result() {
    if (saysNothing(signed, ofSigned)) {
      // A scan that bears only the text of its digital signature.
      return new NotCompared(Side.SIGNED, NotReadReason.SCAN_WITHOUT_TEXT);
    }
    if (saysNothing(approved, ofApproved)) {
      return new NotCompared(Side.APPROVED, NotReadReason.EMPTY);
    }
    List<Gap> all = WordDiff.between(keys(approved), keys(signed));
    List<Gap> open = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<Gap> sameGap = placesOf(all, i);
      if (sameGap.stream().noneMatch(this::passes)) {
        open.add(sameGap.stream().filter(this::readsWell).findFirst().orElse(all.get(i)));
      }
    }
    List<Difference> differences = differences(open);
    if (differences.isEmpty()) {
      return new Same();
    }
    return new Different(
        differences.subList(0, Math.min(Comparison.MAX_LISTED, differences.size())),
        differences.size(),
        similarity(all));
  }

  private static boolean saysNothing(Words words, BitSet marked) {
    return IntStream.range(0, words.size())
        .noneMatch(
            i -> !marked.get(i) && Character.isLetterOrDigit(words.get(i).key().codePointAt(0)));
  }

  private static List<String> keys(Words words) {
    return IntStream.range(0, words.size()).mapToObj(i -> words.get(i).key()).toList();
  }

  /**
   * A gap, and where else it may be seen: where words were only added or only left out, it does not
   * matter which of several equal words is taken for the new one ("tháng 2" with a page's number 2
   * before it).
   */
  private List<Gap> placesOf(List<Gap> all, int index) {
    Gap gap = all.get(index);
    List<Gap> places = new ArrayList<>(List.of(gap));
    int longest = Math.max(gap.to() - gap.from(), gap.otherTo() - gap.otherFrom());
    boolean oneSided = gap.from() == gap.to() || gap.otherFrom() == gap.otherTo();
    if (!oneSided || longest > LONGEST_MOVED) {
      return places;
    }
    int lowest = index == 0 ? 0 : all.get(index - 1).to();
    boolean isLast = index + 1 == all.size();
    int highest = isLast ? approved.size() : all.get(index + 1).from();
    // Between two gaps both texts have the same words: a bound on the one is one on the other.
    Gap place = gap;
    for (int i = 0; i < LONGEST_MOVED && place.from() > lowest && slides(place, -1); i++) {
      place = moved(place, -1);
      places.add(place);
    }
    place = gap;
    for (int i = 0; i < LONGEST_MOVED && place.to() < highest && slides(place, 1); i++) {
      place = moved(place, 1);
      places.add(place);
    }
    return places;
  }

  private boolean slides(Gap gap, int by) {
    boolean added = gap.from() == gap.to();
    Words words = added ? signed : approved;
    int from = added ? gap.otherFrom() : gap.from();
    int to = added ? gap.otherTo() : gap.to();
    return by < 0
        ? words.get(from - 1).key().equals(words.get(to - 1).key())
        : words.get(from).key().equals(words.get(to).key());
  }

  /** Begins with a line, as people leave out and add paragraphs. */
  private boolean readsWell(Gap gap) {
    boolean added = gap.from() == gap.to();
    Words words = added ? signed : approved;
    int from = added ? gap.otherFrom() : gap.from();
    return from == words.lineFrom(words.get(from).line());
  }

  private static Gap moved(Gap gap, int by) {
    return new Gap(gap.from() + by, gap.to() + by, gap.otherFrom() + by, gap.otherTo() + by);
  }

  private boolean passes(Gap gap) {
    int labels = labels(approved, gap.from(), gap.to());
    int otherLabels = labels(signed, gap.otherFrom(), gap.otherTo());
    String left = joined(approved, gap.from(), gap.to(), ofApproved, otherLabels);
    String right = joined(signed, gap.otherFrom(), gap.otherTo(), ofSigned, labels);
    return left.equals(right) || isYearCompleted(left, gap);
  }

  /** "năm 20…" or "năm 202…" in a form, the whole year when it is signed. */
  private boolean isYearCompleted(String left, Gap gap) {
    if (!left.matches("20\\d?") || gap.otherTo() - gap.otherFrom() != 1) {
      return false;
    }
    String year = signed.get(gap.otherFrom()).key();
    return year.matches("20\\d\\d") && year.startsWith(left);
  }

  private static int labels(Words words, int from, int to) {
    return (int)
        IntStream.range(from, to).filter(i -> words.get(i).kind() == Words.Kind.LABEL).count();
  }

  /**
   * The words that count as one string: where blanks stand does not matter, except between numbers.
   *
   * @param labels how many labels the other side leaves to be made
   */
  private static String joined(Words words, int from, int to, BitSet marked, int labels) {
    StringBuilder joined = new StringBuilder();
    int left = labels;
    for (int i = from; i < to; i++) {
      int label = left > 0 ? ListLabel.lengthAt(words, i, to) : 0;
      if (label > 0) {
        left--;
        i += label - 1;
      } else if (!marked.get(i)) {
        String key = words.get(i).key();
        if (joined.length() > 0
            && Character.isDigit(joined.charAt(joined.length() - 1))
            && Character.isDigit(key.charAt(0))
            && words.isApart(i)) {
          joined.append(' ');
        }
        joined.append(key);
      }
    }
    return joined.toString();
  }

  private List<Difference> differences(List<Gap> open) {
    List<Gap> rest = new ArrayList<>(open);
    List<Difference> differences = new ArrayList<>();
    reordered(rest, List.of(approvedZones.head()), List.of(signedZones.head()), differences);
    List<Difference> atEnd = new ArrayList<>();
    reordered(rest, approvedZones.ends(), signedZones.ends(), atEnd);
    for (Gap gap : near(rest)) {
      differences.add(difference(gap));
    }
    differences.addAll(atEnd);
    return differences;
  }

  /**
   * Where columns may have been read in another order, words that are missing at one place and too
   * many at another are not a difference; what is left of them is.
   */
  private void reordered(
      List<Gap> gaps,
      List<Zones.Range> ofApprovedText,
      List<Zones.Range> ofSignedText,
      List<Difference> found) {
    List<Gap> inside =
        gaps.stream()
            .filter(
                gap ->
                    ofApprovedText.stream().anyMatch(r -> r.holds(gap.from(), gap.to()))
                        && ofSignedText.stream()
                            .anyMatch(r -> r.holds(gap.otherFrom(), gap.otherTo())))
            .toList();
    Map<String, Integer> missingKeys = new HashMap<>();
    Map<String, Integer> addedKeys = new HashMap<>();
    for (Gap gap : inside) {
      counted(approved, gap.from(), gap.to(), missingKeys);
      counted(signed, gap.otherFrom(), gap.otherTo(), addedKeys);
    }
    List<Integer> missing = new ArrayList<>();
    List<Integer> added = new ArrayList<>();
    boolean isReordered = false;
    for (Gap gap : inside) {
      isReordered |= left(approved, gap.from(), gap.to(), ofApproved, addedKeys, missing);
      isReordered |= left(signed, gap.otherFrom(), gap.otherTo(), ofSigned, missingKeys, added);
    }
    if (!isReordered) {
      return;
    }
    gaps.removeAll(inside);
    if (!missing.isEmpty() || !added.isEmpty()) {
      Gap first = inside.get(0);
      found.add(
          new Difference(
              shown(approved, missing),
              shown(signed, added),
              context(first.from(), inside.get(inside.size() - 1).to())));
    }
  }

  private static void counted(Words words, int from, int to, Map<String, Integer> keys) {
    for (int i = from; i < to; i++) {
      keys.merge(words.get(i).key(), 1, Integer::sum);
    }
  }

  /** Adds the words that count and have no counterpart; whether there was one that has. */
  private static boolean left(
      Words words,
      int from,
      int to,
      BitSet marked,
      Map<String, Integer> counterparts,
      List<Integer> left) {
    boolean matched = false;
    for (int i = from; i < to; i++) {
      if (!marked.get(i)) {
        String key = words.get(i).key();
        if (counterparts.getOrDefault(key, 0) > 0) {
          counterparts.merge(key, -1, Integer::sum);
          matched = true;
        } else {
          left.add(i);
        }
      }
    }
    return matched;
  }

  private static String shown(Words words, List<Integer> which) {
    StringBuilder shown = new StringBuilder();
    for (int i : which) {
      if (shown.length() > 0 && words.isApart(i)) {
        shown.append(' ');
      }
      shown.append(words.shown(i, i + 1));
    }
    return shortened(shown.toString());
  }

  /** Gaps with only a few chance words between them read better as one. */
  private static List<Gap> near(List<Gap> gaps) {
    List<Gap> near = new ArrayList<>();
    for (Gap gap : gaps) {
      Gap last = near.isEmpty() ? null : near.get(near.size() - 1);
      if (last != null
          && gap.from() - last.to() <= NEAR_WORDS
          && gap.otherFrom() - last.otherTo() <= NEAR_WORDS) {
        near.set(near.size() - 1, new Gap(last.from(), gap.to(), last.otherFrom(), gap.otherTo()));
      } else {
        near.add(gap);
      }
    }
    return near;
  }

  private Difference difference(Gap gap) {
    return new Difference(
        shortened(approved.shown(gap.from(), gap.to())),
        shortened(signed.shown(gap.otherFrom(), gap.otherTo())),
        context(gap.from(), gap.to()));
  }

  private String context(int from, int to) {
    String before = approved.shown(Math.max(0, from - CONTEXT_WORDS), from);
    String behind = approved.shown(to, Math.min(approved.size(), to + CONTEXT_WORDS));
    return (before + " […] " + behind).strip();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  /** Sørensen–Dice coefficient of the texts' runs of three words. */
  private double similarity(List<Gap> all) {
    BitSet passedApproved = new BitSet();
    BitSet passedSigned = new BitSet();
    for (Gap gap : all) {
      passedApproved.set(gap.from(), gap.to());
      passedSigned.set(gap.otherFrom(), gap.otherTo());
    }
    passedApproved.and(ofApproved);
    passedSigned.and(ofSigned);
    long[] runs = runs(approved, passedApproved);
    long[] otherRuns = runs(signed, passedSigned);
    int shared = 0;
    for (int i = 0, j = 0; i < runs.length && j < otherRuns.length; ) {
      int order = Long.compare(runs[i], otherRuns[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int total = runs.length + otherRuns.length;
    // A point or a blank more makes no run of words less.
    return total == 0 ? 0 : Math.min(Math.nextDown(1.0), 2.0 * shared / total);
  }

  /** The hashes of all runs of three words, sorted. */
  private static long[] runs(Words words, BitSet passed) {
    int[] keys =
        IntStream.range(0, words.size())
            .filter(i -> !passed.get(i))
            .map(i -> words.get(i).key().hashCode())
            .toArray();
    return IntStream.rangeClosed(0, keys.length - SHINGLE)
        .mapToLong(
            i -> {
              long hash = 0;
              for (int k = i; k < i + SHINGLE; k++) {
                hash = (hash ^ keys[k]) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
              }
              return hash;
            })
        .sorted()
        .toArray();
  }
}
