package vn.ttdn.workflows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import vn.ttdn.core.plan.Procedure;

/** The procedures' BPMN files on the class path. */
public final class ProcessFiles {
  private ProcessFiles() {}

  /** Where a procedure's file stands. */
  public static String resource(Procedure procedure) {
    return "vn/ttdn/workflows/" + procedure.file() + ".bpmn20.xml";
  }

  /** A file's content. */
  public static byte[] bytes(Procedure procedure) {
    try (InputStream in =
        ProcessFiles.class.getClassLoader().getResourceAsStream(resource(procedure))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
