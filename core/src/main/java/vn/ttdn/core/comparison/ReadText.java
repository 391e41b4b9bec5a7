package vn.ttdn.core.comparison;

import java.util.Objects;

/**
 * What could be read of a file: its text, or why there is none. A file whose text cannot be read is
 * never taken for one without words.
 */
public sealed interface ReadText {
  /**
   * Stands in a text where the program that shows the file makes a label by itself (1., a), –, a
   * note's number): the file holds only that there is one, not which.
   */
  char LABEL = '\u2043';

  /** Stands between the pages of a text that has pages. */
  char PAGE_END = '\f';

  /**
   * The text, in reading order.
   *
   * @param text lines end with a line feed, pages with {@link #PAGE_END} where the format has
   *     pages; never blank
   * @param margins lines of headers and footers, once each, where the format keeps them apart from
   *     the text; otherwise empty
   */
  record Read(String text, String margins) implements ReadText {
    public Read {
      if (text.isBlank()) {
        throw new IllegalArgumentException("an empty text says nothing about a file");
      }
      Objects.requireNonNull(margins);
    }

    /** A text of a format that knows no margins. */
    public Read(String text) {
      this(text, "");
    }
  }

  /** No text, and why. */
  record NotRead(NotReadReason reason) implements ReadText {
    public NotRead {
      Objects.requireNonNull(reason);
    }
  }
}
