package vn.ttdn.core.fakes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.ttdn.core.Host;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.OrganisationFile;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.NewDossier;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.port.ProcessPicture.Picture;
import vn.ttdn.core.port.Workflow;

/**
 * A whole host in memory: the default organisation, the sample people, and a clock that stands at
 * {@link #MORNING}. What is done through {@link #as} runs in one transaction that ends like a real
 * one.
 */
public final class FakeHost {
  /** Tuesday, 1 December 2026, 09:00 in Hà Nội. */
  public static final Instant MORNING = Instant.parse("2026-12-01T02:00:00Z");

  private static final long MAX_UPLOAD = 50L << 20;

  private final FakeClock clock = new FakeClock(MORNING);
  private final Organisation organisation = defaultOrganisation();
  private final FakeDirectory directory = FakeDirectory.ofSamplePeople();
  private final FakeCurrentPerson currentPerson = new FakeCurrentPerson(directory);
  private final FakeDocumentStore documents = new FakeDocumentStore(clock);
  private final FakeLedger ledger;
  private final FakeUnitOfWork unitOfWork;
  private final Host host;
  private final PlanFlow flow;
  private final Dossiers dossiers;

  private FakeHost(Workflow engine) {
    ledger = new FakeLedger(() -> isInTransaction(), organisation);
    Stream<Rewindable> fakes =
        Stream.of(ledger, documents, engine)
            .filter(Rewindable.class::isInstance)
            .map(Rewindable.class::cast);
    unitOfWork = new FakeUnitOfWork(fakes.toList());
    host =
        new Host(
            clock,
            () -> organisation,
            currentPerson,
            directory,
            unitOfWork,
            ledger,
            documents,
            engine,
            () -> new Picture(0, 0, List.of(), List.of()),
            MAX_UPLOAD);
    flow = new PlanFlow(host);
    if (engine instanceof FakeWorkflow own) {
      own.connect(flow);
    }
    dossiers = new Dossiers(host, flow);
  }

  /** A host whose engine is {@link FakeWorkflow}. */
  public static FakeHost standing() {
    return new FakeHost(new FakeWorkflow());
  }

  /** A host on another engine; give {@link #unitOfWork()} that engine's transactions. */
  public static FakeHost on(Workflow engine) {
    return new FakeHost(engine);
  }

  private boolean isInTransaction() {
    return unitOfWork.isActive();
  }

  public Host host() {
    return host;
  }

  public PlanFlow flow() {
    return flow;
  }

  public Dossiers dossiers() {
    return dossiers;
  }

  public FakeClock clock() {
    return clock;
  }

  public Organisation organisation() {
    return organisation;
  }

  public FakeDirectory directory() {
    return directory;
  }

  public FakeCurrentPerson currentPerson() {
    return currentPerson;
  }

  public FakeLedger ledger() {
    return ledger;
  }

  public FakeDocumentStore documents() {
    return documents;
  }

  public FakeUnitOfWork unitOfWork() {
    return unitOfWork;
  }

  /** Does something as a person, in one transaction. */
  public <T> T as(String user, Supplier<T> work) {
    return currentPerson.as(user, () -> unitOfWork.write(work));
  }

  /** The dossier as the ledger has it now. */
  public Dossier dossier(String id) {
    return unitOfWork.read(() -> ledger.dossier(id)).orElseThrow();
  }

  /** {@code chuyenvien} opens a dossier, puts a letter in and addresses it: ready to submit. */
  public Dossier openedWithLetter() {
    Dossier opened =
        as(
            "chuyenvien",
            () ->
                dossiers.open(
                    NewDossier.checked(
                        "V/v đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027",
                        2027,
                        "PTTDN",
                        List.of("NVDP", "Văn phòng Bộ"),
                        organisation)));
    as("chuyenvien", () -> dossiers.putLetter(opened.id(), letter("cong-van.docx")));
    return dossier(opened.id());
  }

  /** The person's decision on the dossier's open task. */
  public Dossier decide(String user, String dossierId, String outcome, String comment) {
    String taskId = dossier(dossierId).taskId().orElseThrow();
    return as(user, () -> dossiers.decide(taskId, outcome, comment));
  }

  /** A small DOCX; another name makes another content. */
  public static IncomingFile letter(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : List.of("[Content_Types].xml", "word/document.xml")) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(("<x>" + name + "</x>").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] content = out.toByteArray();
    return new IncomingFile(name, content.length, () -> new ByteArrayInputStream(content));
  }

  private static Organisation defaultOrganisation() {
    String file = "/vn/ttdn/core/organisation.yaml";
    try (InputStreamReader in =
        new InputStreamReader(
            OrganisationFile.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      return OrganisationFile.read(in, file).organisation();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
