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
import java.util.Map;
import javax.sql.DataSource;
import org.activiti.engine.ProcessEngine;
import org.activiti.spring.ProcessEngineFactoryBean;
import org.activiti.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;
import vn.ttdn.core.Host;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.org.OrganisationFile;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.port.CurrentPerson;
import vn.ttdn.core.port.Directory;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.core.rest.Api;
import vn.ttdn.ledger.LedgerMigrations;
import vn.ttdn.ledger.SqlLedger;
import vn.ttdn.standalone.content.ContentFiles;
import vn.ttdn.standalone.content.HostDocuments;
import vn.ttdn.standalone.engine.SpringUnitOfWork;
import vn.ttdn.standalone.security.SignedInPerson;
import vn.ttdn.standalone.security.YamlDirectory;
import vn.ttdn.workflows.BpmnPicture;
import vn.ttdn.workflows.EngineWorkflow;
import vn.ttdn.workflows.PlanProcessListener;
import vn.ttdn.workflows.PlanTaskListener;
import vn.ttdn.workflows.ProcessDeployment;
import vn.ttdn.workflows.StockStart;
import vn.ttdn.workflows.TtdnFlow;
import vn.ttdn.workflows.TtdnRouting;

/** The host's parts and how they hang together. */
@Configuration(proxyBeanMethods = false)
class StandaloneConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
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
  DocumentStore documentStore(
      DataSource dataSource, ContentFiles files, Clock clock, Tables tables) {
    return new HostDocuments(dataSource, files, clock);
  }

  @Bean
  UnitOfWork unitOfWork(PlatformTransactionManager transactions) {
    return new SpringUnitOfWork(transactions);
  }

  @Bean
  Directory directory(OrganisationFile.Contents organisation) {
    return new YamlDirectory(organisation.people());
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
      @Value("${ttdn.max-upload}") DataSize maxUpload) {
    return new Host(
        clock,
        organisation::organisation,
        currentPerson,
        directory,
        unitOfWork,
        ledger,
        documents,
        new EngineWorkflow(engine::getObject),
        new BpmnPicture(),
        maxUpload.toBytes());
  }

  @Bean
  PlanFlow planFlow(Host host) {
    return new PlanFlow(host);
  }

  @Bean
  Api api(Host host, PlanFlow flow) {
    return new Api(host, flow);
  }

  /** The engine on the host's data source and transactions, seeing exactly the four beans. */
  @Bean
  ProcessEngineFactoryBean processEngine(
      DataSource dataSource, PlatformTransactionManager transactions, PlanFlow flow) {
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    configuration.setDataSource(dataSource);
    configuration.setTransactionManager(transactions);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(false);
    // The ledger is the history; the engine's own would be a second one.
    configuration.setHistory("none");
    configuration.setBeans(
        Map.of(
            "ttdnFlow", new TtdnFlow(flow),
            "ttdnRouting", new TtdnRouting(flow, ""),
            "ttdnPlanTasks", new PlanTaskListener(flow),
            "ttdnPlanProcess", new PlanProcessListener(flow, StockStart.NONE)));
    ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
    factory.setProcessEngineConfiguration(configuration);
    return factory;
  }

  /** The processes are deployed: the host may say that it is up. */
  record Processes() {}

  @Bean
  Processes processes(ProcessEngine engine, @Value("${ttdn.data}") Path data) {
    new ProcessDeployment(engine.getRepositoryService()).deploy();
    new FirstStart(data).done();
    return new Processes();
  }
}
