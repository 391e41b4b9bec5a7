package vn.ttdn.benchmarks;

import java.util.List;

/** Round one, 6.2.1 to 6.2.4, accepted at every step: the same inputs whoever runs it. */
interface Round {
  /** The steps' outcomes in order; each is a transaction of its own. */
  List<String> OUTCOMES = List.of("submitted", "accepted", "accepted", "issued");

  /** Who takes the steps, in order. */
  List<String> PEOPLE = List.of("chuyenvien", "truongphong", "cuctruong", "vanthu");

  /** What the letter's file is called. */
  String LETTER_NAME = "cong-van.pdf";

  /** What everybody says when he decides. */
  String COMMENT = "Đồng ý.";

  /** Runs one round, a transaction a step. */
  Ran run();

  /**
   * What a round was.
   *
   * @param nanos how long each of its transactions took, in order; preparations between them are
   *     not counted
   * @param steps ids of the user tasks that were opened, in order
   * @param processId the process instance, for whoever wants to see that it has ended
   */
  record Ran(List<Long> nanos, List<String> steps, String processId) {
    public Ran {
      nanos = List.copyOf(nanos);
      steps = List.copyOf(steps);
    }

    long total() {
      return nanos.stream().mapToLong(Long::longValue).sum();
    }
  }
}
