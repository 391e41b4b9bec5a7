package vn.ttdn.standalone.rest;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page at {@code /} and the sign that the host is up. */
@Controller
class PageController {

  @GetMapping("/")
  String page() {
    return "forward:/ttdn/index.html";
  }

  /** Answers only after tables are migrated and processes deployed: before, nothing listens. */
  @GetMapping("/api/health")
  @ResponseBody
  Map<String, String> health() {
    return Map.of("status", "UP");
  }
}
