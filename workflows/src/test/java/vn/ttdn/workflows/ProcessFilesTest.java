package vn.ttdn.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.activiti.bpmn.converter.BpmnXMLConverter;
import org.activiti.bpmn.model.ActivitiListener;
import org.activiti.bpmn.model.BpmnModel;
import org.activiti.bpmn.model.EndEvent;
import org.activiti.bpmn.model.ExclusiveGateway;
import org.activiti.bpmn.model.FlowElement;
import org.activiti.bpmn.model.FlowNode;
import org.activiti.bpmn.model.GraphicInfo;
import org.activiti.bpmn.model.Lane;
import org.activiti.bpmn.model.Process;
import org.activiti.bpmn.model.SequenceFlow;
import org.activiti.bpmn.model.StartEvent;
import org.activiti.bpmn.model.UserTask;
import org.activiti.engine.delegate.DelegateExecution;
import org.activiti.validation.ProcessValidatorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ttdn.core.answers.AnswerOutcome;
import vn.ttdn.core.answers.AnswerStep;
import vn.ttdn.core.fakes.FakeHost;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.text.Messages;

/** The process files against their schema, against core's steps and against the house's rules. */
class ProcessFilesTest {
  private static final String SCHEMAS = "org/activiti/impl/bpmn/parser/";

  /** How a bean is named so that no variable hides it. */
  private static final String BEANS = "execution.engineServices.beans.";

  private static final Map<String, Class<?>> KNOWN_BEANS =
      Map.of(
          "ttdnFlow", TtdnFlow.class,
          "ttdnRouting", TtdnRouting.class,
          "ttdnPlanTasks", ProcedureTaskListener.class,
          "ttdnPlanProcess", ProcedureProcessListener.class,
          "ttdnLetterProcess", ProcedureProcessListener.class,
          "ttdnAnswerFlow", TtdnFlow.class,
          "ttdnAnswerRouting", TtdnRouting.class,
          "ttdnAnswerTasks", ProcedureTaskListener.class,
          "ttdnAnswerProcess", ProcedureProcessListener.class);

  private static final Map<Procedure, List<String>> BEANS_OF =
      Map.of(
          Procedure.PLAN,
          List.of("ttdnFlow", "ttdnRouting", "ttdnPlanTasks", "ttdnPlanProcess"),
          Procedure.LETTER,
          List.of("ttdnFlow", "ttdnRouting", "ttdnPlanTasks", "ttdnLetterProcess"),
          Procedure.UNIT_ANSWER,
          List.of("ttdnAnswerFlow", "ttdnAnswerRouting", "ttdnAnswerTasks", "ttdnAnswerProcess"));

  private static final Map<Procedure, BpmnModel> MODELS = new EnumMap<>(Procedure.class);

  static {
    for (Procedure procedure : Procedure.values()) {
      MODELS.put(
          procedure,
          new BpmnXMLConverter()
              .convertToBpmnModel(
                  () -> new ByteArrayInputStream(ProcessFiles.bytes(procedure)), true, false));
    }
  }

