package vn.ttdn.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.text.Messages;

/** The process file against its schema, against core's steps and against the house's rules. */
class PlanApprovalFileTest {
  private static final String SCHEMAS = "org/activiti/impl/bpmn/parser/";

  /** How a bean is named so that no variable hides it. */
  private static final String BEANS = "execution.engineServices.beans.";

  private static final Map<String, Class<?>> KNOWN_BEANS =
      Map.of(
          "ttdnFlow", TtdnFlow.class,
          "ttdnRouting", TtdnRouting.class,
          "ttdnPlanTasks", PlanTaskListener.class,
          "ttdnPlanProcess", PlanProcessListener.class);

  private static final Map<Step, String> FORMS =
      Map.of(
          Step.DRAFT_LETTER, "ttdnwf:draftLetterTask",
          Step.DEPARTMENT_HEAD_REVIEW, "ttdnwf:reviewTask",
          Step.AGENCY_LEADER_REVIEW, "ttdnwf:reviewTask",
          Step.AGENCY_CLERK_ISSUE, "ttdnwf:issueTask");

  private final String text = text();
  private final BpmnModel model =
      new BpmnXMLConverter().convertToBpmnModel(PlanProcess::open, true, false);
  private final Process process = model.getProcessById(PlanProcess.KEY);

