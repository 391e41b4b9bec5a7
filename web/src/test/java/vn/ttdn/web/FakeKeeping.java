package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;
import static vn.ttdn.web.FakeAgency.problem;
import static vn.ttdn.web.FakeWords.code;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ttdn.web.FakeAgency.Answer;
import vn.ttdn.web.FakeAgency.Call;
import vn.ttdn.web.FakePeople.Person;

/** What is kept of the {@link FakeAgency}'s ended plans, and what is held back. */
final class FakeKeeping {
  private final FakeAgency agency;
  private final Map<String, Hold> holds = new HashMap<>();

  FakeKeeping(FakeAgency agency) {
    this.agency = agency;
  }

  private record Hold(String reason, Person by, Instant at) {
    Map<String, Object> view() {
      return object("reason", reason, "by", by.name(), "at", at.toString());
    }
  }

  Answer list(Call call) {
    FakeViews views = new FakeViews(agency, call.english());
    List<Object> items = new ArrayList<>();
    for (FakeDossier d : agency.dossiers()) {
      if (d.letter == null && d.step == null) {
        Map<String, Object> item = views.summary(d);
        item.put("records", agency.registers().ofDossier(d.id, call.english()).size());
        item.put("keep", keep(d, call.english()));
        item.put("mayHold", mayHold(d, call.person()));
        items.add(item);
      }
    }
    return agency.page(items, call);
  }

  boolean mayHold(FakeDossier d, Person person) {
    return d.step == null && (person.is("AGENCY_CLERK") || person.is("AGENCY_LEADER"));
  }

  /** Null until the plan has ended. */
  Map<String, Object> keep(FakeDossier d, boolean english) {
    if (d.step != null || d.letter != null) {
      return null;
    }
    LocalDate ended = FakeAgency.dayOf(d.changedAt);
    LocalDate mustBy = LocalDate.of(ended.getYear() + 1, 12, 31);
    Hold hold = holds.get(d.id);
    String state = "KEPT";
    if (hold != null) {
      state = "HELD";
    } else if (agency.today().isAfter(mustBy)) {
      state = "OVERDUE";
    } else if (agency.today().isAfter(mustBy.minusDays(30))) {
      state = "DUE";
    }
    return object(
        "state", code("keep", state, english),
        "trigger", ended.toString(),
        "notBefore", ended.plusYears(1).toString(),
        "mustBy", mustBy.toString(),
        "why", english ? "The procedure, section 8." : "QT.TTĐN.03, mục 8: lưu ít nhất 1 năm.",
        "hold", hold == null ? null : hold.view());
  }

  Answer hold(Call call, FakeDossier d) {
    if (call.method().equals("DELETE")) {
      Map<String, Object> lifted = holds.remove(d.id).view();
      lifted.put("liftedBy", call.person().name());
      lifted.put("liftedAt", agency.tick().toString());
      return Answer.json(200, lifted);
    }
    String reason = call.json().path("reason").asText();
    if (reason.isBlank()) {
      return problem(
          400, "hold-reason-missing", "reason", "Thiếu lý do", "Phải ghi lý do.", "Nhập lý do.");
    }
    if (reason.chars().anyMatch(Character::isISOControl)) {
      return problem(
          400, "line-invalid", "reason", "Không phải một dòng", "Có xuống dòng.", "Sửa.");
    }
    Hold hold = new Hold(reason, call.person(), agency.tick());
    holds.put(d.id, hold);
    Map<String, Object> view = hold.view();
    view.put("liftedBy", null);
    view.put("liftedAt", null);
    return Answer.json(201, view);
  }
}
