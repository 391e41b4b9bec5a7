package vn.ttdn.standalone.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.RoundDocuments;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.rights.Action;
import vn.ttdn.core.rights.Rights;
import vn.ttdn.core.rights.RightsDocument.Cell;
import vn.ttdn.core.rights.RightsDocument.Persona;
import vn.ttdn.core.rights.RightsDocument.Place;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.standalone.rights.Stage.Prop;
import vn.ttdn.standalone.testing.Answer;
import vn.ttdn.standalone.testing.Guest;

/** The request that a cell of the matrix means. */
final class Requests {
  private final Cast cast;
  private final Stage stage;
  private final Rights rights;

  Requests(Cast cast, Stage stage) {
    this.cast = cast;
    this.stage = stage;
    this.rights = new Rights(cast.organisation());
  }

  /** Empty if there is nothing yet that the request could be about. */
  Optional<Answer> send(Cell cell, Prop prop) {
    Guest guest = stage.as(cell.persona());
    return switch (cell.action()) {
      case OPEN_DOSSIER -> Optional.of(guest.create("/dossiers", contents(cell.persona())));
      case READ_DOSSIER -> Optional.of(guest.read(prop.path()));
      case EDIT_DOSSIER -> Optional.of(guest.change(prop.path(), stage.contents()));
      case PUT_DOCUMENT -> Optional.of(Stage.putDraft(guest, prop, drafted(cell.place())));
      case ATTACH_SIGNED -> Optional.of(Stage.attachSigned(guest, prop, signed(prop)));
      case WITHDRAW -> Optional.of(guest.create(prop.path() + "/withdrawal", Map.of()));
      case ASSIGN -> Optional.of(guest.create(prop.path() + "/assignment", assignment(prop)));
      case CANCEL -> Optional.of(Stage.cancel(guest, prop));
      case FOLLOW_ANSWERS -> followAnswers(guest, prop);
      case WRITE_LETTER -> Optional.of(writeLetter(guest, prop));
      case READ_RECORD -> readRecords(cell, prop);
      case READ_REGISTER -> Optional.of(readRegisters(guest));
      default -> decide(cell, prop, guest);
    };
  }

  /** A head of department opens one for somebody else. */
  private Map<String, Object> contents(Persona persona) {
    Map<String, Object> contents = new HashMap<>(stage.contents());
    if (persona.name().startsWith("DepartmentHead")) {
      contents.put("drafter", cast.userName(cast.persona("the drafter")));
    }
    return contents;
  }

  /** To him who has it already: it stays in its place. */
  private Map<String, Object> assignment(Prop prop) {
    return Map.of("drafter", cast.userName(prop.drafter()), "direction", "Làm sớm.");
  }

  private DocumentKind drafted(Place place) {
    return RoundDocuments.needed(cast.dossier(cast.persona("the drafter"), place)).get(0);
  }

  private DocumentKind signed(Prop prop) {
    return open(prop.place())
        .filter(Step::issues)
        .map(step -> stage.issued(prop, step))
        .orElseGet(() -> drafted(prop.place()));
  }

  /** Nobody was asked before 6.2.4. */
  private Optional<Answer> followAnswers(Guest guest, Prop prop) {
    JsonNode asked = stage.seen(prop).path("answers");
    assertThat(asked.size()).isEqualTo(2 * (prop.place().round() - 1));
    for (JsonNode answer : asked) {
      if (answer.path("asked").path("unit").asText().equals(cast.addressed().code())) {
        String notes = "/answers/" + answer.path("id").asText() + "/notes";
        return Optional.of(guest.create(notes, Map.of("text", "Đã gọi điện.")));
      }
    }
    return Optional.empty();
  }

  /** A reminder while nothing is issued that could be mended, then a correction. */
  private Answer writeLetter(Guest guest, Prop prop) {
    if (prop.place().round() == 1) {
      return guest.create(prop.path() + "/reminders", Map.of("subject", "V/v đôn đốc trả lời"));
    }
    String record = stage.seen(prop).path("records").path(0).path("id").asText();
    return guest.create(
        "/records/" + record + "/letters",
        Map.of("purpose", "CORRECTION", "subject", "V/v đính chính"));
  }

