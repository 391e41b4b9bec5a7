package vn.ttdn.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.sql.DataSource;
import org.activiti.engine.RepositoryService;
import org.activiti.engine.repository.ProcessDefinition;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.ServiceRegistry;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PermissionService;
import org.springframework.context.ApplicationEvent;
import org.springframework.extensions.surf.util.AbstractLifecycleBean;
import vn.ttdn.core.audit.Sha256;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.ledger.LedgerMigrations;
import vn.ttdn.workflows.PlanProcess;

/**
 * What has to be there before anybody works: the ledger's tables, groups, folders, the organisation
 * file and the process. Each is made if it is missing, so that every start may run all of it.
 */
public final class PlatformBootstrap extends AbstractLifecycleBean {
  private final Platform platform;
  private final ServiceRegistry services;
  private final DataSource dataSource;
  private final RepositoryService processes;
  private final DictionaryOrganisation organisation;
  private final RecordGuard records;
  private final DossierGuard dossiers;

  public PlatformBootstrap(
      Platform platform,
      ServiceRegistry services,
      DataSource dataSource,
      RepositoryService processes,
      DictionaryOrganisation organisation,
      RecordGuard records,
      DossierGuard dossiers) {
    this.platform = platform;
    this.services = services;
    this.dataSource = dataSource;
    this.processes = processes;
    this.organisation = organisation;
    this.records = records;
    this.dossiers = dossiers;
  }

  @Override
  protected void onBootstrap(ApplicationEvent event) {
    records.bind();
    dossiers.bind();
    LedgerMigrations.migrate(dataSource);
    AuthenticationUtil.runAsSystem(
        () ->
            platform
                .host()
                .unitOfWork()
                .write(
                    () -> {
                      folders();
                      organisation.putDefault(platform.folders());
                      groups();
                      process();
                      return true;
                    }));
  }

  @Override
  protected void onShutdown(ApplicationEvent event) {
    // Nothing is held that would have to be let go.
  }

  private void folders() {
    PermissionService permissions = services.getPermissionService();
    var root = platform.folders().root();
    permissions.setInheritParentPermissions(root, false);
    permissions.setPermission(
        root, PermissionService.ALL_AUTHORITIES, PermissionService.CONSUMER, true);
    platform.folders().dossiers();
    platform.folders().records();
  }

  private void groups() {
    AuthorityService authorities = services.getAuthorityService();
    for (Map.Entry<RoleAt, String> group :
        platform.host().organisation().get().groups().entrySet()) {
      String name = group.getKey().groupName();
      if (!authorities.authorityExists(AlfrescoDirectory.GROUP_PREFIX + name)) {
        authorities.createAuthority(
            AuthorityType.GROUP, name, group.getValue(), authorities.getDefaultZones());
      }
    }
  }

  /**
   * Deploys the process if its file differs from the newest deployed one. The stock deployer looks
   * at the key only: it would deploy never or always.
   */
  private void process() {
    byte[] file = bytes(PlanProcess.open());
    ProcessDefinition newest =
        processes
            .createProcessDefinitionQuery()
            .processDefinitionKey(PlanProcess.KEY)
            .latestVersion()
            .singleResult();
    if (newest == null
        || !Sha256.hex(bytes(processes.getProcessModel(newest.getId()))).equals(Sha256.hex(file))) {
      services
          .getWorkflowService()
          .deployDefinition(
              AlfrescoWorkflow.ENGINE, new ByteArrayInputStream(file), "text/xml", PlanProcess.KEY);
    }
  }

  private static byte[] bytes(InputStream in) {
    try (in) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
