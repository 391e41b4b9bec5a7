package vn.ttdn.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ttdn.standalone.testing.Tables;

/** A first start that was broken off is begun anew; a database that people wrote to never is. */
class FirstStartTest {
  @TempDir private Path data;

  private FirstStart start;
  private Path database;

  @BeforeEach
  void open() {
    start = new FirstStart(data);
    database = data.resolve("database/ttdn.mv.db");
  }

  @Test
  void whatWasHalfMadeIsPutAside() throws Exception {
    start.begin();
    makeTable("half_made");
    start.begin();
    assertThat(database).doesNotExist();
    assertThat(data.resolve("database/broken-off.mv.db")).exists();
    makeTable("half_made");
    start.begin();
    assertThat(database).as("a second time as well").doesNotExist();
  }

  @Test
  void whatIsReadyStays() throws Exception {
    start.begin();
    makeTable("letters");
    start.done();
    byte[] before = Files.readAllBytes(database);
    start.begin();
    assertThat(database).hasBinaryContent(before);
    start.done();
    start.begin();
    assertThat(database).hasBinaryContent(before);
  }

  @Test
  void aDatabaseFromBeforeThereWereMarksStays() throws Exception {
    makeTable("letters");
    byte[] before = Files.readAllBytes(database);
    start.begin();
    start.done();
    assertThat(database).hasBinaryContent(before);
  }

  @Test
  void whatAnotherHostIsJustMakingStays() throws Exception {
    start.begin();
    try (Connection other = connection()) {
      other.createStatement().execute("create table being_made (id integer)");
      start.begin();
      assertThat(database).exists();
    }
    assertThat(data.resolve("database/broken-off.mv.db")).doesNotExist();
  }

  @Test
  void theHostStartsOnWhatWasHalfMade() throws Exception {
    start.begin();
    makeTable("ttdn_dossier");
    try (ConfigurableApplicationContext host =
        SpringApplication.run(StandaloneApplication.class, "--port=0", "--data=" + data)) {
      assertThat(data.resolve("database/broken-off.mv.db")).exists();
      assertThat(data.resolve("database/first-start")).doesNotExist();
      assertThat(new Tables(host.getBean(DataSource.class)).rows().get("ttdn_dossier")).isEmpty();
    }
  }

  private void makeTable(String name) throws SQLException {
    try (Connection connection = connection()) {
      connection.createStatement().execute("create table " + name + " (id integer)");
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:file:" + data.resolve("database/ttdn") + ";MODE=LEGACY");
  }
}
