package vn.ttdn.core.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vn.ttdn.core.comparison.ReadText.NotRead;
import vn.ttdn.core.comparison.ReadText.Read;
import vn.ttdn.core.text.Messages;

/**
 * Holds the signed file's text against the approved version's, word by word. What signing,
 * numbering and printing add is let pass ({@link Formalities}), and so are white space, the shape
 * of dashes and quotation marks and the case of letters; any other word that was added, left out or
 * changed is a difference, a digit in a sum as well as a paragraph.
 */
public final class Comparison {
  /** Most differences that are listed. */
  public static final int MAX_LISTED = 50;

  private Comparison() {}

  /** What came out, in one word. */
  public enum Verdict {
    SAME,
    DIFFERENT,
    NOT_COMPARED;

    public String label(Locale locale) {
      return Messages.in(locale).text("comparison.verdict." + name());
    }
  }

  /** Which of the two files. */
  public enum Side {
    APPROVED,
    SIGNED;

    public String label(Locale locale) {
      return Messages.in(locale).text("comparison.side." + name());
    }
  }

  /** What came out. */
  public sealed interface Result {
    Verdict verdict();
  }

  /** Nothing but what signing adds. */
  public record Same() implements Result {
    @Override
    public Verdict verdict() {
      return Verdict.SAME;
    }
  }

  /**
   * Something else was changed.
   *
   * @param differences the first of them in the order of the approved text, {@link #MAX_LISTED} at
   *     most; never empty
   * @param total how many there are
   * @param similarity share of runs of three words that both texts have, from 0 (another document)
   *     to below 1
   */
  public record Different(List<Difference> differences, int total, double similarity)
      implements Result {
    public Different {
      differences = List.copyOf(differences);
    }

    @Override
    public Verdict verdict() {
      return Verdict.DIFFERENT;
    }
  }

  /** One of the texts could not be read. */
  public record NotCompared(Side side, NotReadReason reason) implements Result {
    public NotCompared {
      Objects.requireNonNull(side);
      Objects.requireNonNull(reason);
    }

    @Override
    public Verdict verdict() {
      return Verdict.NOT_COMPARED;
    }
  }

  /**
   * One place where the texts differ.
   *
   * @param approved the approved version's words; empty if words were added
   * @param signed the signed file's words; empty if words were left out
   * @param context the approved version's words around the place, which is shown as […]
   */
  public record Difference(String approved, String signed, String context) {}

  /** Compares. */
  public static Result compare(ReadText approved, ReadText signed) {
    if (approved instanceof NotRead unread) {
      return new NotCompared(Side.APPROVED, unread.reason());
    }
    if (signed instanceof NotRead unread) {
      return new NotCompared(Side.SIGNED, unread.reason());
    }
    return new ComparedTexts((Read) approved, (Read) signed).result();
  }
}
