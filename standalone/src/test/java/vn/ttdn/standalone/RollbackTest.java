package vn.ttdn.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.ttdn.standalone.testing.People.well;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.RecordToFreeze;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.port.UnitOfWork;
import vn.ttdn.core.schema.DocumentSlot;
import vn.ttdn.standalone.testing.Answer;
import vn.ttdn.standalone.testing.OwnData;
import vn.ttdn.standalone.testing.People;
import vn.ttdn.standalone.testing.Tables;

/**
 * One transaction: when the host fails after core wrote, the whole database is row for row what it
 * was, the engine's part included, and the number that was given is given again.
 */
@SpringBootTest(classes = StandaloneApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(RollbackTest.Troubled.class)
class RollbackTest {
  private static final Trouble TROUBLE = new Trouble();

  @LocalServerPort private int port;
  @Autowired private DataSource dataSource;

  private People people;
  private Tables tables;

  @DynamicPropertySource
  static void ownData(DynamicPropertyRegistry registry) {
    OwnData.give(registry);
  }

  @BeforeEach
  void open() {
    people = new People(port);
    tables = new Tables(dataSource);
    TROUBLE.at(null, 0, null);
  }

  /** Where in a request the host fails. */
  enum Place {
    /** When documents were written, before the step has come to its end. */
    IN_THE_DOCUMENTS,
    /** When everything is done and only the commit is missing. */
    BEFORE_THE_COMMIT
  }

  @TestFactory
  Stream<DynamicNode> nothingRemainsOfWhatFailed() {
    Map<String, Function<String, Answer>> wishes = new LinkedHashMap<>();
    wishes.put("open", id -> people.as("chuyenvien").create("/dossiers", People.contents()));
    wishes.put(
        "edit",
        id ->
            people
                .as("chuyenvien")
                .change(
                    "/dossiers/" + id,
                    Map.of("subject", "Khác", "planYear", 2028, "unit", "PTTDN")));
    wishes.put(
        "upload",
        id ->
            people
                .as("chuyenvien")
                .upload(
                    "/dossiers/" + id + "/documents/OFFICIAL_LETTER",
                    "khac.docx",
                    People.letter()));
    wishes.put("submit", id -> people.decide("chuyenvien", id, "submitted"));
    return Stream.of(Place.values())
        .flatMap(
            place ->
                Stream.concat(
                    wishes.entrySet().stream()
                        .map(
                            wish ->
                                dynamicTest(
                                    wish.getKey() + " " + place,
                                    () ->
                                        requireNothingLeft(
                                            place, people.opened(), wish.getValue()))),
                    Stream.of("issued", "returned")
                        .map(
                            outcome ->
                                dynamicTest(
                                    outcome + " " + place,
                                    () ->
                                        requireNothingLeft(
                                            place,
                                            people.readyToIssue(),
                                            id -> people.decide("vanthu", id, outcome))))));
  }

  private void requireNothingLeft(Place place, String id, Function<String, Answer> wish) {
    Map<String, List<String>> before = tables.rows();
    TROUBLE.at(place, 1, new IllegalStateException("the disk is on fire"));
    Answer answer = wish.apply(id);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.problem()).isEqualTo("fault");
    assertThat(answer.text()).doesNotContain("disk", "Exception", "vn.ttdn");
    assertThat(tables.rows()).isEqualTo(before);
    well(wish.apply(id));
    assertThat(tables.rows()).as("and now it is done").isNotEqualTo(before);
  }

  @Test
  void theNumberThatFailedIsTheNextOne() {
    String first = people.readyToIssue();
    String second = people.readyToIssue();
    long before = number(well(people.decide("vanthu", people.readyToIssue(), "issued")));
    TROUBLE.at(Place.BEFORE_THE_COMMIT, 1, new IllegalStateException("the disk is on fire"));
    assertThat(people.decide("vanthu", first, "issued").status()).isEqualTo(500);
    assertThat(number(well(people.decide("vanthu", second, "issued")))).isEqualTo(before + 1);
    assertThat(number(well(people.decide("vanthu", first, "issued")))).isEqualTo(before + 2);
  }

  @ParameterizedTest
  @EnumSource
  void whoLostALockTriesAgainAndDoesItOnce(Place place) {
    String id = people.readyToIssue();
    long before = number(well(people.decide("vanthu", people.readyToIssue(), "issued")));
    TROUBLE.at(place, 2, new CannotAcquireLockException("somebody else has it"));
    assertThat(number(well(people.decide("vanthu", id, "issued")))).isEqualTo(before + 1);
    JsonNode dossier = well(people.as("vanthu").read("/dossiers/" + id));
    assertThat(dossier.path("decisions").size()).isEqualTo(4);
    assertThat(dossier.path("records").size()).isEqualTo(1);
    assertThat(
            well(people.as("vanthu").read("/dossiers/" + id + "/audit")).path("whole").asBoolean())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whoLosesItEveryTimeIsToldThatTheHostIsBusy(Place place) {
    String id = people.readyToIssue();
    Map<String, List<String>> before = tables.rows();
    TROUBLE.at(place, 3, new CannotAcquireLockException("somebody else has it"));
    Answer answer = people.decide("vanthu", id, "issued");
    assertThat(answer.problem()).as(answer.text()).isEqualTo("busy");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(tables.rows()).isEqualTo(before);
  }

  private static long number(JsonNode after) {
    return after.path("records").path(0).path("register").path("number").asLong();
  }

  /** Puts the trouble between the host and its transactions and documents. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Troubled {
    @Bean
    static BeanPostProcessor trouble() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          if (bean instanceof UnitOfWork real) {
            return new TroubledUnitOfWork(real);
          }
          return bean instanceof DocumentStore real ? new TroubledDocuments(real) : bean;
        }
      };
    }
  }

  /** Where and how often it happens. */
  private static final class Trouble {
    private Place place;
    private int times;
    private RuntimeException what;

    synchronized void at(Place where, int howOften, RuntimeException failure) {
      place = where;
      times = howOften;
      what = failure;
    }

    synchronized void maybe(Place here) {
      if (here == place && times > 0) {
        times--;
        throw what;
      }
    }
  }

  /** Inside the real transaction: the last thing before its commit. */
  private record TroubledUnitOfWork(UnitOfWork real) implements UnitOfWork {
    @Override
    public <T> T write(Supplier<T> work) {
      return real.write(
          () -> {
            T result = work.get();
            TROUBLE.maybe(Place.BEFORE_THE_COMMIT);
            return result;
          });
    }

    @Override
    public <T> T join(Supplier<T> work) {
      return real.join(work);
    }

    @Override
    public <T> T read(Supplier<T> work) {
      return real.read(work);
    }
  }

  private record TroubledDocuments(DocumentStore real) implements DocumentStore {
    @Override
    public void openDossier(Dossier dossier) {
      real.openDossier(dossier);
      TROUBLE.maybe(Place.IN_THE_DOCUMENTS);
    }

    @Override
    public void dossierChanged(Dossier dossier) {
      real.dossierChanged(dossier);
      TROUBLE.maybe(Place.IN_THE_DOCUMENTS);
    }

    @Override
    public StoredDocument put(Dossier dossier, DocumentSlot slot, IncomingFile file, Person by) {
      StoredDocument stored = real.put(dossier, slot, file, by);
      TROUBLE.maybe(Place.IN_THE_DOCUMENTS);
      return stored;
    }

    @Override
    public List<StoredDocument> documents(String dossierId) {
      return real.documents(dossierId);
    }

    @Override
    public List<StoredDocument> versions(String dossierId, String documentId) {
      return real.versions(dossierId, documentId);
    }

    @Override
    public InputStream open(String dossierId, String documentId, String version) {
      return real.open(dossierId, documentId, version);
    }

    @Override
    public String freeze(RecordToFreeze toFreeze) {
      return real.freeze(toFreeze);
    }

    @Override
    public InputStream openRecord(String recordId) {
      return real.openRecord(recordId);
    }
  }
}
