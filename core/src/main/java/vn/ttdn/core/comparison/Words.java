package vn.ttdn.core.comparison;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text as words, in a form in which only what a reader sees counts. White space, the shape of
 * dashes and quotation marks, the case of letters (a style may print capitals) and the ways in
 * which programs write one Vietnamese letter are evened out; every letter, digit and sign stays.
 */
final class Words {
  /** What a word is made of. */
  enum Kind {
    LETTERS,
    /** Digits, with the points and commas inside of a number. */
    NUMBER,
    /** Dots or strokes that hold a place open. */
    FILLER,
    /** A label that the showing program makes, {@link ReadText#LABEL}. */
    LABEL,
    /** One other character. */
    SIGN
  }

  /**
   * One word.
   *
   * @param key what is compared
   * @param from its place in {@link #text}
   * @param to behind its last character
   * @param line number of its line
   */
  record Word(Kind kind, String key, int from, int to, int line) {}

  private static final int FILLER_FROM = 2;
  private static final int LONGEST_FORMAL_LINE = 500;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Map<Character, String> EVEN = new HashMap<>();

  static {
    even("-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D");
    even("\"", "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033");
    even("'", "\u2018\u2019\u201A\u201B\u2032\u00B4`");
    even("...", "\u2026");
    even("ff", "\uFB00");
    even("fi", "\uFB01");
    even("fl", "\uFB02");
    even("ffi", "\uFB03");
    even("ffl", "\uFB04");
    // Fonts' text layers write these for Ư, ư, Đ and đ; Vietnamese has no such letters.
    even("\u01AF", "\u01A2");
    even("\u01B0", "\u01A3");
    even("\u0110", "\u00D0\u0189");
    even("\u0111", "\u00F0");
  }

  private static void even(String to, String from) {
    from.chars().forEach(c -> EVEN.put((char) c, to));
  }

  private final String text;
  private final List<Word> list = new ArrayList<>();
  // For each line the number of its first word, then one for the end.
  private final List<Integer> lineStarts = new ArrayList<>();
  // For each page the number of its first line.
  private final List<Integer> pageStarts = new ArrayList<>();

  private final List<String> lines = new ArrayList<>();
  private final List<String> smallLines = new ArrayList<>();

  private Words(String text) {
    this.text = text;
  }

  /** The words of a text. */
  static Words of(String raw) {
    Words words = new Words(evened(raw));
    words.split();
    for (int line = 0; line < words.lines(); line++) {
      words.lines.add(words.shown(words.lineFrom(line), words.lineTo(line)));
      words.smallLines.add(words.line(line).toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /** The evened text. */
  String text() {
    return text;
  }

  int size() {
    return list.size();
  }

  Word get(int i) {
    return list.get(i);
  }

  int lines() {
    return lineStarts.size() - 1;
  }

  /** The number of a line's first word. */
  int lineFrom(int line) {
    return lineStarts.get(line);
  }

  /** The number behind a line's last word. */
  int lineTo(int line) {
    return lineStarts.get(line + 1);
  }

  /** The numbers of the pages' first lines; one page only if the text does not tell. */
  List<Integer> pages() {
    return pageStarts;
  }

  /** A line's words as they stand, with single blanks. */
  String line(int line) {
    return lines.get(line);
  }

  /** Whether a line as a whole, in small letters and with single blanks, is of a form. */
  boolean lineIs(int line, Pattern form) {
    String small = smallLines.get(line);
    // A paragraph is no formality, and need not be searched for one.
    return small.length() <= LONGEST_FORMAL_LINE && form.matcher(small).matches();
  }

  /** A line's words in small letters, with single blanks. */
  String smallLine(int line) {
    return smallLines.get(line);
  }

  /** Words as they stand, with single blanks. */
  String shown(int from, int to) {
    if (from >= to) {
      return "";
    }
    String shown = text.substring(list.get(from).from(), list.get(to - 1).to());
    return list.get(from).line() == list.get(to - 1).line()
        ? shown
        : BLANKS.matcher(shown).replaceAll(" ");
  }

  /** Whether white space stands between a word and the one before it. */
  boolean isApart(int i) {
    return i == 0 || list.get(i - 1).to() < list.get(i).from();
  }

  private static String evened(String raw) {
    StringBuilder even = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      String other = c < 0x80 && c != '`' ? null : EVEN.get(c);
      if (other != null) {
        even.append(other);
      } else if (c == '\n' || c == ReadText.PAGE_END) {
        even.append(c);
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        boolean isLine = c == '\u2028' || c == '\u2029';
        boolean isMore = even.length() > 0 && even.charAt(even.length() - 1) == ' ';
        if (isLine || !isMore) {
          even.append(isLine ? '\n' : ' ');
        }
      } else if (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)) {
        even.append(c);
      }
    }
    return Normalizer.normalize(even, Normalizer.Form.NFC);
  }

  private void split() {
    int line = 0;
    lineStarts.add(0);
    pageStarts.add(0);
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n' || c == ReadText.PAGE_END) {
        // Empty lines are no lines.
        if (list.size() > lineStarts.get(line)) {
          lineStarts.add(list.size());
          line++;
        }
        if (c == ReadText.PAGE_END && i + 1 < text.length()) {
          pageStarts.add(line);
        }
        i++;
      } else if (c == ' ') {
        i++;
      } else {
        i = word(i, line);
      }
    }
    if (list.size() > lineStarts.get(line)) {
      lineStarts.add(list.size());
    }
  }

  private int word(int from, int line) {
    int c = text.codePointAt(from);
    int to = from + Character.charCount(c);
    Kind kind = Kind.SIGN;
    if (isLetter(c)) {
      kind = Kind.LETTERS;
      while (to < text.length() && isLetter(text.codePointAt(to))) {
        to += Character.charCount(text.codePointAt(to));
      }
    } else if (Character.isDigit(c)) {
      kind = Kind.NUMBER;
      while (to < text.length() && isOfNumber(to)) {
        to++;
      }
    } else if (c == ReadText.LABEL) {
      kind = Kind.LABEL;
    } else if (c == '.' || c == '_') {
      while (to < text.length() && text.charAt(to) == c) {
        to++;
      }
      if (to - from >= FILLER_FROM) {
        kind = Kind.FILLER;
      } else {
        to = from + 1;
      }
    }
    String key = text.substring(from, to).toLowerCase(Locale.ROOT);
    list.add(new Word(kind, key, from, to, line));
    return to;
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private boolean isOfNumber(int at) {
    char c = text.charAt(at);
    return Character.isDigit(c)
        || ((c == '.' || c == ',')
            && at + 1 < text.length()
            && Character.isDigit(text.charAt(at + 1)));
  }
}
