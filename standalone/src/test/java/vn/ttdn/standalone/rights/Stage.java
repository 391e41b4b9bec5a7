package vn.ttdn.standalone.rights;

import static vn.ttdn.standalone.testing.People.well;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.RoundDocuments;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.rights.RightsDocument.Persona;
import vn.ttdn.core.rights.RightsDocument.Place;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.standalone.testing.Answer;
import vn.ttdn.standalone.testing.Guest;
import vn.ttdn.standalone.testing.People;

/** Brings dossiers to where a cell of the matrix wants them, over the contract alone. */
final class Stage {
  private static final Map<DocumentKind, String> SAMPLES =
      new EnumMap<>(
          Map.of(
              DocumentKind.OFFICIAL_LETTER, "cong-van-de-nghi-de-xuat",
              DocumentKind.COMMENT_LETTER, "cong-van-xin-y-kien",
              DocumentKind.SUBMISSION_SLIP, "phieu-trinh",
              DocumentKind.DECISION, "quyet-dinh",
              DocumentKind.PLAN, "ke-hoach"));

  private final Cast cast;
  private final int port;
  private final Map<String, Guest> guests = new HashMap<>();
  private final Map<String, Prop> shared = new HashMap<>();
  private int ministryNumber;

  Stage(Cast cast, int port) {
    this.cast = cast;
    this.port = port;
  }

  /**
   * A dossier on the stage.
   *
   * @param tasks the task of each step that was opened so far, in that order
   */
  record Prop(String id, Persona drafter, Place place, Map<Step, String> tasks) {
    String path() {
      return "/dossiers/" + id;
    }

    /** The task that is open, or that was open last. */
    String lastTask() {
      return new ArrayList<>(tasks.values()).get(tasks.size() - 1);
    }
  }

  Guest as(Persona persona) {
    return guests.computeIfAbsent(
        cast.userName(persona), name -> Guest.signedIn(port, name, Cast.PASSWORD));
  }

  /** A dossier that only refused requests, and those that leave it in its place, may touch. */
  Prop shared(Persona drafter, Place place) {
    return shared.computeIfAbsent(drafter.name() + "@" + place, key -> fresh(drafter, place));
  }

  /** A dossier of that drafter in that place, moved there by plain holders of the roles. */
  Prop fresh(Persona drafter, Place place) {
    String id = well(as(drafter).create("/dossiers", contents())).path("id").asText();
    Prop prop = new Prop(id, drafter, place, new LinkedHashMap<>());
    for (Step step : Step.values()) {
      if (step.procedure() == Procedure.PLAN) {
        arrive(prop, step);
        if (step.round() == place.round() && step.state() == place.state()) {
          return prop;
        }
        if (place.state() == DossierState.CANCELLED && step == Step.FINISH_PLAN) {
          well(cancel(as(cast.persona("AgencyLeader")), prop));
          return prop;
        }
        Guest holder = as(holder(step, drafter));
        well(decide(holder, prop.tasks().get(step), step.outcomes().get(0)));
      }
    }
    return prop;
  }

  /** The step's task, opened by its holder, with the documents that it is decided about. */
  private void arrive(Prop prop, Step step) {
    Guest holder = as(holder(step, prop.drafter()));
    if (step.drafts()) {
      RoundDocuments.needed(cast.dossier(prop.drafter(), new Place(step.round(), step.state())))
          .forEach(kind -> well(putDraft(holder, prop, kind)));
    }
    if (step.issues()) {
      well(attachSigned(holder, prop, issued(prop, step)));
    }
    if (step == Step.MINISTRY_CLERK_ISSUE) {
      well(attachSigned(holder, prop, DocumentKind.PLAN));
    }
    well(holder.create(prop.path() + "/seen", Map.of()));
    String task = well(holder.read(prop.path())).path("task").path("id").asText();
    if (task.isEmpty()) {
      throw new AssertionError("no task is open for " + step);
    }
    prop.tasks().put(step, task);
  }

  /** What gets its number at an issuing step. */
  DocumentKind issued(Prop prop, Step step) {
    return RoundDocuments.issued(
        cast.dossier(prop.drafter(), new Place(step.round(), step.state())), step);
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

  /** The draft that the signed sample is of. */
  static Answer putDraft(Guest guest, Prop prop, DocumentKind kind) {
    String last = kind == DocumentKind.OFFICIAL_LETTER ? "-lan-2" : "";
    String name = SAMPLES.get(kind) + last + ".docx";
    return guest.upload(prop.path() + "/documents/" + kind, name, People.sample(name));
  }

  static Answer attachSigned(Guest guest, Prop prop, DocumentKind kind) {
    String name = SAMPLES.get(kind) + "-da-ky.pdf";
    return guest.upload(prop.path() + "/signed/" + kind, name, People.sample(name));
  }

  static Answer cancel(Guest guest, Prop prop) {
    return guest.create(prop.path() + "/cancellation", Map.of("reason", "Không làm nữa."));
  }

  /** With everything that any step asks for: a reason, a number, paper for who has no address. */
  Answer decide(Guest guest, String task, Outcome outcome) {
    return guest.create(
        "/tasks/" + task + "/decision",
        Map.of(
            "outcome",
            outcome.code(),
            "comment",
            outcome == Outcome.RETURNED ? "Chưa đạt." : "",
            "number",
            outcome == Outcome.ISSUED ? String.valueOf(++ministryNumber) : "",
            "onPaper",
            outcome == Outcome.ISSUED));
  }

  /** A dossier as the agency's clerk sees it. */
  JsonNode seen(Prop prop) {
    return well(as(cast.persona("AgencyClerk")).read(prop.path()));
  }

  /** Everything of a dossier that a request could have changed. */
  String fingerprint(Prop prop) {
    Guest clerk = as(cast.persona("AgencyClerk"));
    return seen(prop) + "\n" + well(clerk.read(prop.path() + "/audit"));
  }

  /** Who plainly holds the role that takes a step. */
  Persona holder(Step step, Persona drafter) {
    return switch (step.role()) {
      case SPECIALIST -> drafter;
      case DEPARTMENT_HEAD -> cast.persona("DepartmentHead, same unit");
      case AGENCY_LEADER -> cast.persona("AgencyLeader");
      case AGENCY_CLERK -> cast.persona("AgencyClerk");
      case MINISTRY_LEADER -> cast.persona("MinistryLeader");
      case MINISTRY_CLERK -> cast.persona("MinistryClerk");
    };
  }
}