  @Test
  void isValidAgainstTheSchemasOfBpmnAndActiviti() throws Exception {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "all");
    Schema schema =
        factory.newSchema(
            new StreamSource[] {
              source("BPMN20.xsd"), source("activiti-bpmn-extensions-5.18.xsd"),
            });
    assertThatCode(() -> schema.newValidator().validate(new StreamSource(PlanProcess.open())))
        .doesNotThrowAnyException();
  }

  @Test
  void theEngineFindsNothingToReport() {
    assertThat(new ProcessValidatorFactory().createDefaultProcessValidator().validate(model))
        .isEmpty();
  }

  @Test
  void isWrittenInComposedLetters() {
    assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
  }

  @Test
  void hasExactlyTheStepsOfCore() {
    assertThat(process.isExecutable()).isTrue();
    assertThat(all(UserTask.class)).extracting(UserTask::getId).containsExactly(ids());
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
  @EnumSource
  void aStepSaysWhatItIs(Step step) {
    UserTask task = task(step);
    assertThat(task.getId()).startsWith("s" + step.clause().replace('.', '_') + "_");
    assertThat(task.getName()).isEqualTo(step.label(Messages.VIETNAMESE));
    assertThat(task.getDocumentation())
        .startsWith(step.clause() + ": ")
        .hasSizeGreaterThan(40)
        .matches("\\p{ASCII}+");
    assertThat(task.getFormKey()).isEqualTo(FORMS.get(step));
  }

  @Test
  void theProcessAndItsEndsAreNamed() {
    assertThat(process.getName()).isEqualTo("Xây dựng Kế hoạch thông tin đối ngoại của Bộ");
    assertThat(process.getDocumentation()).contains("QT.TTĐN.03").contains("6.2.1 to 6.2.4");
    StartEvent start = all(StartEvent.class).get(0);
    assertThat(start.getFormKey()).isEqualTo("ttdnwf:startPlan");
    assertThat(start.getName()).isNotBlank();
    assertThat(all(EndEvent.class)).singleElement().extracting(EndEvent::getName).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void aStepIsTakenByItsRoleAndHeardByCore(Step step) {
    UserTask task = task(step);
    if (step == Step.DRAFT_LETTER) {
      assertThat(task.getAssignee()).isEqualTo("${" + BEANS + "ttdnRouting.drafter(execution)}");
      assertThat(task.getCandidateGroups()).isEmpty();
    } else {
      assertThat(task.getAssignee()).isNull();
      assertThat(task.getCandidateGroups())
          .containsExactly(
              "${" + BEANS + "ttdnRouting.candidates(execution,'" + step.role().name() + "')}");
    }
    assertThat(task.getCandidateUsers()).isEmpty();
    assertThat(task.getSkipExpression()).isNull();
    assertThat(task.getTaskListeners())
        .extracting(ActivitiListener::getEvent)
        .containsExactlyInAnyOrder("create", "assignment", "complete");
    assertThat(task.getTaskListeners())
        .extracting(ActivitiListener::getImplementation)
        .containsOnly("${" + BEANS + "ttdnPlanTasks}");
  }

  @Test
  void startAndEndAreHeardByCore() {
    assertThat(process.getExecutionListeners())
        .extracting(ActivitiListener::getEvent, ActivitiListener::getImplementation)
        .containsExactlyInAnyOrder(
            tuple("start", "${" + BEANS + "ttdnPlanProcess}"),
            tuple("end", "${" + BEANS + "ttdnPlanProcess}"));
  }

  @ParameterizedTest
  @EnumSource
  void everyOutcomeIsDrawnToWhereCoreSays(Step step) {
    List<SequenceFlow> out = task(step).getOutgoingFlows();
    assertThat(out).hasSize(1);
    assertThat(out.get(0).getConditionExpression()).isNull();
    List<SequenceFlow> ways =
        step.outcomes().size() == 1 ? out : target(out.get(0)).getOutgoingFlows();
    assertThat(ways).hasSameSizeAs(step.outcomes());
    for (int i = 0; i < ways.size(); i++) {
      Outcome outcome = step.outcomes().get(i);
      SequenceFlow way = ways.get(i);
      assertThat(way.getTargetRef()).isEqualTo(step.next(outcome).map(Step::id).orElse("end"));
      assertThat(way.getId()).endsWith("_" + outcome.code());
      if (ways.size() > 1) {
        assertThat(way.getConditionExpression())
            .isEqualTo("${" + BEANS + "ttdnFlow.outcome(execution) == '" + outcome.code() + "'}");
      }
      boolean formDefect = step == Step.AGENCY_CLERK_ISSUE && outcome == Outcome.RETURNED;
      assertThat(way.getName())
          .isEqualTo(formDefect ? "Sai thể thức" : outcome.label(Messages.VIETNAMESE));
    }
    // No default: an outcome that core does not have goes nowhere.
    all(ExclusiveGateway.class).forEach(g -> assertThat(g.getDefaultFlow()).isNull());
  }

  /** Every expression asks one of the four beans, by a method that it has, and nothing else. */
  @Test
  void everyExpressionAsksABeanThatExists() {
    String called =
        "\\$\\{execution\\.engineServices\\.beans\\.(\\w+)"
            + "(?:\\.(\\w+)\\(execution(,'[A-Z_]+')?\\)(?: == '[a-z]+')?)?}";
    Pattern expression = Pattern.compile(called);
    String uncommented = text.replaceAll("(?s)<!--.*?-->", "");
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
        .containsExactlyInAnyOrderElementsOf(KNOWN_BEANS.keySet());
  }

  @ParameterizedTest
  @EnumSource
  void aStepStandsInTheLaneOfItsRole(Step step) {
    Lane lane = laneOf(step.id());
    assertThat(lane.getName()).isEqualTo(step.role().label(Messages.VIETNAMESE));
    UserTask task = task(step);
    for (SequenceFlow out : task.getOutgoingFlows()) {
      if (target(out) instanceof ExclusiveGateway gateway) {
        assertThat(laneOf(gateway.getId())).isSameAs(lane);
      }
    }
  }

  @Test
  void everyNodeIsDrawnInsideItsLane() {
    List<FlowNode> nodes = all(FlowNode.class);
    for (FlowNode node : nodes) {
      GraphicInfo shape = model.getGraphicInfo(node.getId());
      assertThat(shape).as(node.getId()).isNotNull();
      assertThat(shape.getWidth() * shape.getHeight()).as(node.getId()).isPositive();
      GraphicInfo lane = model.getGraphicInfo(laneOf(node.getId()).getId());
      assertThat(contains(lane, shape)).as(node.getId()).isTrue();
      for (FlowNode other : nodes) {
        assertThat(other != node && overlap(shape, model.getGraphicInfo(other.getId())))
            .as(node.getId() + " over " + other.getId())
            .isFalse();
      }
    }
    GraphicInfo pool = model.getGraphicInfo("ttdnPlanApprovalPool");
    for (Lane lane : process.getLanes()) {
      assertThat(contains(pool, model.getGraphicInfo(lane.getId()))).as(lane.getId()).isTrue();
    }
  }

  @Test
  void everyFlowIsDrawnFromItsSourceToItsTarget() {
    List<SequenceFlow> flows = all(SequenceFlow.class);
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

  private Lane laneOf(String node) {
    List<Lane> lanes =
        process.getLanes().stream().filter(l -> l.getFlowReferences().contains(node)).toList();
    assertThat(lanes).as("lanes of " + node).hasSize(1);
    return lanes.get(0);
  }

  private FlowNode target(SequenceFlow flow) {
    return (FlowNode) process.getFlowElement(flow.getTargetRef());
  }

  private UserTask task(Step step) {
    return (UserTask) process.getFlowElement(step.id());
  }

  private <T extends FlowElement> List<T> all(Class<T> type) {
    return process.getFlowElements().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static String[] ids() {
    return Arrays.stream(Step.values()).map(Step::id).toArray(String[]::new);
  }

  private static StreamSource source(String schema) {
    URL url = BpmnXMLConverter.class.getClassLoader().getResource(SCHEMAS + schema);
    return new StreamSource(url.toExternalForm());
  }

  private static String text() {
    try (InputStream in = PlanProcess.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
