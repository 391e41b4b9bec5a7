package vn.ttdn.core.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pages add to a text at their edges: page numbers, lines that stand on page after page, and
 * the heading of a table that goes on.
 */
final class PageFurniture {
  private static final int EDGE = 3;
  private static final int REPEATED_HEADING = 8;
  private static final Pattern SMALL_NUMBER = Pattern.compile("(?<![\\d.,])\\d{1,3}(?![\\d.,])");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-\\[(]* ?(?:trang|page)?\\.? ?(\\d{1,4}) ?(?:(?:/|of|trên) ?\\d{1,4})? ?[-\\])]*");

  private final Words words;
  private final BitSet marked = new BitSet();
  // From, to: the lines of each page that has any.
  private final List<int[]> pages = new ArrayList<>();

  private PageFurniture(Words words) {
    this.words = words;
    List<Integer> starts = words.pages();
    for (int page = 0; page < starts.size(); page++) {
      int to = page + 1 < starts.size() ? starts.get(page + 1) : words.lines();
      pages.add(new int[] {starts.get(page), to});
    }
  }

  /** The words at the pages' edges that are not the document's; none if there is one page. */
  static BitSet of(Words words) {
    PageFurniture furniture = new PageFurniture(words);
    if (furniture.pages.size() > 1) {
      furniture.pageNumbers();
      furniture.repeatedLines();
      furniture.headingsOfTablesThatGoOn();
    }
    return furniture.marked;
  }

  private void mark(int line) {
    marked.set(words.lineFrom(line), words.lineTo(line));
  }

  /** First and last lines of pages, as many of them as a page has. */
  private List<Integer> edges(int page, boolean top) {
    List<Integer> edges = new ArrayList<>();
    int[] lines = pages.get(page);
    for (int k = 0; k < EDGE && k < lines[1] - lines[0]; k++) {
      edges.add(top ? lines[0] + k : lines[1] - 1 - k);
    }
    return edges;
  }

  /** A number at an edge that rises with the pages, wherever the count began. */
  private void pageNumbers() {
    Map<Integer, Set<Integer>> byFirstNumber = new HashMap<>();
    for (int page = 0; page < pages.size(); page++) {
      for (boolean top : new boolean[] {true, false}) {
        List<Integer> edges = edges(page, top);
        if (!edges.isEmpty()) {
          int line = edges.get(0);
          Matcher number = PAGE_NUMBER.matcher(words.smallLine(line));
          if (number.matches()) {
            int first = Integer.parseInt(number.group(1)) - page;
            byFirstNumber.computeIfAbsent(first, f -> new HashSet<>()).add(line);
          }
        }
      }
    }
    byFirstNumber.forEach(
        (first, lines) -> {
          if (first == 1 || lines.size() > 1) {
            lines.forEach(this::mark);
          }
        });
  }

  private void repeatedLines() {
    for (boolean top : new boolean[] {true, false}) {
      Map<String, List<Integer>> places = new HashMap<>();
      for (int page = 0; page < pages.size(); page++) {
        for (int line : edges(page, top)) {
          // A page's number may stand inside of the line; a sum may not pass for one.
          String shape = SMALL_NUMBER.matcher(words.smallLine(line)).replaceAll("#");
          if (shape.codePoints().anyMatch(Character::isLetter)) {
            places.computeIfAbsent(shape, l -> new ArrayList<>()).add(line);
          }
        }
      }
      for (List<Integer> lines : places.values()) {
        if (lines.size() > 1 && lines.size() >= pages.size() - 1) {
          lines.forEach(this::mark);
        }
      }
    }
  }

  /** Lines at the top of a page, below its number, that all stood there before. */
  private void headingsOfTablesThatGoOn() {
    Set<String> before = new HashSet<>();
    for (int[] page : pages) {
      boolean atTop = true;
      for (int line = page[0]; line < page[1]; line++) {
        boolean isMarked = marked.get(words.lineFrom(line));
        atTop &=
            line - page[0] < REPEATED_HEADING
                && (isMarked || before.contains(words.smallLine(line)));
        if (atTop) {
          mark(line);
        }
      }
      for (int line = page[0]; line < page[1]; line++) {
        before.add(words.smallLine(line));
      }
    }
  }
}
