package vn.ttdn.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.activiti.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.port.ProcessPicture.Arrow;
import vn.ttdn.core.port.ProcessPicture.Picture;
import vn.ttdn.core.port.ProcessPicture.Point;
import vn.ttdn.core.port.ProcessPicture.Shape;
import vn.ttdn.core.text.Messages;

class BpmnPictureTest {
  private static final String FILE =
      """
      %s<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
          xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
          xmlns:ddi="http://www.omg.org/spec/DD/20100524/DI">
        <process id="p">
          <startEvent id="a" name="%s"/><endEvent id="b"/>
          <sequenceFlow id="f" name="Đạt" sourceRef="a" targetRef="b"/>
        </process>
        <di:BPMNDiagram><di:BPMNPlane bpmnElement="p">
          <di:BPMNShape bpmnElement="%s"><dc:Bounds x="1.4" y="2.5" width="36" height="36"/></di:BPMNShape>
          <di:BPMNEdge bpmnElement="f"><ddi:waypoint x="37" y="20"/><ddi:waypoint x="90" y="20"/></di:BPMNEdge>
        </di:BPMNPlane></di:BPMNDiagram>
      </definitions>
      """;

  private final Picture picture = new BpmnPicture().of(Procedure.PLAN);

  /** What the page marks is the shape that has the id of the dossier's step. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "OWN_LETTER_.*")
  void theStepWhereADossierStandsIsOneShapeOfThePicture(Step step) {
    Dossier dossier = EngineHost.shared().dossierAt(step);
    String open =
        EngineHost.shared().openTask(dossier).map(Task::getTaskDefinitionKey).orElseThrow();

    assertThat(dossier.step()).contains(step);
    assertThat(picture.shapes())
        .filteredOn(s -> s.id().equals(open))
        .singleElement()
        .satisfies(
            shape -> {
              assertThat(shape.id()).isEqualTo(step.id());
              assertThat(shape.type()).isEqualTo("userTask");
              assertThat(shape.name()).isEqualTo(step.label(Messages.VIETNAMESE));
            });
  }

  @Test
  void thePoolAndItsLanesAreDrawnFirst() {
    assertThat(picture.shapes().stream().limit(8).map(Shape::type))
        .containsExactly(
            "participant", "lane", "lane", "lane", "lane", "lane", "lane", "startEvent");
  }

  @Test
  void everythingIsInsideTheFrame() {
    assertThat(picture.width()).isEqualTo(2970);
    assertThat(picture.height()).isEqualTo(910);
    for (Arrow arrow : picture.arrows()) {
      for (Point p : arrow.points()) {
        assertThat(p.x()).isBetween(0, picture.width());
        assertThat(p.y()).isBetween(0, picture.height());
      }
    }
  }

  @Test
  void anArrowSaysWhichOutcomeLeadsWhere() {
    assertThat(picture.arrows())
        .filteredOn(a -> a.name().equals("Không đạt"))
        .extracting(Arrow::to)
        .containsExactly(
            Step.DRAFT_LETTER.id(),
            Step.DRAFT_LETTER.id(),
            Step.DRAFT_PLAN.id(),
            Step.DRAFT_PLAN.id(),
            Step.FINISH_PLAN.id(),
            Step.FINISH_PLAN.id());
    assertThat(picture.arrows())
        .filteredOn(a -> a.name().equals("Phát hành"))
        .extracting(Arrow::from, Arrow::to)
        .containsExactly(
            tuple("s6_2_4_gateway", Step.DRAFT_PLAN.id()),
            tuple("s6_2_8_gateway", Step.FINISH_PLAN.id()),
            tuple("s6_2_13_gateway", "end"));
  }

  @Test
  void readsWhatTheFileDraws() {
    Picture read = read(FILE.formatted("", "Lập hồ sơ", "a"));
    assertThat(read.shapes())
        .containsExactly(new Shape("a", "startEvent", "Lập hồ sơ", 1, 3, 36, 36));
    assertThat(read.arrows())
        .containsExactly(
            new Arrow("f", "a", "b", "Đạt", List.of(new Point(37, 20), new Point(90, 20))));
    assertThat(read.width()).isEqualTo(37);
    assertThat(read.height()).isEqualTo(39);
  }

  @Test
  void refusesWhatTheFileDoesNotHave() {
    assertThatIllegalStateException()
        .isThrownBy(() -> read(FILE.formatted("", "", "missing")))
        .withMessageContaining("missing");
  }

  @Test
  void refusesADocumentType() {
    String type = "<!DOCTYPE definitions [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
    assertThatIllegalStateException().isThrownBy(() -> read(FILE.formatted(type, "&e;", "a")));
  }

  @Test
  void refusesWhatIsNotXml() {
    assertThatIllegalStateException().isThrownBy(() -> read("%PDF-1.7"));
  }

  private static Picture read(String file) {
    return BpmnPicture.read(file.getBytes(StandardCharsets.UTF_8));
  }
}
