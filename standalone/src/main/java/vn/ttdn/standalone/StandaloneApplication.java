package vn.ttdn.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.ttdn.core.org.OrganisationFile;
import vn.ttdn.standalone.demo.Demo;

/** Starts the standalone host. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
public class StandaloneApplication {

  /**
   * Runs the host, or with {@code --demo} the main job and nothing else.
   *
   * @param args Spring properties; {@code --port=N} and {@code --data=DIR} are the usual ones
   */
  public static void main(String[] args) {
    try {
      ConfigurableApplicationContext host =
          SpringApplication.run(StandaloneApplication.class, args);
      // Vietnamese whatever the machine's own encoding is.
      PrintStream out =
          new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
      if (Arrays.asList(args).contains("--demo")) {
        boolean well = demo(host, out);
        System.exit(SpringApplication.exit(host, () -> well ? 0 : 1));
      }
      greet(host, out);
    } catch (RuntimeException e) {
      // Spring Boot has said why: in words (StartFailures), or with a stack trace.
      System.exit(1);
    }
  }

  private static boolean demo(ConfigurableApplicationContext host, PrintStream out) {
    Path samples = Path.of(host.getEnvironment().getRequiredProperty("ttdn.samples"));
    return new Demo(origin(host), Greeting.SAMPLE_PASSWORD, samples, host.getBean(Clock.class), out)
        .run();
  }

  private static void greet(ConfigurableApplicationContext host, PrintStream out) {
    boolean sample = host.getEnvironment().getRequiredProperty("ttdn.organisation").isEmpty();
    new Greeting(origin(host), host.getBean(OrganisationFile.Contents.class), sample).print(out);
  }

  private static String origin(ConfigurableApplicationContext host) {
    int port = ((WebServerApplicationContext) host).getWebServer().getPort();
    return "http://127.0.0.1:" + port;
  }
}
