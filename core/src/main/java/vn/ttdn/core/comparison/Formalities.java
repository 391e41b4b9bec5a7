package vn.ttdn.core.comparison;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ttdn.core.comparison.Words.Kind;
import vn.ttdn.core.comparison.Words.Word;

/**
 * The words of a text that signing, numbering and printing may add or take away: what held a place
 * open, the number and the date filled into open places (NĐ 30/2020/NĐ-CP, Điều 15), the traces of
 * a signature, the name under it where the draft had none, the mark of a draft. Such a word counts
 * only where the other text has something else in its place.
 */
final class Formalities {
  private static final int MAX_NUMBER_DIGITS = 6;
  private static final int STAMPED_LINES = 6;
  private static final int BLOCK_LINES = 6;
  private static final int BLOCK_LINE_LENGTH = 60;
  private static final int LONGEST_NAME = 60;

  private static final Pattern DRAFT = pattern("\\W*dự thảo( lần( thứ)? \\w+)?\\W*");
  private static final Pattern SIGNED =
      pattern(
          "\\W*(đã ký|đã ký và đóng dấu|ký|ký tên|ký, đóng dấu|ký tên,? (và )?đóng dấu|đã ký số|ký số"
              + "|ký,? (và )?ghi rõ họ( và)?,? tên( (và|,) đóng dấu)?"
              + "|chữ ký( số)?( của người có thẩm quyền)?,?( dấu(/chữ ký số)? của (cơ quan|tổ chức).*)?"
              + "|signature( is)? (not verified|valid))\\W*");
  private static final Pattern SIGNATURE =
      pattern(
          "(người ký|(được |đã )?ký( số)? bởi|thời gian ký|ngày ký|chữ ký số) ?:.*"
              + "|digitally signed by.*|signed by ?:.*|signing time ?:.*|signature( is)? (not verified|valid).*");
  private static final Pattern OF_SIGNATURE =
      pattern(
          "(e-?mail|thư điện tử|cơ quan|tổ chức|đơn vị|chức vụ|ngày|date|dn|cn|ou|o|reason|location"
              + "|lý do|vị trí) ?[:=].*|(foxit|adobe)\\b.*");
  private static final Pattern NAME =
      Pattern.compile(
          "((GS|PGS|TS|ThS|BS|LS)\\.? ?)*\\p{Lu}\\p{Ll}*( \\p{Lu}\\p{Ll}*){1,5}",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final Words words;
  private final Zones zones;
  private final BitSet marked = new BitSet();

  private Formalities(Words words, Zones zones) {
    this.words = words;
    this.zones = zones;
  }

  /** In the version that was approved. */
  static BitSet ofApproved(Words approved, Zones zones) {
    Formalities formalities = new Formalities(approved, zones);
    formalities.everywhere();
    formalities.lines(DRAFT);
    return formalities.marked;
  }

  /**
   * In what was signed.
   *
   * @param margins headers and footers of the approved version
   */
  static BitSet ofSigned(
      Words signed, Zones zones, Words approved, Zones approvedZones, Words margins) {
    Formalities formalities = new Formalities(signed, zones);
    formalities.everywhere();
    formalities.signatures();
    formalities.filledIn();
    formalities.stamped();
    formalities.margins(margins);
    if (new Formalities(approved, approvedZones).name() < 0) {
      int line = formalities.name();
      if (line >= 0) {
        formalities.mark(line);
      }
    }
    return formalities.marked;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
  }

  private void mark(int line) {
    marked.set(words.lineFrom(line), words.lineTo(line));
  }

  private void everywhere() {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (word.kind() == Kind.FILLER || word.kind() == Kind.LABEL || isOfPrivateUse(word)) {
        marked.set(i);
      }
    }
    marked.or(PageFurniture.of(words));
    lines(SIGNED);
    for (Zones.Range end : zones.ends()) {
      for (int i = end.from(); i + 1 < end.to(); i++) {
        if (is(i, "đã") && is(i + 1, "ký")) {
          marked.set(is(i - 1, "(") ? i - 1 : i, is(i + 2, ")") ? i + 3 : i + 2);
        }
      }
    }
  }

  /** A sign of a font of its own: a bullet, a box to tick. */
  private static boolean isOfPrivateUse(Word word) {
    return word.kind() == Kind.SIGN
        && Character.getType(word.key().codePointAt(0)) == Character.PRIVATE_USE;
  }

  private void lines(Pattern pattern) {
    for (int line = 0; line < words.lines(); line++) {
      if (words.lineIs(line, pattern)) {
        mark(line);
      }
    }
  }

