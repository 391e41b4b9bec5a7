package vn.ttdn.core.rest;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.rest.Route.Effect;
import vn.ttdn.core.rest.Route.Takes;

/** What the groups of routes are written with. */
final class Routes {
  static final int MAX_PAGE = 200;

  private Routes() {}

  static Route get(String id, String template, Route.Handler handler) {
    return new Route(id, "GET", template, Effect.READS, Takes.NOTHING, handler);
  }

  static Route post(String id, String template, Takes takes, Route.Handler handler) {
    return new Route(id, "POST", template, Effect.WRITES, takes, handler);
  }

  static Route put(String id, String template, Route.Handler handler) {
    return new Route(id, "PUT", template, Effect.WRITES, Takes.JSON, handler);
  }

  static Route delete(String id, String template, Route.Handler handler) {
    return new Route(id, "DELETE", template, Effect.WRITES, Takes.NOTHING, handler);
  }

  static Response ok(Object value) {
    return Response.json(200, value);
  }

  static Response created(Object value) {
    return Response.json(201, value);
  }

  /** An ordered object. */
  static Map<String, Object> object(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  static IncomingFile file(Request request) {
    return request.file().orElseThrow(() -> Refusal.ofField("file", "file-missing"));
  }

  static String query(Request request, String name) {
    return request.query().getOrDefault(name, "").strip();
  }

  static int offset(Request request) {
    return number(request, "offset", 0, Integer.MAX_VALUE);
  }

  static int limit(Request request) {
    return number(request, "limit", 50, MAX_PAGE);
  }

  static int number(Request request, String name, int otherwise, int most) {
    String raw = query(request, name);
    if (raw.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(raw);
      if (value >= 0 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number out of range.
    }
    throw Refusal.ofField(name, "number-invalid", raw, most);
  }

  /** The value of that name, refused by a code that names what was given. */
  static <T> T known(Optional<T> value, String field, String code, String given) {
    return value.orElseThrow(() -> Refusal.ofField(field, code, given));
  }

  /** Opens the content inside the transaction, so that a refusal is still an answer. */
  static Response download(String mimeType, String name, Supplier<InputStream> content) {
    InputStream in = content.get();
    return Response.download(
        mimeType,
        name,
        out -> {
          try (in) {
            in.transferTo(out);
          }
        });
  }
}
