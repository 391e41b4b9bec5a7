package vn.ttdn.workflows;

import java.util.Optional;
import org.activiti.engine.delegate.DelegateTask;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.plan.TaskFile;

/** How a host tells which file somebody picked in a task's form. */
@FunctionalInterface
public interface TaskFiles {
  /** A host whose task forms pick none. */
  TaskFiles NONE = (task, file) -> Optional.empty();

  /** The file, read with the person's own rights; empty if he picked none. */
  Optional<IncomingFile> file(DelegateTask task, TaskFile file);
}
