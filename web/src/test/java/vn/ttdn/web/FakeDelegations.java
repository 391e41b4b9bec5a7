package vn.ttdn.web;

import static vn.ttdn.web.FakeAgency.object;
import static vn.ttdn.web.FakeAgency.problem;
import static vn.ttdn.web.FakeWords.code;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ttdn.web.FakeAgency.Answer;
import vn.ttdn.web.FakeAgency.Call;

/** Who acts for whom in the {@link FakeAgency}; nobody comes to hold a role by it. */
final class FakeDelegations {
  private final FakeAgency agency;
  private final List<Delegation> all = new ArrayList<>();

  FakeDelegations(FakeAgency agency) {
    this.agency = agency;
  }

  private record Delegation(
      String id,
      String from,
      String to,
      String role,
      String unit,
      LocalDate firstDay,
      LocalDate lastDay,
      String reason,
      Instant at,
      Instant revokedAt) {
    Delegation revoked(Instant now) {
      return new Delegation(id, from, to, role, unit, firstDay, lastDay, reason, at, now);
    }

    boolean holdsOn(LocalDate day) {
      return revokedAt == null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
  }

  /** A delegation that somebody else has written down. */
  void add(String from, String to, String role, String unit, LocalDate first, LocalDate last) {
    all.add(
        new Delegation(
            agency.id("u"), from, to, role, unit, first, last, "QĐ 12/QĐ", agency.tick(), null));
  }

  Answer route(Call call, String id) {
    if (!id.isEmpty()) {
      Delegation one = all.stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
      Delegation revoked = one.revoked(agency.tick());
      all.set(all.indexOf(one), revoked);
      return Answer.json(200, view(revoked, call));
    }
    if (call.method().equals("POST")) {
      return delegate(call);
    }
    // The Ministry's people read of its own roles.
    boolean ministry = call.person().unit().equals("BO");
    List<Object> items =
        all.stream()
            .filter(d -> !ministry || d.unit().equals("BO"))
            .map(d -> (Object) view(d, call))
            .toList();
    return Answer.json(200, object("items", items, "total", items.size()));
  }

  private Answer delegate(Call call) {
    JsonNode body = call.json();
    LocalDate first = agency.day(body.path("firstDay").asText());
    LocalDate last = agency.day(body.path("lastDay").asText());
    if (first == null || last == null) {
      String field = first == null ? "firstDay" : "lastDay";
      return problem(400, "day-invalid", field, "Ngày không hợp lệ", "Không phải ngày.", "Nhập.");
    }
    if (last.isBefore(first)) {
      return problem(
          400,
          "delegation-period",
          "lastDay",
          "Thời hạn không hợp lệ",
          "Ngày cuối trước ngày đầu.",
          "Chọn lại.");
    }
    if (body.path("reason").asText().isBlank()) {
      return problem(
          400, "delegation-reason-missing", "reason", "Thiếu căn cứ", "Phải ghi.", "Nhập lý do.");
    }
    if (body.path("reason").asText().chars().anyMatch(Character::isISOControl)) {
      return problem(
          400, "line-invalid", "reason", "Không phải một dòng", "Có xuống dòng.", "Sửa.");
    }
    Delegation made =
        new Delegation(
            agency.id("u"),
            call.user(),
            body.path("to").asText(),
            body.path("role").asText(),
            body.path("unit").asText(),
            first,
            last,
            body.path("reason").asText(),
            agency.tick(),
            null);
    all.add(made);
    return Answer.json(201, view(made, call));
  }

  private Map<String, Object> view(Delegation d, Call call) {
    Map<String, Object> role = code("role", d.role(), call.english());
    role.put("unit", FakePeople.unit(d.unit()).brief(call.english()));
    return object(
        "id", d.id(),
        "from", FakePeople.person(d.from()).name(),
        "to", FakePeople.person(d.to()).name(),
        "role", role,
        "firstDay", d.firstDay().toString(),
        "lastDay", d.lastDay().toString(),
        "reason", d.reason(),
        "createdAt", d.at().toString(),
        "revokedAt", d.revokedAt() == null ? null : d.revokedAt().toString(),
        "active", d.holdsOn(agency.today()),
        "mine", d.from().equals(call.user()),
        "revocable", d.from().equals(call.user()));
  }
}
