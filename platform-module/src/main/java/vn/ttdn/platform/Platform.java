package vn.ttdn.platform;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.activiti.engine.delegate.TaskListener;
import org.alfresco.repo.model.Repository;
import org.alfresco.service.ServiceRegistry;
import org.alfresco.service.cmr.repository.NodeService;
import vn.ttdn.core.Host;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.answers.Answers;
import vn.ttdn.core.comparison.NotReadReason;
import vn.ttdn.core.comparison.ReadText.NotRead;
import vn.ttdn.core.comparison.TextOfFile;
import vn.ttdn.core.delegation.DelegatingDirectory;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.port.Directory;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.core.rest.Api;
import vn.ttdn.ledger.SqlLedger;
import vn.ttdn.workflows.BpmnPicture;
import vn.ttdn.workflows.ProcessBeans;

/** Puts core together with Alfresco's services; one of it lives in the repository's context. */
public final class Platform {
  private final Host host;
  private final Api api;
  private final Folders folders;
  private final AlfrescoWorkflow workflow;
  private final Groups groups;
  private final Dossiers dossiers;
  private final Answers answers;
  private final LibraryFiles library;
  private final Completeness completeness;
  private final Copies copies;
  private volatile boolean ready;

  /**
   * Builds everything and hands the processes their beans.
   *
   * @param services Alfresco's public services; ours run as system where core has decided
   * @param guarded whether records are guarded; if not, nothing is issued
   * @param maxUploadMegabytes largest file that is taken
   */
  public Platform(
      ServiceRegistry services,
      Repository repository,
      DataSource dataSource,
      Supplier<Organisation> organisation,
      Engine engine,
      boolean guarded,
      int maxUploadMegabytes) {
    NodeService nodes = services.getNodeService();
    this.folders = new Folders(repository, nodes, services.getFileFolderService());
    Packages packages = new Packages(services.getWorkflowService(), nodes);
    this.library = new LibraryFiles(nodes, services.getContentService());
    // Folder rules are worked while a transaction is being committed.
    SqlLedger ledger = SqlLedger.writingAtOnce(dataSource);
    UnitOfWork unitOfWork = new AlfrescoUnitOfWork(services.getRetryingTransactionHelper(), ledger);
    Clock clock = Clock.systemUTC();
    Directory directory =
        new DelegatingDirectory(
            new AlfrescoDirectory(
                services.getPersonService(), services.getAuthorityService(), nodes),
            ledger,
            unitOfWork,
            clock);
    this.workflow =
        new AlfrescoWorkflow(services.getWorkflowService(), engine.tasks(), nodes, packages);
    NodeFiles files = new NodeFiles(nodes, services.getContentService());
    NodePermissions permissions =
        new NodePermissions(services.getPermissionService(), organisation);
    RecordNodes records = new RecordNodes(nodes, files, folders, permissions, ledger);
    DocumentStore documents =
        new AlfrescoDocuments(
            nodes,
            services.getVersionService(),
            files,
            permissions,
            folders,
            records,
            packages,
            ledger,
            guarded);
    this.host =
        new Host(
            clock,
            organisation,
            new AlfrescoCurrentPerson(directory),
            directory,
            new AlfrescoMemberships(services.getAuthorityService()),
            unitOfWork,
            ledger,
            documents,
            workflow,
            new BpmnPicture(),
            // PDFBox does not belong into the repository: a PDF is told not to be compared.
            new TextOfFile(pdf -> new NotRead(NotReadReason.NO_READER)),
            (long) maxUploadMegabytes << 20);
    AnswerFlow answerFlow = new AnswerFlow(host);
    PlanFlow planFlow = new PlanFlow(host, answerFlow);
    this.api = new Api(host, planFlow, answerFlow);
    this.dossiers = new Dossiers(host, planFlow);
    this.answers = new Answers(host, answerFlow);
    this.completeness = new Completeness(host, dossiers, nodes);
    this.copies = new Copies(host, folders, nodes, records, services.getAttributeService());
    this.groups = new Groups(services.getAuthorityService(), host);
    Map<String, Object> beans =
        ProcessBeans.of(
            planFlow,
            answerFlow,
            AlfrescoDirectory.GROUP_PREFIX,
            new LibraryStart(nodes, library, packages),
            new OwnStart(),
            new AlfrescoTaskFiles(library));
    beans.replaceAll(
        (name, bean) ->
            bean instanceof TaskListener listener ? new StarterLeft(listener, nodes) : bean);
    engine.beans().putAll(beans);
  }

  /** What has to be there before anybody works is there. */
  void markReady() {
    ready = true;
  }

  /** Whether it is: Alfresco's scheduler begins its work before the last bean is bootstrapped. */
  boolean isReady() {
    return ready;
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

  Groups groups() {
    return groups;
  }

  Dossiers dossiers() {
    return dossiers;
  }

  Answers answers() {
    return answers;
  }

  Copies copies() {
    return copies;
  }

  Completeness completeness() {
    return completeness;
  }

  LibraryFiles library() {
    return library;
  }
}