  /**
   * Reads every record. A unit reads what is addressed to it whatever the cell says; empty if that
   * is all there is.
   */
  private Optional<Answer> readRecords(Cell cell, Prop prop) {
    Guest guest = stage.as(cell.persona());
    JsonNode records = stage.seen(prop).path("records");
    assertThat(records.size()).as("records").isEqualTo(recordsBy(prop));
    List<String> slips = new ArrayList<>();
    Answer last = null;
    for (JsonNode record : records) {
      String id = record.path("id").asText();
      if (record.path("kind").path("code").asText().equals(DocumentKind.SUBMISSION_SLIP.name())) {
        slips.add(id);
      }
      boolean toTheMinistry =
          slips.contains(id) || slips.contains(record.path("enclosureOf").asText());
      Answer content = guest.read("/records/" + id + "/content");
      assertThat(guest.read("/records/" + id).status()).isEqualTo(content.status());
      if (isOfTheAddressed(cell.persona()) && !toTheMinistry) {
        assertThat(content.status()).as("addressed to his unit").isEqualTo(200);
      } else {
        assertThat(last == null || last.status() == content.status()).isTrue();
        last = content;
      }
    }
    return Optional.ofNullable(last);
  }

  boolean isOfTheAddressed(Persona persona) {
    return persona.roles().stream().anyMatch(r -> r.unit().equals(cast.addressed().code()));
  }

  /** A letter (6.2.4); a letter, Decision and Plan (6.2.8); the slip with both; and both. */
  private static int recordsBy(Prop prop) {
    return (int)
        prop.tasks().keySet().stream()
            .filter(s -> s.issues() && !prop.tasks().get(s).equals(openTask(prop)))
            .mapToInt(
                s ->
                    switch (s) {
                      case LETTER_CLERK_ISSUE -> 1;
                      case MINISTRY_CLERK_ISSUE -> 2;
                      default -> 3;
                    })
            .sum();
  }

  private static String openTask(Prop prop) {
    return prop.place().state().ended() ? "" : prop.lastTask();
  }

  private static Answer readRegisters(Guest guest) {
    Answer list = guest.read("/registers");
    for (String path :
        List.of(
            "/registers/CV/2026",
            "/registers/CV/2026/export?format=csv",
            "/registers/QD/2026",
            "/incoming/2026",
            "/incoming/2026/export?format=csv")) {
      assertThat(guest.read(path).status()).as(path).isEqualTo(list.status());
    }
    return list;
  }

  /** Empty if the outcome on the open task would be another cell, which the person is allowed. */
  private Optional<Answer> decide(Cell cell, Prop prop, Guest guest) {
    Outcome outcome = cell.action().outcome().orElseThrow();
    String task = task(cell, prop);
    Optional<Step> open = open(cell.place());
    boolean another =
        !isOpen(cell)
            && task.equals(openTask(prop))
            && Action.deciding(open.orElseThrow(), outcome)
                .map(
                    a -> rights.may(cast.person(cell.persona()), a, cast.dossier(cell)).isAllowed())
                .orElse(false);
    return another ? Optional.empty() : Optional.of(stage.decide(guest, task, outcome));
  }

  /** Whether the cell is about the step that is open. */
  static boolean isOpen(Cell cell) {
    return cell.action().state().filter(s -> s == cell.place().state()).isPresent();
  }

  /** Whether the round has come past the cell's step, or the dossier has ended. */
  static boolean isPast(Cell cell) {
    DossierState state = cell.action().state().orElseThrow();
    return cell.place().state().ended() || state.compareTo(cell.place().state()) < 0;
  }

  /**
   * A step that was decided in the round has its own task, which is used. One that has not come has
   * none: its outcome is tried on the task that is open, or was last.
   */
  private static String task(Cell cell, Prop prop) {
    return Step.at(Procedure.PLAN, cell.place().round(), cell.action().state().orElseThrow())
        .map(prop.tasks()::get)
        .orElseGet(prop::lastTask);
  }

  /** The step that is open in a place. */
  static Optional<Step> open(Place place) {
    return Step.at(Procedure.PLAN, place.round(), place.state());
  }
}
