package vn.ttdn.core.golive;

import java.util.ArrayList;
import java.util.List;

/** Collects errors, keeps the first and counts the others. */
final class ErrorList {
  private final List<CellError> kept = new ArrayList<>();
  private int count;

  void add(CellError error) {
    count++;
    if (kept.size() < ImportResult.MAX_ERRORS) {
      kept.add(error);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  List<CellError> kept() {
    return kept;
  }
}
