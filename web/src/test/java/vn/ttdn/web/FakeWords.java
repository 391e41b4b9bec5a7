package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;

import java.util.Map;

/** What the contract's codes are called, in both languages. */
final class FakeWords {
  private static final Map<String, Words> ALL =
      Map.ofEntries(
          Map.entry("procedure.PLAN", new Words("Xây dựng Kế hoạch", "Building the plan")),
          Map.entry("procedure.LETTER", new Words("Công văn", "Letter")),
          Map.entry("state.DRAFTING", new Words("Đang dự thảo", "Being drafted")),
          Map.entry(
              "state.DEPARTMENT_HEAD_REVIEW",
              new Words("Chờ Lãnh đạo phòng xem xét", "Waiting for the head of department")),
          Map.entry(
              "state.AGENCY_LEADER_REVIEW",
              new Words("Chờ Lãnh đạo Cục xem xét", "Waiting for the leader of the agency")),
          Map.entry(
              "state.ISSUING", new Words("Chờ Văn thư Cục phát hành", "Waiting for the clerk")),
          Map.entry(
              "state.MINISTRY_DECISION",
              new Words("Chờ Lãnh đạo Bộ", "Waiting for the leaders of the Ministry")),
          Map.entry(
              "state.MINISTRY_ISSUING",
              new Words("Chờ Văn thư Bộ", "Waiting for the clerk of the Ministry")),
          Map.entry("state.ISSUED", new Words("Đã phát hành", "Issued")),
          Map.entry("state.CANCELLED", new Words("Đã huỷ", "Cancelled")),
          Map.entry("outcome.submitted", new Words("Trình", "Submit")),
          Map.entry("outcome.accepted", new Words("Đạt", "Accept")),
          Map.entry("outcome.returned", new Words("Không đạt", "Return")),
          Map.entry("outcome.issued", new Words("Phát hành", "Issue")),
          Map.entry("outcome.withdrawn", new Words("Thu hồi", "Take back")),
          Map.entry("outcome.cancelled", new Words("Huỷ", "Cancel")),
          Map.entry("kind.OFFICIAL_LETTER", new Words("Công văn", "Official letter")),
          Map.entry(
              "kind.COMMENT_LETTER",
              new Words("Công văn xin ý kiến", "Letter asking for comments")),
          Map.entry("kind.REMINDER_LETTER", new Words("Văn bản đôn đốc", "Reminder letter")),
          Map.entry("kind.DECISION", new Words("Quyết định", "Decision")),
          Map.entry("kind.PLAN", new Words("Kế hoạch", "Plan")),
          Map.entry("kind.SUBMISSION_SLIP", new Words("Phiếu trình", "Submission slip")),
          Map.entry("kind.UNIT_ANSWER", new Words("Trả lời của đơn vị", "Answer of a unit")),
          Map.entry("keep.KEPT", new Words("Lưu tại đơn vị", "Kept by the unit")),
          Map.entry("keep.DUE", new Words("Sắp đến hạn nộp", "Due soon")),
          Map.entry("keep.OVERDUE", new Words("Quá hạn nộp", "Overdue")),
          Map.entry("keep.HELD", new Words("Được giữ lại", "Held back")),
          Map.entry("verdict.SAME", new Words("Khớp với bản đã duyệt", "Reads the same")),
          Map.entry("verdict.DIFFERENT", new Words("Khác bản đã duyệt", "Reads differently")),
          Map.entry("verdict.NOT_COMPARED", new Words("Không đối chiếu được", "Not compared")),
          Map.entry("urgency.NORMAL", new Words("Thường", "Normal")),
          Map.entry("urgency.URGENT", new Words("Khẩn", "Urgent")),
          Map.entry("urgency.VERY_URGENT", new Words("Thượng khẩn", "Very urgent")),
          Map.entry("urgency.MOST_URGENT", new Words("Hỏa tốc", "Most urgent")),
          Map.entry("purpose.REMINDER", new Words("Đôn đốc", "Reminder")),
          Map.entry("purpose.CORRECTION", new Words("Đính chính", "Correction")),
          Map.entry("purpose.REPLACEMENT", new Words("Thay thế", "Replacement")),
          Map.entry("purpose.RECALL", new Words("Thu hồi", "Recall")),
          Map.entry("dispatch.MAIL", new Words("Thư điện tử", "Mail")),
          Map.entry("dispatch.PAPER", new Words("Bản giấy", "On paper")),
          Map.entry("dispatch.HERE", new Words("Trên hệ thống", "In the system")),
          Map.entry("answer.WAITING", new Words("Chờ trả lời", "Waiting")),
          Map.entry("answer.RECEIVED", new Words("Đã nhận", "Received")),
          Map.entry(
              "answer.NOT_AS_ASKED",
              new Words("Không đạt, chờ trả lời lại", "Not as asked, waiting again")),
          Map.entry("answer.COMPLETED", new Words("Hoàn thành", "Completed")),
          Map.entry("answer.MISSING", new Words("Không trả lời", "Not answered")),
          Map.entry("answer.answered", new Words("Gửi trả lời", "Send the answer")),
          Map.entry("answer.noComment", new Words("Không có ý kiến", "No comment")),
          Map.entry("answer.accepted", new Words("Đạt", "As asked")),
          Map.entry("answer.returned", new Words("Không đạt", "Not as asked")),
          Map.entry("event.ASKED", new Words("Đề nghị trả lời", "Asked")),
          Map.entry("event.EXTENDED", new Words("Gia hạn", "Extended")),
          Map.entry("event.RECEIVED", new Words("Nhận trả lời", "Received")),
          Map.entry("event.NO_COMMENT", new Words("Không có ý kiến", "No comment")),
          Map.entry("event.ACCEPTED", new Words("Đạt yêu cầu", "As asked")),
          Map.entry("event.NOT_AS_ASKED", new Words("Không đạt yêu cầu", "Not as asked")),
          Map.entry("event.NOTE", new Words("Trao đổi qua điện thoại", "Phone note")),
          Map.entry("event.REMINDED", new Words("Đã đôn đốc", "Reminded")),
          Map.entry("role.SPECIALIST", new Words("Chuyên viên", "Specialist")),
          Map.entry("role.DEPARTMENT_HEAD", new Words("Lãnh đạo phòng", "Head of department")),
          Map.entry("role.AGENCY_LEADER", new Words("Lãnh đạo Cục", "Leader of the agency")),
          Map.entry("role.AGENCY_CLERK", new Words("Văn thư Cục", "Clerk of the agency")),
          Map.entry("role.MINISTRY_LEADER", new Words("Lãnh đạo Bộ", "Leader of the Ministry")),
          Map.entry("role.MINISTRY_CLERK", new Words("Văn thư Bộ", "Clerk of the Ministry")));

  private FakeWords() {}

  /** A text in both languages. */
  record Words(String vi, String en) {
    String in(boolean english) {
      return english ? en : vi;
    }
  }

  /** A code with its label, as the contract writes both. */
  static Map<String, Object> code(String group, String code, boolean english) {
    return object("code", code, "label", label(group, code, english));
  }

  static String label(String group, String code, boolean english) {
    Words words = ALL.get(group + "." + code);
    if (words == null) {
      throw new IllegalArgumentException("no words for " + group + "." + code);
    }
    return words.in(english);
  }
}
