package vn.ttdn.standalone.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.rights.RightsDocument.Persona;
import vn.ttdn.standalone.testing.Answer;
import vn.ttdn.standalone.testing.Guest;

/** Brings dossiers to where a cell of the matrix wants them, over the contract alone. */
final class Stage {
  static final byte[] LETTER = letter();

  private final Cast cast;
  private final int port;
  private final Map<String, Guest> guests = new HashMap<>();
  private final Map<String, Prop> shared = new HashMap<>();

  Stage(Cast cast, int port) {
    this.cast = cast;
    this.port = port;
  }

  /**
   * A dossier on the stage.
   *
   * @param tasks the task of each step that was opened so far
   */
  record Prop(String id, Persona drafter, DossierState state, Map<Step, String> tasks) {
    String path() {
      return "/dossiers/" + id;
    }
  }

  Guest as(Persona persona) {
    return guests.computeIfAbsent(
        cast.userName(persona), name -> Guest.signedIn(port, name, Cast.PASSWORD));
  }

  /** A dossier that only refused requests may touch. */
  Prop shared(Persona drafter, DossierState state) {
    return shared.computeIfAbsent(drafter.name() + "@" + state, key -> fresh(drafter, state));
  }

  /** A dossier of that drafter in that state, moved there by plain holders of the roles. */
  Prop fresh(Persona drafter, DossierState state) {
    Guest author = as(drafter);
    String id = well(author.create("/dossiers", contents())).path("id").asText();
    well(author.upload("/dossiers/" + id + "/letter", "cong-van.docx", LETTER));
    Map<Step, String> tasks = new EnumMap<>(Step.class);
    Prop prop = new Prop(id, drafter, state, tasks);
    for (Step step : Step.values()) {
      Guest holder = as(holder(step, drafter));
      tasks.put(step, openTask(holder, id));
      if (DossierState.at(step) == state) {
        return prop;
      }
      Outcome forward = step.outcomes().get(0);
      well(decide(holder, tasks.get(step), forward));
    }
    return prop;
  }

  Map<String, Object> contents() {
    return Map.of(
        "subject",
        "Đề nghị đề xuất nội dung",
        "planYear",
        2027,
        "unit",
        cast.unit().code(),
        "addressees",
        List.of(cast.addressed().code(), "Vụ Hợp tác quốc tế"));
  }

  static Answer decide(Guest guest, String task, Outcome outcome) {
    return guest.create(
        "/tasks/" + task + "/decision",
        Map.of(
            "outcome", outcome.code(), "comment", outcome == Outcome.RETURNED ? "Chưa đạt." : ""));
  }

  /** Everything of a dossier that a request could have changed. */
  String fingerprint(Prop prop) {
    Guest clerk = as(cast.persona("AgencyClerk"));
    return well(clerk.read(prop.path())) + "\n" + well(clerk.read(prop.path() + "/audit"));
  }

  private String openTask(Guest holder, String id) {
    JsonNode task = well(holder.read("/dossiers/" + id)).path("task").path("id");
    assertThat(task.isTextual()).as("an open task").isTrue();
    return task.asText();
  }

  private Persona holder(Step step, Persona drafter) {
    return switch (step) {
      case DRAFT_LETTER -> drafter;
      case DEPARTMENT_HEAD_REVIEW -> cast.persona("DepartmentHead, same unit");
      case AGENCY_LEADER_REVIEW -> cast.persona("AgencyLeader");
      case AGENCY_CLERK_ISSUE -> cast.persona("AgencyClerk");
    };
  }

  private static JsonNode well(Answer answer) {
    assertThat(answer.well()).as(answer.status() + " " + answer.text()).isTrue();
    return answer.json();
  }

  private static byte[] letter() {
    try {
      return Files.readAllBytes(Path.of("../samples/cong-van-de-nghi-de-xuat.docx"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
