package vn.ttdn.core.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.plan.IssueForm;

/** The JSON object of a request, member by member. */
final class Body {
  private final JsonNode object;

  private Body(JsonNode object) {
    this.object = object;
  }

  /** Reads an object with known members only. */
  static Body of(Request request, String... known) {
    try (InputStream in = request.body().open()) {
      return new Body(Json.object(in, Set.of(known)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text; empty string if it was left out. */
  String text(String field) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual()) {
      throw Refusal.ofField(field, "type-text");
    }
    return value.asText();
  }

  /** A text that says something. */
  Optional<String> some(String field) {
    return Optional.of(text(field).strip()).filter(t -> !t.isEmpty());
  }

  Optional<LocalDate> day(String field) {
    return some(field).map(text -> IssueForm.day(text, field));
  }

  LocalDate requiredDay(String field) {
    return IssueForm.day(text(field).strip(), field);
  }

  boolean flag(String field) {
    JsonNode value = object.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      throw Refusal.ofField(field, "type-flag");
    }
    return value.asBoolean(false);
  }

  int year(String field) {
    JsonNode value = object.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw Refusal.ofField(field, "plan-year-invalid", value.asText());
    }
    return value.intValue();
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    JsonNode list = object.path(field);
    if (list.isMissingNode() || list.isNull()) {
      return texts;
    }
    if (!list.isArray()) {
      throw Refusal.ofField(field, "type-list");
    }
    for (JsonNode line : list) {
      if (!line.isTextual()) {
        throw Refusal.ofField(field, "type-list");
      }
      texts.add(line.asText());
    }
    return texts;
  }
}
