package vn.ttdn.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import vn.ttdn.core.Refusal;
import vn.ttdn.standalone.backup.BackupCommands;

/** Makes the data folder before anything opens a file in it, or says why it cannot be used. */
final class DataFolder
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    Path data = Path.of(event.getEnvironment().getRequiredProperty("ttdn.data")).toAbsolutePath();
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw unusable(data);
    }
    if (!Files.isWritable(data)) {
      throw unusable(data);
    }
    BackupCommands.requireFinished(data);
  }

  private static Refusal unusable(Path data) {
    return Refusal.of(Refusal.Kind.UNAVAILABLE, "data-folder-unusable", data.toString());
  }

  /** After the settings have been read. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
