package vn.ttdn.core.plan;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.text.Fold;

/**
 * What somebody completes a task with. Nothing of it is checked yet.
 *
 * @param variables the task's local variables, of {@link TaskVariables#ALL}
 * @param files the file that he picked in the task's form, if any
 */
public record Completion(
    Map<String, String> variables, Function<TaskFile, Optional<IncomingFile>> files) {

  /** Without files: in a host whose task forms pick none. */
  public static Completion of(Map<String, String> variables) {
    return new Completion(variables, file -> Optional.empty());
  }

  /** A variable as typed, NFC; empty string if it was left out. */
  public String text(String variable) {
    String raw = variables.get(variable);
    return raw == null ? "" : Fold.nfc(raw);
  }

  public Optional<IncomingFile> file(TaskFile file) {
    return files.apply(file);
  }
}
