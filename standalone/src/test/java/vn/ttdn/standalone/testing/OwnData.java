package vn.ttdn.standalone.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Gives a host that a test starts a database in memory and a folder of its own. */
public final class OwnData {
  private OwnData() {}

  /**
   * Sets the host's properties; its jobs do not run by themselves.
   *
   * @return the host's folder, below {@code target}
   */
  public static Path give(DynamicPropertyRegistry registry) {
    try {
      Path folder =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target", "hosts")).toAbsolutePath(), "host-");
      registry.add("data", folder::toString);
      String database = "jdbc:h2:mem:" + UUID.randomUUID();
      registry.add(
          "spring.datasource.url",
          () -> database + ";MODE=LEGACY;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1");
      registry.add("ttdn.jobs.outbox", () -> "1d");
      registry.add("ttdn.jobs.anchor", () -> "1d");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
