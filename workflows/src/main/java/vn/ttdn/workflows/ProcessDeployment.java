package vn.ttdn.workflows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.activiti.engine.RepositoryService;
import org.activiti.engine.repository.ProcessDefinition;
import vn.ttdn.core.audit.Sha256;

/**
 * Deploys the process file when it differs from the newest deployed one, by checksum (SHA-256).
 * Dossiers on the way go on with the version that they began with. For hosts that own their engine;
 * Alfresco deploys through its workflow service.
 */
public final class ProcessDeployment {
  private final RepositoryService repository;

  public ProcessDeployment(RepositoryService repository) {
    this.repository = repository;
  }

  /** Deploys if needed; says whether it did. */
  public boolean deploy() {
    return deploy(bytes(PlanProcess.open()));
  }

  boolean deploy(byte[] file) {
    ProcessDefinition newest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(PlanProcess.KEY)
            .latestVersion()
            .singleResult();
    if (newest != null
        && Sha256.hex(bytes(repository.getProcessModel(newest.getId()))).equals(Sha256.hex(file))) {
      return false;
    }
    repository
        .createDeployment()
        .name(PlanProcess.KEY + " " + Sha256.hex(file))
        .addInputStream(PlanProcess.RESOURCE, new ByteArrayInputStream(file))
        .deploy();
    return true;
  }

  private static byte[] bytes(InputStream in) {
    try (in) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
