package vn.ttdn.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.activiti.engine.ProcessEngine;
import org.activiti.spring.ProcessEngineFactoryBean;
import org.activiti.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.comparison.TextOfFile;
import vn.ttdn.core.delegation.DelegatingDirectory;
import vn.ttdn.core.org.OrganisationFile;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.port.CurrentPerson;
import vn.ttdn.core.port.Directory;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.Memberships;
import vn.ttdn.core.port.PdfText;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.core.rest.Api;
import vn.ttdn.ledger.LedgerMigrations;
import vn.ttdn.ledger.SqlLedger;
import vn.ttdn.standalone.content.ContentFiles;
import vn.ttdn.standalone.content.HostDocuments;
import vn.ttdn.standalone.content.PdfBoxText;
import vn.ttdn.standalone.demo.DemoClock;
import vn.ttdn.standalone.engine.SpringUnitOfWork;
import vn.ttdn.standalone.security.SignedInPerson;
import vn.ttdn.standalone.security.YamlDirectory;
import vn.ttdn.workflows.BpmnPicture;
import vn.ttdn.workflows.EngineWorkflow;
import vn.ttdn.workflows.ProcessBeans;
import vn.ttdn.workflows.ProcessDeployment;
import vn.ttdn.workflows.StockStart;
import vn.ttdn.workflows.TaskFiles;

/** The host's parts and how they hang together. */
@Configuration(proxyBeanMethods = false)
class StandaloneConfiguration {
  private static final Duration DEMO_BEGINS = Duration.ofDays(20);
  private static final Logger LOG = LoggerFactory.getLogger(StandaloneConfiguration.class);

  @Bean
  Clock clock(ApplicationArguments arguments) {
    return arguments.containsOption("demo")
        ? new DemoClock(Clock.systemUTC(), DEMO_BEGINS)
        : Clock.systemUTC();
  }

  /** Tables are up to date before anybody uses them. */
  record Tables() {}

  @Bean
  Tables tables(
      DataSource dataSource,
      @Value("${ttdn.data}") Path data,
      @Value("${spring.datasource.url}") String url) {
    if (url.startsWith("jdbc:h2:file:")) {
      // Nobody has connected yet: whoever does needs the tables, and has to wait for them.
      new FirstStart(data).begin();
    }
    LedgerMigrations.migrate(dataSource);
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:vn/ttdn/standalone/migrations")
        .table("ttdn_host_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    return new Tables();
  }

  @Bean
  OrganisationFile.Contents organisation(
      @Value("${ttdn.organisation}") String file, @Value("${server.address}") InetAddress address) {
    if (file.isEmpty() && !address.isLoopbackAddress()) {
      // Its passwords are known to everybody.
      throw Refusal.of(
          Refusal.Kind.INVALID, "sample-organisation-exposed", address.getHostAddress());
    }
    if (!file.isEmpty() && !Files.isReadable(Path.of(file))) {
      throw Refusal.of(Refusal.Kind.INVALID, "organisation-file-missing", file);
    }
    try (Reader reader = organisationReader(file)) {
      return OrganisationFile.read(reader, file.isEmpty() ? "sample-organisation.yaml" : file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader organisationReader(String file) throws IOException {
    if (!file.isEmpty()) {
      return Files.newBufferedReader(Path.of(file));
    }
    InputStream in = StandaloneConfiguration.class.getResourceAsStream("/sample-organisation.yaml");
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  @Bean
  Ledger ledger(DataSource dataSource, Tables tables) {
    return new SqlLedger(dataSource);
  }

  @Bean
  ContentFiles contentFiles(
      @Value("${ttdn.data}") Path data, @Value("${spring.servlet.multipart.location}") Path uploads)
      throws IOException {
    Files.createDirectories(uploads);
    return new ContentFiles(data.resolve("content"));
  }

  @Bean
  PdfText pdfText() {
    return new PdfBoxText();
  }

  @Bean
  DocumentStore documentStore(
      DataSource dataSource, ContentFiles files, Clock clock, Tables tables) {
    return new HostDocuments(dataSource, files, clock);
  }

  @Bean
  UnitOfWork unitOfWork(PlatformTransactionManager transactions) {
    return new SpringUnitOfWork(transactions);
  }

  @Bean
  YamlDirectory accounts(OrganisationFile.Contents organisation) {
    return new YamlDirectory(organisation.people());
  }

  /** The people of the file, with what was delegated to them for today. */
  @Bean
  @Primary
  Directory directory(YamlDirectory accounts, Ledger ledger, UnitOfWork unitOfWork, Clock clock) {
    return new DelegatingDirectory(accounts, ledger, unitOfWork, clock);
  }

  @Bean
  CurrentPerson currentPerson(Directory directory) {
    return new SignedInPerson(directory);
  }

  @Bean
  Host host(
      Clock clock,
      OrganisationFile.Contents organisation,
      CurrentPerson currentPerson,
      Directory directory,
      UnitOfWork unitOfWork,
      Ledger ledger,
      DocumentStore documents,
      ObjectProvider<ProcessEngine> engine,
      PdfText pdfText,
      @Value("${ttdn.max-upload}") DataSize maxUpload) {
    return new Host(
        clock,
        organisation::organisation,
        currentPerson,
        directory,
        Memberships.NONE,
        unitOfWork,
        ledger,
        documents,
        new EngineWorkflow(engine::getObject),
        new BpmnPicture(),
        new TextOfFile(pdfText),
        maxUpload.toBytes());
  }

  @Bean
  AnswerFlow answerFlow(Host host) {
    return new AnswerFlow(host);
  }

  @Bean
  PlanFlow planFlow(Host host, AnswerFlow answers) {
    return new PlanFlow(host, answers);
  }

  @Bean
  Api api(Host host, PlanFlow flow, AnswerFlow answers) {
    return new Api(host, flow, answers);
  }

  /** The engine on the host's data source and transactions, seeing exactly the process beans. */
  @Bean
  ProcessEngineFactoryBean processEngine(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      PlanFlow flow,
      AnswerFlow answers) {
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    configuration.setDataSource(dataSource);
    configuration.setTransactionManager(transactions);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(false);
    // The ledger is the history; the engine's own would be a second one.
    configuration.setHistory("none");
    Map<Object, Object> beans = new HashMap<>();
    beans.putAll(
        ProcessBeans.of(flow, answers, "", StockStart.NONE, StockStart.NONE, TaskFiles.NONE));
    configuration.setBeans(beans);
    ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
    factory.setProcessEngineConfiguration(configuration);
    return factory;
  }

  /** The processes are deployed: the host may say that it is up. */
  record Processes() {}

  @Bean
  Processes processes(ProcessEngine engine, @Value("${ttdn.data}") Path data) {
    int takenOver =
        new ProcessDeployment(
                engine.getRepositoryService(),
                engine.getRuntimeService(),
                engine.getManagementService())
            .deploy();
    if (takenOver > 0) {
      LOG.info("{} processes on the way were taken over to the newest procedure files", takenOver);
    }
    new FirstStart(data).done();
    return new Processes();
  }
}
