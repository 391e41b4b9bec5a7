package vn.ttdn.workflows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.activiti.engine.ManagementService;
import org.activiti.engine.RepositoryService;
import org.activiti.engine.RuntimeService;
import org.activiti.engine.impl.cmd.SetProcessDefinitionVersionCmd;
import org.activiti.engine.repository.ProcessDefinition;
import org.activiti.engine.runtime.ProcessInstance;
import vn.ttdn.core.audit.Sha256;
import vn.ttdn.core.plan.Procedure;

/**
 * Deploys each process file when it differs from the newest deployed one, by checksum (SHA-256),
 * and takes what is on the way over to it: the ids of steps never change, so that every open task
 * has its place in the new file, and core knows one way on only.
 */
public final class ProcessDeployment {
  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final Deployer deployer;

  /** How a host deploys; Alfresco does through its workflow service. */
  @FunctionalInterface
  public interface Deployer {
    void deploy(Procedure procedure, byte[] file);
  }

  /** For a host whose engine is its own. */
  public ProcessDeployment(
      RepositoryService repository, RuntimeService runtime, ManagementService management) {
    this(
        repository,
        runtime,
        management,
        (procedure, file) ->
            repository
                .createDeployment()
                .name(procedure.key() + " " + Sha256.hex(file))
                .addInputStream(ProcessFiles.resource(procedure), new ByteArrayInputStream(file))
                .deploy());
  }

  /** For a host that deploys in a way of its own. */
  public ProcessDeployment(
      RepositoryService repository,
      RuntimeService runtime,
      ManagementService management,
      Deployer deployer) {
    this.repository = repository;
    this.runtime = runtime;
    this.management = management;
    this.deployer = deployer;
  }

  /** Deploys what needs it; says how many processes on the way were taken over. */
  public int deploy() {
    int takenOver = 0;
    for (Procedure procedure : Procedure.values()) {
      takenOver += deploy(procedure, ProcessFiles.bytes(procedure));
    }
    return takenOver;
  }

  int deploy(Procedure procedure, byte[] file) {
    Optional<ProcessDefinition> newest = newest(procedure);
    boolean same =
        newest
            .map(d -> bytes(repository.getProcessModel(d.getId())))
            .filter(deployed -> Sha256.hex(deployed).equals(Sha256.hex(file)))
            .isPresent();
    if (!same) {
      deployer.deploy(procedure, file);
    }
    return takeOver(newest(procedure).orElseThrow());
  }

  private Optional<ProcessDefinition> newest(Procedure procedure) {
    return Optional.ofNullable(
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(procedure.key())
            .latestVersion()
            .singleResult());
  }

  private int takeOver(ProcessDefinition newest) {
    int takenOver = 0;
    for (ProcessInstance process :
        runtime.createProcessInstanceQuery().processDefinitionKey(newest.getKey()).list()) {
      if (!process.getProcessDefinitionId().equals(newest.getId())) {
        management.executeCommand(
            new SetProcessDefinitionVersionCmd(process.getId(), newest.getVersion()));
        takenOver++;
      }
    }
    return takenOver;
  }

  private static byte[] bytes(InputStream in) {
    try (in) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
