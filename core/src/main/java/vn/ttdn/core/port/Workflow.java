package vn.ttdn.core.port;

import java.util.List;
import java.util.Map;
import vn.ttdn.core.plan.Procedure;

/** The host's process engine, as far as core moves it. */
public interface Workflow {
  /**
   * Starts a procedure's process for what the ledger has a row of. The engine's listeners call core
   * back before this returns.
   *
   * @param id of the dossier or the answer: the process's business key
   * @param recordIds issued records that a host with task forms shows with the tasks
   * @return the process instance's id
   */
  String start(Procedure procedure, String id, List<String> recordIds);

  /**
   * Completes an open task in the current person's name. The task's complete listener calls core
   * back with the same variables before this returns.
   *
   * @param variables {@link vn.ttdn.core.plan.TaskVariables} to values, local to the task
   */
  void complete(String taskId, Map<String, String> variables);

  /** Gives an open task to another person; the assignment listener calls core back. */
  void assign(String taskId, String userName);

  /** Gives an open task that {@code from} has claimed to {@code to}; any other stays as it is. */
  void handOver(String taskId, String from, String to);

  /** Lets an open task that {@code from} has claimed wait for its group again. */
  void release(String taskId, String from);

  /** Ends a process that core has ended; the end listener calls core back. */
  void cancel(String processId);
}
