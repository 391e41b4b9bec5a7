package vn.ttdn.standalone.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.rest.Problems;

/** What the framework refuses before core is asked reads like what core refuses. */
@Controller
@ControllerAdvice
class FrameworkProblems implements ErrorController {

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : 404;
    Refusal refusal =
        switch (code) {
          case 401 -> Refusal.of(Kind.UNAUTHENTICATED, "signed-out");
          case 403 -> Refusal.of(Kind.FORBIDDEN, "csrf");
          case 404 -> Refusal.of(Kind.NOT_FOUND, "route-unknown");
          case 405 ->
              Refusal.of(Kind.METHOD_NOT_ALLOWED, "method-not-allowed", request.getMethod());
          case 500 -> throw new IllegalStateException("fault in the framework");
          default -> Refusal.of(Kind.INVALID, "body-invalid");
        };
    Responses.send(Problems.of(refusal, request.getLocale()), response);
  }

  @ExceptionHandler(Refusal.class)
  void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Responses.send(Problems.of(refusal, request.getLocale()), response);
  }

  @ExceptionHandler(HttpMessageNotReadableException.class)
  void unreadable(HttpServletRequest request, HttpServletResponse response) throws IOException {
    refused(Refusal.of(Kind.INVALID, "body-invalid"), request, response);
  }
}
