package vn.ttdn.standalone.content;

import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/**
 * Puts the letters of a line into their order. A program that takes some letters from another font,
 * because the first one lacks Vietnamese ones, writes a line in two goes: first "B", "CH", then
 * "Ộ", "Ủ". Only what lies on one base line and was written in one go is put in order, so that the
 * columns of a table are not mixed.
 */
final class TextLines {
  /** Points that letters of one line may lie apart in height. */
  private static final float SAME_LINE = 0.5f;

  /** Share of the font's size; an accent that is written after its letter goes back less. */
  private static final float STEP_BACK = 0.25f;

  private static final Comparator<TextPosition> FROM_THE_LEFT =
      (a, b) -> Float.compare(a.getXDirAdj(), b.getXDirAdj());

  private TextLines() {}

  /**
   * Orders in place.
   *
   * @param letters in the order in which they were written
   */
  static void order(List<TextPosition> letters) {
    int from = 0;
    for (int i = 1; i <= letters.size(); i++) {
      if (i == letters.size() || !isSameLine(letters.get(from), letters.get(i))) {
        List<TextPosition> line = letters.subList(from, i);
        if (goesBack(line)) {
          line.sort(FROM_THE_LEFT);
        }
        from = i;
      }
    }
  }

  private static boolean isSameLine(TextPosition a, TextPosition b) {
    return Float.compare(a.getDir(), b.getDir()) == 0
        && Math.abs(a.getYDirAdj() - b.getYDirAdj()) <= SAME_LINE;
  }

  private static boolean goesBack(List<TextPosition> line) {
    for (int i = 1; i < line.size(); i++) {
      TextPosition before = line.get(i - 1);
      if (line.get(i).getXDirAdj() < before.getXDirAdj() - STEP_BACK * before.getFontSizeInPt()) {
        return true;
      }
    }
    return false;
  }
}
