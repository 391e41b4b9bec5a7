package vn.ttdn.platform;

import java.io.ByteArrayInputStream;
import javax.sql.DataSource;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.ServiceRegistry;
import org.alfresco.service.cmr.security.PermissionService;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.extensions.surf.util.AbstractLifecycleBean;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.ledger.LedgerMigrations;
import vn.ttdn.workflows.ProcessDeployment;

/**
 * What has to be there before anybody works: the ledger's tables, groups, folders, the organisation
 * file and the processes. Each is made if it is missing, so that every start may run all of it.
 */
public final class PlatformBootstrap extends AbstractLifecycleBean {
  private static final Log LOG = LogFactory.getLog(PlatformBootstrap.class);

  private final Platform platform;
  private final ServiceRegistry services;
  private final DataSource dataSource;
  private final Engine engine;
  private final DictionaryOrganisation organisation;
  private final RecordGuard records;
  private final DossierGuard dossiers;
  private final OrganisationGuard organisations;

  public PlatformBootstrap(
      Platform platform,
      ServiceRegistry services,
      DataSource dataSource,
      Engine engine,
      DictionaryOrganisation organisation,
      RecordGuard records,
      DossierGuard dossiers,
      OrganisationGuard organisations) {
    this.platform = platform;
    this.services = services;
    this.dataSource = dataSource;
    this.engine = engine;
    this.organisation = organisation;
    this.records = records;
    this.dossiers = dossiers;
    this.organisations = organisations;
  }

  @Override
  protected void onBootstrap(ApplicationEvent event) {
    records.bind();
    dossiers.bind();
    organisations.bind();
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
                      processes();
                      return true;
                    }));
    platform.groups().make();
    int written = platform.copies().refresh();
    if (written > 0) {
      LOG.info(written + " dossiers' copies of the ledger's facts were written anew");
    }
    platform.markReady();
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

  /** Through Alfresco's workflow service, which keeps its own list of what is deployed. */
  private void processes() {
    int takenOver =
        new ProcessDeployment(
                engine.repository(), engine.runtime(), engine.management(), this::deploy)
            .deploy();
    if (takenOver > 0) {
      LOG.info(takenOver + " processes on the way were taken over to the newest procedure files");
    }
  }

  private void deploy(Procedure procedure, byte[] file) {
    services
        .getWorkflowService()
        .deployDefinition(
            AlfrescoWorkflow.ENGINE, new ByteArrayInputStream(file), "text/xml", procedure.key());
  }
}
