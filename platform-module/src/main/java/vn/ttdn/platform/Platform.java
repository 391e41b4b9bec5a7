package vn.ttdn.platform;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.alfresco.repo.model.Repository;
import org.alfresco.service.ServiceRegistry;
import vn.ttdn.core.Host;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.port.Directory;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.rest.Api;
import vn.ttdn.ledger.SqlLedger;
import vn.ttdn.workflows.BpmnPicture;
import vn.ttdn.workflows.PlanProcessListener;
import vn.ttdn.workflows.PlanTaskListener;
import vn.ttdn.workflows.TtdnFlow;
import vn.ttdn.workflows.TtdnRouting;

/** Puts core together with Alfresco's services; one of it lives in the repository's context. */
public final class Platform {
  private final Host host;
  private final Api api;
  private final Folders folders;
  private final AlfrescoWorkflow workflow;

  /**
   * Builds everything and hands the process its beans.
   *
   * @param services Alfresco's public services; ours run as system where core has decided
   * @param processBeans the map in which Alfresco's engine looks beans up
   * @param guarded whether records are guarded; if not, nothing is issued
   * @param maxUploadMegabytes largest file that is taken
   */
  public Platform(
      ServiceRegistry services,
      Repository repository,
      DataSource dataSource,
      Supplier<Organisation> organisation,
      Map<String, Object> processBeans,
      boolean guarded,
      int maxUploadMegabytes) {
    this.folders =
        new Folders(repository, services.getNodeService(), services.getFileFolderService());
    Ledger ledger = new SqlLedger(dataSource);
    Directory directory =
        new AlfrescoDirectory(
            services.getPersonService(), services.getAuthorityService(), services.getNodeService());
    this.workflow = new AlfrescoWorkflow(services.getWorkflowService(), services.getNodeService());
    this.host =
        new Host(
            Clock.systemUTC(),
            organisation,
            new AlfrescoCurrentPerson(directory),
            directory,
            new AlfrescoUnitOfWork(services.getRetryingTransactionHelper()),
            ledger,
            new AlfrescoDocuments(
                services.getNodeService(),
                services.getContentService(),
                services.getVersionService(),
                new NodePermissions(services.getPermissionService(), organisation),
                folders,
                () -> workflow,
                guarded),
            workflow,
            new BpmnPicture(),
            (long) maxUploadMegabytes << 20);
    PlanFlow flow = new PlanFlow(host);
    this.api = new Api(host, flow);
    processBeans.put("ttdnFlow", new TtdnFlow(flow));
    processBeans.put("ttdnRouting", new TtdnRouting(flow, AlfrescoDirectory.GROUP_PREFIX));
    processBeans.put("ttdnPlanTasks", new PlanTaskListener(flow));
    LibraryStart library =
        new LibraryStart(services.getNodeService(), services.getContentService(), workflow);
    processBeans.put("ttdnPlanProcess", new PlanProcessListener(flow, library));
  }

  public Host host() {
    return host;
  }

  public Api api() {
    return api;
  }

  AlfrescoWorkflow workflow() {
    return workflow;
  }

  Folders folders() {
    return folders;
  }
}
