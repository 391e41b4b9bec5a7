package vn.ttdn.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.extensions.webscripts.AbstractWebScript;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.WebScriptResponse;
import org.springframework.extensions.webscripts.servlet.FormData;
import org.springframework.extensions.webscripts.servlet.FormData.FormField;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.rest.Problems;
import vn.ttdn.core.rest.Request;
import vn.ttdn.core.rest.Response;

/**
 * A route of the contract as a web script. Its descriptor declares transaction {@code none}: core
 * runs the transaction inside, so that a refusal rolls back and is still answered as a problem.
 */
public final class ContractWebScript extends AbstractWebScript {
  private Platform platform;
  private String template;

  /** Injected by Spring. */
  public void setPlatform(Platform platform) {
    this.platform = platform;
  }

  /** The route's template, e.g. {@code /dossiers/{dossier}}. */
  public void setTemplate(String template) {
    this.template = template;
  }

  @Override
  public void execute(WebScriptRequest request, WebScriptResponse response) throws IOException {
    Locale locale = locale(request);
    Response answer =
        Problems.guard(locale, () -> platform.api().handle(translated(request, locale)));
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    answer.headers().forEach(response::setHeader);
    answer.body().writeTo(response.getOutputStream());
  }

  private Request translated(WebScriptRequest request, Locale locale) {
    String path = template;
    for (Map.Entry<String, String> v : request.getServiceMatch().getTemplateVars().entrySet()) {
      path = path.replace("{" + v.getKey() + "}", v.getValue());
    }
    Map<String, String> query = new HashMap<>();
    for (String name : request.getParameterNames()) {
      String value = request.getParameter(name);
      if (value != null) {
        query.put(name, value);
      }
    }
    fields(request).forEach(field -> query.put(field.getName(), text(field)));
    return new Request(
        getDescription().getMethod(),
        path,
        query,
        locale,
        () -> request.getContent().getInputStream(),
        file(request));
  }

  private static Locale locale(WebScriptRequest request) {
    String header = request.getHeader("Accept-Language");
    try {
      return header == null || header.isBlank()
          ? Locale.forLanguageTag("vi")
          : Locale.forLanguageTag(Locale.LanguageRange.parse(header).get(0).getRange());
    } catch (IllegalArgumentException e) {
      return Locale.forLanguageTag("vi");
    }
  }

  private static Optional<IncomingFile> file(WebScriptRequest request) {
    return parts(request).stream()
        .filter(part -> part.getIsFile() && part.getName().equals("file"))
        .findFirst()
        .map(part -> new IncomingFile(part.getValue(), size(part), part::getInputStream));
  }

  /** What was filled in beside the file. */
  private static List<FormField> fields(WebScriptRequest request) {
    return parts(request).stream().filter(part -> !part.getIsFile()).toList();
  }

  private static List<FormField> parts(WebScriptRequest request) {
    String type = request.getContentType();
    boolean multipart = type != null && type.startsWith("multipart/");
    return multipart && request.parseContent() instanceof FormData form
        ? List.of(form.getFields())
        : List.of();
  }

  /** Browsers send a field in the page's encoding, which is UTF-8, and do not say so. */
  private static String text(FormField field) {
    try (InputStream in = field.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(FormField field) {
    try (InputStream in = field.getInputStream()) {
      return in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
