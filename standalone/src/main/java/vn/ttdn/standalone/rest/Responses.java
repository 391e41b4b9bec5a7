package vn.ttdn.standalone.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.ttdn.core.rest.Response;

/** Sends core's answers. */
public final class Responses {
  private Responses() {}

  /** Writes status, headers and body. */
  public static void send(Response answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    answer.headers().forEach(response::setHeader);
    answer.body().writeTo(response.getOutputStream());
  }
}
