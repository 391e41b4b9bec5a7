package vn.ttdn.core.port;

import java.util.Map;

/** The host's process engine, as far as core moves it. */
public interface Workflow {
  /**
   * Starts the plan process for a dossier whose ledger row exists. The engine's listeners call core
   * back before this returns.
   *
   * @return the process instance's id
   */
  String start(String dossierId);

  /**
   * Completes an open task in the current person's name. The task's complete listener calls core
   * back with the same variables before this returns.
   *
   * @param variables {@link vn.ttdn.core.plan.TaskVariables} to values, local to the task
   */
  void complete(String taskId, Map<String, String> variables);
}
