package vn.ttdn.core.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The two places where a document is set in columns (NĐ 30/2020/NĐ-CP, Phụ lục I): the head with
 * agency, national name, number and date, and the end with "Nơi nhận" beside the signature. A PDF
 * may give the lines of two columns in turn, so order counts less there.
 */
final class Zones {
  /** Words from one number up to, not with, another. */
  record Range(int from, int to) {
    boolean holds(int otherFrom, int otherTo) {
      return otherFrom >= from && otherTo <= to;
    }
  }

  private static final int HEAD_LINES = 40;
  private static final int END_LINES = 40;
  private static final int LONGEST_END_LINE = 12;
  private static final int OFFICE_LINES = 3;
  private static final Pattern ADDRESSED = pattern("kính gửi\\b.*");
  private static final Pattern DATED = pattern(".*\\bngày\\b.*\\btháng\\b.*\\bnăm\\b.*");
  private static final Pattern RECIPIENTS = pattern(".*\\bnơi nhận ?:.*|nơi nhận");
  private static final Pattern OFFICE =
      pattern(
          "((kt|tm|tl|tuq|q)\\. ?.*)|.*\\b(trưởng|chủ tịch|giám đốc|chánh văn phòng|chánh thanh tra)");
  private static final Pattern NEXT_DOCUMENT =
      pattern("(phụ lục|danh mục|kế hoạch|quyết định|chương trình|biểu|mẫu)\\b.*");

  private final Words words;
  private final Range head;
  private final List<Range> ends = new ArrayList<>();

  private Zones(Words words) {
    this.words = words;
    this.head = new Range(0, headTo());
    for (int line = 0; line < words.lines(); line++) {
      if (words.lineIs(line, RECIPIENTS)) {
        end(line);
      }
    }
    for (int line = words.lines() - 1; line >= 0 && ends.isEmpty(); line--) {
      if (isOffice(line)) {
        end(line);
      }
    }
  }

  static Zones of(Words words) {
    return new Zones(words);
  }

  /** From the beginning to the addressees, or to the date where nobody is addressed. */
  Range head() {
    return head;
  }

  /** The signature blocks: one for each document in the file. */
  List<Range> ends() {
    return ends;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
  }

  private int headTo() {
    int lines = Math.min(HEAD_LINES, words.lines());
    for (int line = 0; line < lines; line++) {
      if (words.lineIs(line, ADDRESSED)) {
        return words.lineFrom(line);
      }
    }
    for (int line = 0; line < lines; line++) {
      if (words.lineIs(line, DATED)) {
        return words.lineTo(line);
      }
    }
    return 0;
  }

  private void end(int at) {
    int first = at;
    // The office stands beside "Nơi nhận" and may come before it.
    while (first > 0 && at - first < OFFICE_LINES && isOffice(first - 1)) {
      first--;
    }
    int line = at + 1;
    while (line < words.lines() && line - at < END_LINES && belongsToEnd(line)) {
      line++;
    }
    ends.add(new Range(words.lineFrom(first), words.lineTo(line - 1)));
  }

  private boolean belongsToEnd(int line) {
    String text = words.smallLine(line);
    boolean isRecipient = text.startsWith("-") || text.startsWith("+");
    return !words.lineIs(line, NEXT_DOCUMENT)
        && (isRecipient || words.lineTo(line) - words.lineFrom(line) <= LONGEST_END_LINE);
  }

  private boolean isOffice(int line) {
    String text = words.line(line);
    return text.equals(text.toUpperCase(Locale.ROOT)) && words.lineIs(line, OFFICE);
  }
}
