package vn.ttdn.platform;

import org.activiti.engine.delegate.DelegateTask;
import org.activiti.engine.delegate.TaskListener;
import org.alfresco.repo.jscript.ScriptNode;
import org.alfresco.service.cmr.repository.NodeService;

/**
 * Forgets who started a process once he has been removed: Alfresco reads that person whenever it
 * makes a task, and no step would come after the one that is open.
 */
final class StarterLeft implements TaskListener {
  private static final long serialVersionUID = 1L;
  private static final String STARTER = "initiator";

  private final transient TaskListener listener;
  private final transient NodeService nodes;

  StarterLeft(TaskListener listener, NodeService nodes) {
    this.listener = listener;
    this.nodes = nodes;
  }

  @Override
  public void notify(DelegateTask task) {
    if (task.getEventName().equals(EVENTNAME_COMPLETE)
        && task.getVariable(STARTER) instanceof ScriptNode starter
        && !nodes.exists(starter.getNodeRef())) {
      task.removeVariable(STARTER);
    }
    listener.notify(task);
  }
}
