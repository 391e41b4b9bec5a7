package vn.ttdn.core.comparison;

import java.util.Set;
import java.util.regex.Pattern;
import vn.ttdn.core.comparison.Words.Kind;
import vn.ttdn.core.comparison.Words.Word;

/** Recognises a label as a word processor makes it: –, 1., a), IV., Điều 2. */
final class ListLabel {
  private static final Set<String> NAMES =
      Set.of("điều", "khoản", "chương", "mục", "phần", "bước", "bài", "bảng", "hình");
  private static final Pattern LETTER_OR_ROMAN = Pattern.compile("\\p{L}|[ivxlc]{1,7}");
  private static final Set<String> CLOSING = Set.of(".", ")", ":", "/", "-");

  private ListLabel() {}

  /**
   * How many words a label takes that begins at a word; 0 if none begins there.
   *
   * @param to no word from this one on belongs to it
   */
  static int lengthAt(Words words, int at, int to) {
    int i = at;
    if (NAMES.contains(words.get(i).key()) && i + 1 < to) {
      i++;
    } else if (words.get(i).kind() == Kind.SIGN && !words.get(i).key().equals("(")) {
      return 1;
    } else if (words.get(i).key().equals("(") && i + 1 < to) {
      i++;
    }
    Word word = words.get(i);
    boolean counts =
        word.kind() == Kind.NUMBER
            || (word.kind() == Kind.LETTERS && LETTER_OR_ROMAN.matcher(word.key()).matches());
    if (!counts) {
      return 0;
    }
    i++;
    if (i < to && CLOSING.contains(words.get(i).key())) {
      i++;
    }
    return i - at;
  }
}
