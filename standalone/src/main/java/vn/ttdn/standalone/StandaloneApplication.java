package vn.ttdn.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertyResolver;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.ttdn.core.org.OrganisationFile;
import vn.ttdn.standalone.backup.BackupCommands;
import vn.ttdn.standalone.demo.Demo;
import vn.ttdn.standalone.demo.DemoClock;

/** Starts the standalone host. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
public class StandaloneApplication {

  /**
   * Runs the host, or with {@code --demo} the main job and nothing else, or with {@code
   * --backup=FILE} or {@code --restore=FILE} no host at all.
   *
   * @param args Spring properties; {@code --port=N} and {@code --data=DIR} are the usual ones
   */
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    if (BackupCommands.meant(args)) {
      System.exit(
          new BackupCommands(Clock.systemUTC(), out, utf8(FileDescriptor.err))
              .run(args, settings(args)));
    }
    try {
      ConfigurableApplicationContext host =
          SpringApplication.run(StandaloneApplication.class, args);
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

  /** Vietnamese whatever the machine's own encoding is. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /** The settings that a host would have, without a host; nothing is made for it. */
  private static PropertyResolver settings(String[] args) {
    SpringApplication application = new SpringApplication(Object.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setListeners(
        application.getListeners().stream().filter(l -> !(l instanceof DataFolder)).toList());
    return application.run(args).getEnvironment();
  }

  private static boolean demo(ConfigurableApplicationContext host, PrintStream out) {
    Path samples = Path.of(host.getEnvironment().getRequiredProperty("ttdn.samples"));
    return new Demo(
            origin(host), Greeting.SAMPLE_PASSWORD, samples, host.getBean(DemoClock.class), out)
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
