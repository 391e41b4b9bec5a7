package vn.ttdn.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A condition that grows, with its arguments in order. */
final class Where {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> args = new ArrayList<>();

  void or(String condition, Object... values) {
    grow(" or ", condition, Arrays.asList(values));
  }

  void or(Where other) {
    grow(" or ", other.text(), other.args);
  }

  void and(String condition, Object... values) {
    grow(" and ", condition, Arrays.asList(values));
  }

  void and(Where condition) {
    grow(" and ", condition.text(), condition.args);
  }

  private void grow(String with, String condition, List<?> values) {
    text.append(text.length() == 0 ? "" : with).append(condition);
    args.addAll(values);
  }

  /** In parentheses, ready for more conditions; nothing at all allows nothing. */
  Where closed() {
    Where where = new Where();
    where.grow("", text.length() == 0 ? "1=0" : "(" + text + ")", args);
    return where;
  }

  String text() {
    return text.toString();
  }

  /** The arguments so far, and those of what follows. */
  List<Object> args(Object... following) {
    List<Object> all = new ArrayList<>(args);
    all.addAll(Arrays.asList(following));
    return all;
  }
}
