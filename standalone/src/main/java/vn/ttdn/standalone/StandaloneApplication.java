package vn.ttdn.standalone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.ttdn.core.Refusal;

/** Starts the standalone host. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
public class StandaloneApplication {

  /**
   * Runs the host.
   *
   * @param args Spring properties; {@code --port=N} and {@code --data=DIR} are the usual ones
   */
  public static void main(String[] args) {
    try {
      SpringApplication.run(StandaloneApplication.class, args);
    } catch (RuntimeException e) {
      // A configuration that is refused says so in words; anything else keeps its stack trace,
      // which Spring Boot has logged.
      Refusal.in(e).map(Refusal::getMessage).ifPresent(System.err::println);
      System.exit(1);
    }
  }
}