  /**
   * A step as core has it.
   *
   * @param who what its candidates are asked by; empty if the drafter is its assignee
   * @param lane the lane's name
   * @param ways the id of the step that follows each outcome, {@code end} for none
   */
  private record Drawn(
      Procedure procedure,
      String id,
      String clause,
      String label,
      String form,
      Optional<String> who,
      String lane,
      Map<String, String> ways) {

    private BpmnModel model() {
      return MODELS.get(procedure);
    }

    private Process process() {
      return model().getProcessById(procedure.key());
    }

    private UserTask task() {
      return (UserTask) process().getFlowElement(id);
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Drawn> steps() {
    return Stream.concat(
        Arrays.stream(Step.values()).map(ProcessFilesTest::drawn),
        Arrays.stream(AnswerStep.values()).map(ProcessFilesTest::drawn));
  }

  private static Drawn drawn(Step step) {
    Map<String, String> ways = new LinkedHashMap<>();
    List<Outcome> outcomes = new ArrayList<>(step.outcomes());
    step.sender().ifPresent(sender -> outcomes.add(Outcome.WITHDRAWN));
    for (Outcome outcome : outcomes) {
      ways.put(outcome.code(), step.next(outcome).map(Step::id).orElse("end"));
    }
    return new Drawn(
        step.procedure(),
        step.id(),
        step.clause(),
        step.label(Messages.VIETNAMESE),
        form(step),
        step.drafts() ? Optional.empty() : Optional.of(step.role().name()),
        step.role().label(Messages.VIETNAMESE),
        ways);
  }

  private static String form(Step step) {
    return switch (step.state()) {
      case DRAFTING ->
          step == Step.DRAFT_PLAN
              ? "ttdnwf:draftPlanTask"
              : step == Step.FINISH_PLAN ? "ttdnwf:finishPlanTask" : "ttdnwf:draftLetterTask";
      case ISSUING -> "ttdnwf:issueTask";
      case MINISTRY_ISSUING -> "ttdnwf:ministryIssueTask";
      default -> "ttdnwf:reviewTask";
    };
  }

  private static Drawn drawn(AnswerStep step) {
    Map<String, String> ways = new LinkedHashMap<>();
    for (AnswerOutcome outcome : step.outcomes()) {
      ways.put(
          outcome.code(), AnswerStep.at(step.after(outcome)).map(AnswerStep::id).orElse("end"));
    }
    boolean gives = step == AnswerStep.GIVE;
    return new Drawn(
        Procedure.UNIT_ANSWER,
        step.id(),
        "",
        step.label(Messages.VIETNAMESE),
        gives ? "ttdnwf:giveAnswerTask" : "ttdnwf:reviewTask",
        gives ? Optional.of("GIVE") : Optional.empty(),
        gives ? "Đơn vị được hỏi" : "Chuyên viên",
        ways);
  }

  @ParameterizedTest
  @EnumSource
  void isValidAgainstTheSchemasOfBpmnAndActiviti(Procedure procedure) throws Exception {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "all");
    Schema schema =
        factory.newSchema(
            new StreamSource[] {
              source("BPMN20.xsd"), source("activiti-bpmn-extensions-5.18.xsd"),
            });
    StreamSource file = new StreamSource(new ByteArrayInputStream(ProcessFiles.bytes(procedure)));
    assertThatCode(() -> schema.newValidator().validate(file)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource
  void theEngineFindsNothingToReport(Procedure procedure) {
    assertThat(
            new ProcessValidatorFactory()
                .createDefaultProcessValidator()
                .validate(MODELS.get(procedure)))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isWrittenInComposedLetters(Procedure procedure) {
    assertThat(Normalizer.isNormalized(text(procedure), Normalizer.Form.NFC)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void hasExactlyTheStepsOfCore(Procedure procedure) {
    Process process = process(procedure);
    assertThat(process.isExecutable()).isTrue();
    assertThat(all(procedure, UserTask.class))
        .extracting(UserTask::getId)
        .containsExactlyElementsOf(
            steps().filter(s -> s.procedure() == procedure).map(Drawn::id).toList());
    // No timers, scripts, services, events in between: people decide, core says where it goes.
    assertThat(process.getFlowElements())
        .hasOnlyElementsOfTypes(
            UserTask.class,
            ExclusiveGateway.class,
            SequenceFlow.class,
            StartEvent.class,
            EndEvent.class);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepSaysWhatItIs(Drawn step) {
    UserTask task = step.task();
    if (step.clause().startsWith("6.")) {
      assertThat(task.getId()).startsWith("s" + step.clause().replace('.', '_') + "_");
    }
    assertThat(task.getName()).isEqualTo(step.label());
    assertThat(task.getDocumentation())
        .startsWith(step.clause().isEmpty() ? "The " : step.clause() + ": ")
        .hasSizeGreaterThan(40)
        .matches("\\p{ASCII}+");
    assertThat(task.getFormKey()).isEqualTo(step.form());
  }

  @ParameterizedTest
  @EnumSource
  void theProcessAndItsEndsAreNamed(Procedure procedure) {
    assertThat(process(procedure).getName()).isNotBlank();
    assertThat(process(procedure).getDocumentation()).contains("QT.TTĐN.03");
    StartEvent start = all(procedure, StartEvent.class).get(0);
    assertThat(start.getFormKey())
        .isEqualTo(procedure == Procedure.PLAN ? "ttdnwf:startPlan" : null);
    assertThat(start.getName()).isNotBlank();
    assertThat(all(procedure, EndEvent.class))
        .singleElement()
        .extracting(EndEvent::getName)
        .isNotNull();
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepIsTakenByItsRoleAndHeardByCore(Drawn step) {
    UserTask task = step.task();
    String routing = BEANS_OF.get(step.procedure()).get(1);
    if (step.who().isEmpty()) {
      assertThat(task.getAssignee()).isEqualTo("${" + BEANS + routing + ".drafter(execution)}");
      assertThat(task.getCandidateGroups()).isEmpty();
    } else {
      assertThat(task.getAssignee()).isNull();
      assertThat(task.getCandidateGroups())
          .containsExactly(
              "${" + BEANS + routing + ".candidates(execution,'" + step.who().get() + "')}");
    }
    assertThat(task.getCandidateUsers()).isEmpty();
    assertThat(task.getSkipExpression()).isNull();
    assertThat(task.getTaskListeners())
        .extracting(ActivitiListener::getEvent)
        .containsExactlyInAnyOrder("create", "assignment", "complete");
    assertThat(task.getTaskListeners())
        .extracting(ActivitiListener::getImplementation)
        .containsOnly("${" + BEANS + BEANS_OF.get(step.procedure()).get(2) + "}");
  }

  @ParameterizedTest
  @EnumSource
  void startAndEndAreHeardByCore(Procedure procedure) {
    String listener = "${" + BEANS + BEANS_OF.get(procedure).get(3) + "}";
    assertThat(process(procedure).getExecutionListeners())
        .extracting(ActivitiListener::getEvent, ActivitiListener::getImplementation)
        .containsExactlyInAnyOrder(tuple("start", listener), tuple("end", listener));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void everyOutcomeIsDrawnToWhereCoreSays(Drawn step) {
    List<SequenceFlow> out = step.task().getOutgoingFlows();
    assertThat(out).hasSize(1);
    assertThat(out.get(0).getConditionExpression()).isNull();
    boolean choice = step.ways().size() > 1;
    List<SequenceFlow> ways = choice ? target(step, out.get(0)).getOutgoingFlows() : out;
    String flow = BEANS_OF.get(step.procedure()).get(0);
    Map<String, String> drawn = new LinkedHashMap<>();
    for (SequenceFlow way : ways) {
      String outcome = way.getId().substring(way.getId().lastIndexOf('_') + 1);
      drawn.put(outcome, way.getTargetRef());
      assertThat(way.getName()).as(way.getId()).isNotBlank();
      if (choice) {
        assertThat(way.getConditionExpression())
            .isEqualTo("${" + BEANS + flow + ".outcome(execution) == '" + outcome + "'}");
      }
    }
    assertThat(drawn).containsExactlyInAnyOrderEntriesOf(step.ways());
    // No default: an outcome that core does not have goes nowhere.
    all(step.procedure(), ExclusiveGateway.class)
        .forEach(g -> assertThat(g.getDefaultFlow()).isNull());
  }

  @Test
  void aPlanIsTakenUpAtTheRoundThatCoreSays() {
    ExclusiveGateway entry = (ExclusiveGateway) process(Procedure.PLAN).getFlowElement("entry");
    assertThat(entry.getOutgoingFlows())
        .extracting(SequenceFlow::getConditionExpression, SequenceFlow::getTargetRef)
        .containsExactly(
            tuple(entered(1), Step.DRAFT_LETTER.id()),
            tuple(entered(2), Step.DRAFT_PLAN.id()),
            tuple(entered(3), Step.FINISH_PLAN.id()));
  }

  private static String entered(int round) {
    return "${" + BEANS + "ttdnFlow.entry(execution) == " + round + "}";
  }

  /** Every expression asks one of our beans, by a method that it has, and nothing else. */
  @ParameterizedTest
  @EnumSource
  void everyExpressionAsksABeanThatExists(Procedure procedure) {
    String called =
        "\\$\\{execution\\.engineServices\\.beans\\.(\\w+)"
            + "(?:\\.(\\w+)\\(execution(,'[A-Z_]+')?\\)(?: == (?:'[a-zA-Z]+'|[123]))?)?}";
    Pattern expression = Pattern.compile(called);
    String uncommented = text(procedure).replaceAll("(?s)<!--.*?-->", "");
    List<MatchResult> expressions = expression.matcher(uncommented).results().toList();
    long opened = Pattern.compile("[$#]\\{").matcher(uncommented).results().count();
    assertThat(expressions).as("expressions of another form").hasSize((int) opened).isNotEmpty();
    for (MatchResult found : expressions) {
      Class<?> bean = KNOWN_BEANS.get(found.group(1));
      assertThat(bean).as(found.group()).isNotNull();
      if (found.group(2) != null) {
        List<Class<?>> arguments = new ArrayList<>(List.of(DelegateExecution.class));
        if (found.group(3) != null) {
          arguments.add(String.class);
        }
        assertThatCode(() -> bean.getMethod(found.group(2), arguments.toArray(Class<?>[]::new)))
            .as(found.group())
            .doesNotThrowAnyException();
      }
    }
    assertThat(expressions.stream().map(e -> e.group(1)).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(BEANS_OF.get(procedure));
  }

  @Test
  void theEngineIsGivenExactlyTheBeansThatTheFilesName() {
    FakeHost fake = EngineHost.shared().fake();
    Map<String, Object> beans =
        ProcessBeans.of(
            fake.flow(),
            fake.answerFlow(),
            "GROUP_",
            StockStart.NONE,
            StockStart.NONE,
            TaskFiles.NONE);
    assertThat(beans).containsOnlyKeys(KNOWN_BEANS.keySet());
    beans.forEach((name, bean) -> assertThat(bean).as(name).isInstanceOf(KNOWN_BEANS.get(name)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepStandsInTheLaneOfItsRole(Drawn step) {
    Lane lane = laneOf(step.procedure(), step.id());
    assertThat(lane.getName()).isEqualTo(step.lane());
    for (SequenceFlow out : step.task().getOutgoingFlows()) {
      if (target(step, out) instanceof ExclusiveGateway gateway) {
        assertThat(laneOf(step.procedure(), gateway.getId())).isSameAs(lane);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyNodeIsDrawnInsideItsLane(Procedure procedure) {
    BpmnModel model = MODELS.get(procedure);
    List<FlowNode> nodes = all(procedure, FlowNode.class);
    for (FlowNode node : nodes) {
      GraphicInfo shape = model.getGraphicInfo(node.getId());
      assertThat(shape).as(node.getId()).isNotNull();
      assertThat(shape.getWidth() * shape.getHeight()).as(node.getId()).isPositive();
      GraphicInfo lane = model.getGraphicInfo(laneOf(procedure, node.getId()).getId());
      assertThat(contains(lane, shape)).as(node.getId()).isTrue();
      for (FlowNode other : nodes) {
        assertThat(other != node && overlap(shape, model.getGraphicInfo(other.getId())))
            .as(node.getId() + " over " + other.getId())
            .isFalse();
      }
    }
    GraphicInfo pool = model.getGraphicInfo(procedure.key() + "Pool");
    for (Lane lane : process(procedure).getLanes()) {
      assertThat(contains(pool, model.getGraphicInfo(lane.getId()))).as(lane.getId()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFlowIsDrawnFromItsSourceToItsTarget(Procedure procedure) {
    BpmnModel model = MODELS.get(procedure);
    List<SequenceFlow> flows = all(procedure, SequenceFlow.class);
    assertThat(model.getFlowLocationMap()).hasSameSizeAs(flows);
    for (SequenceFlow flow : flows) {
      List<GraphicInfo> corners = model.getFlowLocationGraphicInfo(flow.getId());
      assertThat(corners).as(flow.getId()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(onEdge(model.getGraphicInfo(flow.getSourceRef()), corners.get(0)))
          .as(flow.getId() + " at " + flow.getSourceRef())
          .isTrue();
      assertThat(onEdge(model.getGraphicInfo(flow.getTargetRef()), corners.get(corners.size() - 1)))
          .as(flow.getId() + " at " + flow.getTargetRef())
          .isTrue();
    }
  }

  private static boolean contains(GraphicInfo outer, GraphicInfo inner) {
    return outer.getX() <= inner.getX()
        && outer.getY() <= inner.getY()
        && right(inner) <= right(outer)
        && bottom(inner) <= bottom(outer);
  }

  private static boolean overlap(GraphicInfo a, GraphicInfo b) {
    return a.getX() < right(b)
        && b.getX() < right(a)
        && a.getY() < bottom(b)
        && b.getY() < bottom(a);
  }

  private static boolean onEdge(GraphicInfo shape, GraphicInfo point) {
    double x = point.getX();
    double y = point.getY();
    boolean within =
        x >= shape.getX() && x <= right(shape) && y >= shape.getY() && y <= bottom(shape);
    return within
        && (x == shape.getX() || x == right(shape) || y == shape.getY() || y == bottom(shape));
  }

  private static double right(GraphicInfo shape) {
    return shape.getX() + shape.getWidth();
  }

  private static double bottom(GraphicInfo shape) {
    return shape.getY() + shape.getHeight();
  }

  private static Lane laneOf(Procedure procedure, String node) {
    List<Lane> lanes =
        process(procedure).getLanes().stream()
            .filter(l -> l.getFlowReferences().contains(node))
            .toList();
    assertThat(lanes).as("lanes of " + node).hasSize(1);
    return lanes.get(0);
  }

  private static FlowNode target(Drawn step, SequenceFlow flow) {
    return (FlowNode) step.process().getFlowElement(flow.getTargetRef());
  }

  private static Process process(Procedure procedure) {
    return MODELS.get(procedure).getProcessById(procedure.key());
  }

  private static <T extends FlowElement> List<T> all(Procedure procedure, Class<T> type) {
    return process(procedure).getFlowElements().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static StreamSource source(String schema) {
    URL url = BpmnXMLConverter.class.getClassLoader().getResource(SCHEMAS + schema);
    return new StreamSource(url.toExternalForm());
  }

  private static String text(Procedure procedure) {
    return new String(ProcessFiles.bytes(procedure), StandardCharsets.UTF_8);
  }
}
