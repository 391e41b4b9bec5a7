package vn.ttdn.core.plan;

import java.util.List;
import java.util.function.Supplier;

/**
 * What the process engine asks core about one procedure, on every host. Every method runs inside
 * the engine's transaction; throwing rolls it back. Nothing here believes a process variable: only
 * the ledger and the authenticated person.
 */
public interface ProcedureFlow {
  /**
   * A process instance has started: core's own, or one that somebody starts through a host's stock
   * way in.
   *
   * @param form what that somebody filled in; asked for only then
   * @return what the process is about, one line for lists of tasks
   * @throws vn.ttdn.core.Refusal naming what is wrong with the form
   */
  String started(String processId, Supplier<StartForm> form);

  /** The groups whose members may take a step that asks for {@code who}. */
  List<String> candidates(String processId, String who);

  /** User name of the one whose task it is alone: the drafter. */
  String assignee(String processId);

  /** The engine opened a task: it must be the step that the ledger expects. */
  void arrived(String processId, String taskId, String stepId);

  /**
   * Somebody is being given an open task: he must be one who may decide it. While the engine is
   * still making the task, the ledger does not know it yet and routing has chosen the person.
   */
  void assigned(String processId, String taskId, String stepId, String userName);

  /** The current person completes a task: checks whether he may, and writes what follows. */
  void completing(String processId, String taskId, String stepId, Completion completion);

  /** The code of the last decision, for the gateway behind a step. */
  String outcome(String processId);

  /**
   * The process is about to end, by its own course or because somebody deletes it.
   *
   * @throws vn.ttdn.core.Refusal {@code process-not-ended} unless core has ended it
   */
  void ended(String processId);

  /** Where a process takes up its work, for the gateway behind its start: a round's number. */
  int entry(String processId);
}
