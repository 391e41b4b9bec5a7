package vn.ttdn.standalone.rest;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriUtils;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.files.FileInspector;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.rest.Api;
import vn.ttdn.core.rest.Problems;
import vn.ttdn.core.rest.Request;
import vn.ttdn.core.rest.Response;

/** Every route of the contract, below {@code /api/ttdn/v1}. */
@Controller
class ContractController {
  private static final String ROOT = "/api/ttdn/v1";

  private final Api api;
  private final FileInspector inspector;

  ContractController(Api api, Host host) {
    this.api = api;
    this.inspector = new FileInspector(host.maxUploadBytes());
  }

  @RequestMapping(ROOT + "/**")
  void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Response answer =
        Problems.guard(
            request.getLocale(),
            () -> {
              // Before the other fields of a form: it says in words what is wrong with an upload.
              Optional<IncomingFile> file = file(request);
              return api.handle(
                  new Request(
                      request.getMethod(),
                      path(request),
                      query(request),
                      request.getLocale(),
                      () -> body(request),
                      file));
            });
    Responses.send(answer, response);
  }

  private static String path(HttpServletRequest request) {
    return UriUtils.decode(
        request.getRequestURI().substring(ROOT.length()), StandardCharsets.UTF_8);
  }

  private static Map<String, String> query(HttpServletRequest request) {
    Map<String, String> query = new HashMap<>();
    // Asking for parameters would read the body of anything else.
    if (request.getQueryString() != null || multipart(request)) {
      request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
    }
    return query;
  }

  private static java.io.InputStream body(HttpServletRequest request) {
    try {
      return request.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean multipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith("multipart/");
  }

  private Optional<IncomingFile> file(HttpServletRequest request) {
    if (!multipart(request)) {
      return Optional.empty();
    }
    try {
      Part part = request.getPart("file");
      return Optional.ofNullable(part)
          .map(p -> new IncomingFile(p.getSubmittedFileName(), p.getSize(), p::getInputStream));
    } catch (IllegalStateException e) {
      // The container's word for "over the limit"; it has thrown away what it had spooled.
      throw inspector.tooLarge("file");
    } catch (ServletException | IOException e) {
      throw Refusal.of(Refusal.Kind.INVALID, "upload-broken");
    }
  }
}
