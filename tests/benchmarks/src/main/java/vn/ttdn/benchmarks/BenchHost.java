package vn.ttdn.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.activiti.engine.ProcessEngine;
import org.activiti.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import vn.ttdn.core.Host;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.plan.Procedure;

/**
 * The standalone host without its web server and its scheduled jobs, on a fresh database; and in
 * the same engine, on the same data source, pool and transaction manager, the baseline's processes.
 */
final class BenchHost implements AutoCloseable {
  private final Path data;
  private final ConfigurableApplicationContext context;
  private final ProcessEngine engineAsItComes;

  /** What the standalone host leaves to Spring Boot: pool and transactions. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Pool {}

  BenchHost(Database database) {
    try {
      this.data = Files.createTempDirectory("ttdn-bench-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SpringApplication application = new SpringApplication(Pool.class);
    // By name: the host's own wiring is nobody else's type.
    application.setSources(Set.of("vn.ttdn.standalone.StandaloneConfiguration"));
    application.setWebApplicationType(WebApplicationType.NONE);
    List<String> arguments = new ArrayList<>(database.settings());
    arguments.add("--data=" + data);
    this.context = application.run(arguments.toArray(String[]::new));
    deploy(Procedure.PLAN);
    deploy(Procedure.UNIT_ANSWER);
    SpringProcessEngineConfiguration asItComes = new SpringProcessEngineConfiguration();
    asItComes.setProcessEngineName("as-it-comes");
    asItComes.setDataSource(context.getBean(DataSource.class));
    asItComes.setTransactionManager(context.getBean(PlatformTransactionManager.class));
    this.engineAsItComes = asItComes.buildProcessEngine();
  }

  private void deploy(Procedure procedure) {
    byte[] xml = BareProcess.xml(procedure).getBytes(StandardCharsets.UTF_8);
    engine()
        .getRepositoryService()
        .createDeployment()
        .addInputStream(BareProcess.resource(procedure), new ByteArrayInputStream(xml))
        .deploy();
  }

  Host host() {
    return context.getBean(Host.class);
  }

  PlanFlow flow() {
    return context.getBean(PlanFlow.class);
  }

  AnswerFlow answerFlow() {
    return context.getBean(AnswerFlow.class);
  }

  DataSource database() {
    return context.getBean(DataSource.class);
  }

  /** The host's own engine, whose history is off: the ledger keeps it. */
  ProcessEngine engine() {
    return context.getBean(ProcessEngine.class);
  }

  /** A second engine on the same database and transactions, with nothing set but these. */
  ProcessEngine engineAsItComes() {
    return engineAsItComes;
  }

  @Override
  public void close() {
    engineAsItComes.close();
    context.close();
    try (var files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
