package vn.ttdn.core.fakes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.ttdn.core.Host;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.answers.Answers;
import vn.ttdn.core.comparison.NotReadReason;
import vn.ttdn.core.comparison.ReadText.NotRead;
import vn.ttdn.core.comparison.TextOfFile;
import vn.ttdn.core.delegation.DelegatingDirectory;
import vn.ttdn.core.delegation.Delegations;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Dossiers;
import vn.ttdn.core.plan.Letters;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.ProcedureFlow;
import vn.ttdn.core.plan.Steering;
import vn.ttdn.core.port.Directory;
import vn.ttdn.core.port.ProcessPicture.Picture;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.port.Workflow;
import vn.ttdn.core.rest.Api;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/**
 * A whole host in memory: the default organisation, the sample people, and a clock that stands at
 * {@link #MORNING}. What is done through {@link #as} runs in one transaction that ends like a real
 * one. {@link Work} takes dossiers a long way at once.
 */
public final class FakeHost {
  /** Tuesday, 1 December 2026, 09:00 in Hà Nội. */
  public static final Instant MORNING = Instant.parse("2026-12-01T02:00:00Z");

  private static final long MAX_UPLOAD = 50L << 20;

  private final FakeClock clock = new FakeClock(MORNING);
  private final FakeDirectory directory = FakeDirectory.ofSamplePeople();
  private final FakeCurrentPerson currentPerson;
  private final FakeDocumentStore documents = new FakeDocumentStore(clock);
  private final FakeLedger ledger;
  private final FakeUnitOfWork unitOfWork;
  private final Workflow engine;
  private final Host host;
  private final AnswerFlow answerFlow;
  private final PlanFlow flow;
  private final Dossiers dossiers;
  private final Work work = new Work(this);
  private Organisation organisation = FakeOrganisation.standard();

  private FakeHost(Workflow engine) {
    this.engine = engine;
    ledger = new FakeLedger(this::isInTransaction, this::organisation);
    Stream<Rewindable> fakes =
        Stream.of(ledger, documents, engine, directory)
            .filter(Rewindable.class::isInstance)
            .map(Rewindable.class::cast);
    unitOfWork = new FakeUnitOfWork(fakes.toList());
    Directory delegating = new DelegatingDirectory(directory, ledger, unitOfWork, clock);
    currentPerson = new FakeCurrentPerson(delegating);
    host =
        new Host(
            clock,
            this::organisation,
            currentPerson,
            delegating,
            directory,
            unitOfWork,
            ledger,
            documents,
            engine,
            procedure -> new Picture(0, 0, List.of(), List.of()),
            new TextOfFile(pdf -> new NotRead(NotReadReason.NO_READER)),
            MAX_UPLOAD);
    answerFlow = new AnswerFlow(host);
    flow = new PlanFlow(host, answerFlow);
    if (engine instanceof FakeWorkflow own) {
      own.connect(this::flowOf);
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

  public AnswerFlow answerFlow() {
    return answerFlow;
  }

  /** What an engine's listeners tell of a procedure's processes. */
  public ProcedureFlow flowOf(Procedure procedure) {
    return procedure == Procedure.UNIT_ANSWER ? answerFlow : flow;
  }

  public Dossiers dossiers() {
    return dossiers;
  }

  public Steering steering() {
    return new Steering(host, flow);
  }

  public Delegations delegations() {
    return new Delegations(host);
  }

  public Letters letters() {
    return new Letters(host, flow);
  }

  public Answers answers() {
    return new Answers(host, answerFlow);
  }

  /** The REST contract over this host. */
  public Api api() {
    return new Api(host, flow, answerFlow);
  }

  /** The engine of a host that stands on {@link FakeWorkflow}. */
  public FakeWorkflow engine() {
    return (FakeWorkflow) engine;
  }

  public FakeClock clock() {
    return clock;
  }

  public Organisation organisation() {
    return organisation;
  }

  /** Puts another organisation in force, as an administrator could at any time. */
  public void organisation(Organisation other) {
    organisation = other;
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

  /** What takes dossiers a long way at once. */
  public Work work() {
    return work;
  }

  /** Does something as a person, in one transaction. */
  public <T> T as(String user, Supplier<T> work) {
    return currentPerson.as(user, () -> unitOfWork.write(work));
  }

  /** Reads in one transaction, whoever it is. */
  public <T> T read(Supplier<T> work) {
    return unitOfWork.read(work);
  }

  /** The dossier as the ledger has it now. */
  public Dossier dossier(String id) {
    return read(() -> ledger.dossier(id)).orElseThrow();
  }

  /** {@code chuyenvien} opens a dossier, puts a letter in and addresses it: ready to submit. */
  public Dossier openedWithLetter() {
    return work.openedWithLetter();
  }

  /** The person's decision on the dossier's open task. */
  public Dossier decide(String user, String dossierId, String outcome, String comment) {
    return decide(user, dossierId, Work.variables(outcome, comment));
  }

  /** The same with everything that the task's form has. */
  public Dossier decide(String user, String dossierId, Map<String, String> variables) {
    String taskId = dossier(dossierId).taskId().orElseThrow();
    return as(user, () -> dossiers.decide(taskId, variables));
  }

  /** The drafter hands in a draft, or its next version; no two have the same content. */
  public StoredDocument put(String dossierId, DocumentKind kind) {
    return as(
        dossier(dossierId).drafter(),
        () -> dossiers.put(dossierId, DocumentSlot.draft(kind), FakeFiles.next()));
  }

  /** The clerk attaches the signed file of what the dossier's open step issues. */
  public Optional<StoredDocument> putSigned(String user, String dossierId) {
    return work.putSigned(user, dossierId);
  }

  /** Takes a dossier from the beginning of its round to the round's end. */
  public Dossier passRound(String dossierId) {
    return work.passRound(dossierId);
  }

  /** A dossier whose first letter is out: round two is being drafted, two answers are owed. */
  public Dossier issuedRoundOne() {
    return passRound(openedWithLetter().id());
  }
}
