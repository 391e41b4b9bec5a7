package vn.ttdn.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/**
 * A whole plan, its three rounds from 6.2.1 to 6.2.13, accepted at every step and answered by the
 * asked units: the same inputs whoever runs it.
 */
interface Rounds {
  /** What somebody's file is called. */
  String FILE_NAME = "cong-van.pdf";

  /** What everybody says when he decides. */
  String COMMENT = "Đồng ý.";

  /** The asked units, by code, with who answers for them: with a file, and as asked. */
  Map<String, String> ANSWERING = Map.of("NVDP", "cvnghiepvu", "TTBC", "cvbaochi");

  /** Somebody without account is asked as well and never answers: the Specialist goes on. */
  String SILENT = "Vụ Hợp tác quốc tế";

  /** All that are asked, each in a process of his own. */
  List<String> ADDRESSEES = List.of("NVDP", "TTBC", SILENT);

  /** Who drafts, and looks at the answers. */
  String DRAFTER = "chuyenvien";

  /** The steps in order; each is a transaction of its own, and so is each of its files. */
  List<Turn> TURNS =
      Arrays.stream(Step.values())
          .filter(step -> step.procedure() == Procedure.PLAN)
          .map(Turn::of)
          .toList();

  /** Runs one plan, a transaction an act. */
  Ran run();

  /** What a transaction was for. */
  enum Part {
    OPEN,
    FILE,
    SUBMIT,
    REVIEW,
    ISSUE,
    ANSWER
  }

  /**
   * One step as it is taken.
   *
   * @param person who takes it
   * @param files what he hands in before
   * @param asks whether the units are asked in the step's own transaction
   */
  record Turn(Step step, String person, List<DocumentSlot> files, boolean asks) {
    static Turn of(Step step) {
      List<DocumentSlot> files =
          switch (step) {
            case DRAFT_LETTER -> drafts(DocumentKind.OFFICIAL_LETTER);
            case DRAFT_PLAN ->
                drafts(DocumentKind.COMMENT_LETTER, DocumentKind.DECISION, DocumentKind.PLAN);
            case FINISH_PLAN ->
                drafts(DocumentKind.SUBMISSION_SLIP, DocumentKind.DECISION, DocumentKind.PLAN);
            case LETTER_CLERK_ISSUE -> signed(DocumentKind.OFFICIAL_LETTER);
            case PLAN_CLERK_ISSUE -> signed(DocumentKind.COMMENT_LETTER);
            case SLIP_CLERK_DISPATCH -> signed(DocumentKind.SUBMISSION_SLIP);
            case MINISTRY_CLERK_ISSUE -> signed(DocumentKind.DECISION, DocumentKind.PLAN);
            default -> List.of();
          };
      boolean asks = step == Step.LETTER_CLERK_ISSUE || step == Step.PLAN_CLERK_ISSUE;
      return new Turn(step, person(step), files, asks);
    }

    String outcome() {
      return step.outcomes().get(0).code();
    }

    Part part() {
      if (step.drafts()) {
        return Part.SUBMIT;
      }
      return step.issues() ? Part.ISSUE : Part.REVIEW;
    }

    private static List<DocumentSlot> drafts(DocumentKind... kinds) {
      return Arrays.stream(kinds).map(DocumentSlot::draft).toList();
    }

    private static List<DocumentSlot> signed(DocumentKind... kinds) {
      return Arrays.stream(kinds).map(DocumentSlot::signed).toList();
    }

    private static String person(Step step) {
      return switch (step.role()) {
        case SPECIALIST -> DRAFTER;
        case DEPARTMENT_HEAD -> "truongphong";
        case AGENCY_LEADER -> "cuctruong";
        case AGENCY_CLERK -> "vanthu";
        case MINISTRY_LEADER -> "thutruong";
        case MINISTRY_CLERK -> "vanthubo";
        default -> throw new IllegalStateException("nobody takes " + step);
      };
    }
  }

  /** How long one transaction took. */
  record Timed(Part part, long nanos) {}

  /**
   * What a run was.
   *
   * @param transactions in order; preparations between them are not counted
   * @param steps ids of the plan's user tasks that were opened, in order
   * @param processIds the plan's process, then those of the answers, for whoever wants to see that
   *     they have ended
   */
  record Ran(List<Timed> transactions, List<String> steps, List<String> processIds) {
    public Ran {
      transactions = List.copyOf(transactions);
      steps = List.copyOf(steps);
      processIds = List.copyOf(processIds);
    }

    /** Of the transactions that were for the same. */
    long nanos(Part part) {
      return transactions.stream().filter(t -> t.part() == part).mapToLong(Timed::nanos).sum();
    }

    List<Part> parts() {
      return transactions.stream().map(Timed::part).toList();
    }
  }

  /** Takes the time of transactions. */
  final class Watch {
    private final UnitOfWork unitOfWork;
    private final List<Timed> transactions = new ArrayList<>();

    Watch(UnitOfWork unitOfWork) {
      this.unitOfWork = unitOfWork;
    }

    <T> T timed(Part part, Supplier<T> work) {
      long before = System.nanoTime();
      T result = unitOfWork.write(work);
      transactions.add(new Timed(part, System.nanoTime() - before));
      return result;
    }

    List<Timed> transactions() {
      return transactions;
    }
  }
}
