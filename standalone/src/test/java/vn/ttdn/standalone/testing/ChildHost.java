package vn.ttdn.standalone.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The host as a process of its own that is to end by itself.
 *
 * @param exitCode what it ended with
 * @param said everything that it printed, errors too
 */
public record ChildHost(int exitCode, String said) {

  /** Starts it on a free port and waits for its end. */
  public static ChildHost ended(Path data, String... settings)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.ttdn.standalone.StandaloneApplication",
                "--port=0",
                "--data=" + data));
    command.addAll(List.of(settings));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      Thread patience = new Thread(() -> killWhenStillThere(process));
      patience.setDaemon(true);
      patience.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new ChildHost(process.waitFor(), said);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A host that should have ended and listens instead must not hold up the test for ever. */
  private static void killWhenStillThere(Process process) {
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.toHandle().destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