  /** What a digital signature shows of itself: its line, and the lines of it that adjoin. */
  private void signatures() {
    int last = -1;
    for (int line = 0; line < words.lines(); line++) {
      if (words.lineIs(line, SIGNATURE)) {
        mark(line);
        for (int near = line - 1; near >= 0 && words.lineIs(near, OF_SIGNATURE); near--) {
          mark(near);
        }
        for (int near = line + 1;
            near < words.lines() && words.lineIs(near, OF_SIGNATURE);
            near++) {
          mark(near);
        }
        if (last >= 0 && line - last <= BLOCK_LINES) {
          wrapped(last + 1, line);
        }
        last = line;
      }
    }
  }

  /** Between two lines of one signature a long value may run over several. */
  private void wrapped(int from, int to) {
    for (int line = from; line < to; line++) {
      if (words.line(line).length() > BLOCK_LINE_LENGTH) {
        return;
      }
    }
    for (int line = from; line < to; line++) {
      mark(line);
    }
  }

  private void filledIn() {
    for (int i = 0; i < words.size(); i++) {
      if (is(i, "số")) {
        int number = behindFillers(is(i + 1, ":") ? i + 2 : i + 1);
        if (isDigits(number, MAX_NUMBER_DIGITS) && is(behindFillers(number + 1), "/")) {
          marked.set(number);
        }
      } else if (is(i, "ngày")) {
        date(i);
      }
    }
  }

  private void date(int at) {
    int day = behindFillers(at + 1);
    int sign = isWithin(day, 31) ? behindFillers(day + 1) : day;
    boolean inWords = is(sign, "tháng");
    if (!inWords && !is(sign, "/")) {
      return;
    }
    int month = behindFillers(sign + 1);
    int secondSign = isWithin(month, 12) ? behindFillers(month + 1) : month;
    if (!is(secondSign, inWords ? "năm" : "/")) {
      return;
    }
    int year = behindFillers(secondSign + 1);
    if (day < sign) {
      marked.set(day);
    }
    if (month < secondSign) {
      marked.set(month);
    }
    if (isDigits(year, 4) && words.get(year).key().length() == 4) {
      marked.set(year);
    }
  }

  /** Number and date printed onto a finished page come at its end, and the places stay open. */
  private void stamped() {
    int open = 0;
    for (int i = 0; i < words.size(); i++) {
      boolean number = is(i, "số") && is(behindFillers(is(i + 1, ":") ? i + 2 : i + 1), "/");
      boolean day = is(i, "ngày") && is(behindFillers(i + 1), "tháng");
      boolean month = is(i, "tháng") && is(behindFillers(i + 1), "năm");
      open += number || day || month ? 1 : 0;
    }
    List<Integer> pages = words.pages();
    int end = pages.size() > 1 ? pages.get(1) : words.lines();
    for (int line = end - 1; line >= Math.max(0, end - STAMPED_LINES) && open > 0; line--) {
      boolean isNew = !marked.get(words.lineFrom(line));
      for (int i = words.lineFrom(line); i < words.lineTo(line); i++) {
        if (isNew && !isDigits(i, MAX_NUMBER_DIGITS)) {
          return;
        }
      }
      if (isNew) {
        open -= words.lineTo(line) - words.lineFrom(line);
        mark(line);
      }
    }
  }

  private void margins(Words margins) {
    Set<String> lines = new HashSet<>();
    for (int line = 0; line < margins.lines(); line++) {
      lines.add(margins.smallLine(line));
    }
    for (int line = 0; line < words.lines(); line++) {
      if (lines.contains(words.smallLine(line))) {
        mark(line);
      }
    }
  }

  /** The first line of a signature block that is a person's name and nothing else; −1 if none. */
  private int name() {
    for (Zones.Range end : zones.ends()) {
      for (int i = end.from(); i < end.to(); i++) {
        int line = words.get(i).line();
        if (i == words.lineFrom(line)
            && !marked.get(i)
            && words.line(line).length() <= LONGEST_NAME
            && NAME.matcher(words.line(line)).matches()) {
          return line;
        }
      }
    }
    return -1;
  }

  private boolean is(int i, String key) {
    return i >= 0 && i < words.size() && words.get(i).key().equals(key);
  }

  private int behindFillers(int from) {
    int i = from;
    while (i < words.size() && words.get(i).kind() == Kind.FILLER) {
      i++;
    }
    return i;
  }

  private boolean isDigits(int i, int longest) {
    return i < words.size()
        && words.get(i).kind() == Kind.NUMBER
        && words.get(i).key().length() <= longest
        && words.get(i).key().chars().allMatch(Character::isDigit);
  }

  private boolean isWithin(int i, int largest) {
    if (!isDigits(i, 2)) {
      return false;
    }
    int value = Integer.parseInt(words.get(i).key());
    return value >= 1 && value <= largest;
  }
}
