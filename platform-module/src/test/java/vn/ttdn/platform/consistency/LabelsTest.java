package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.platform.consistency.Resources.all;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.ClassNode;
import org.w3c.dom.Element;
import vn.ttdn.core.answers.AnswerStep;
import vn.ttdn.core.plan.Step;

/** Everything that people see of the repository side has a label, in Vietnamese and in English. */
class LabelsTest {
  private static final String FOLDER = "alfresco/module/ttdn-platform-module/messages/";
  private static final String ACTIONS =
      "alfresco/module/ttdn-platform-module/context/action-context.xml";

  @ParameterizedTest
  @ValueSource(strings = {"ttdn-model", "ttdn-workflow", "ttdn-action"})
  void bothLanguagesSayTheSameThings(String name) {
    SortedMap<String, String> otherwise =
        Labels.complete(name, bundle(name, "_vi"), bundle(name, "_en"));
    assertThat(otherwise).as(name + ": the default is Vietnamese").isEqualTo(bundle(name, ""));
  }

  @Test
  void everyBundleIsLookedAt() {
    List<String> names =
        Resources.PLATFORM.files(FOLDER, ".properties").stream()
            .map(f -> f.getFileName().toString().replaceFirst("(_\\w\\w)?\\.properties$", ""))
            .distinct()
            .toList();
    assertThat(names).containsExactlyInAnyOrder("ttdn-model", "ttdn-workflow", "ttdn-action");
  }

  @Test
  void theContentModelAndItsLabelsHaveTheSameNames() {
    Labels.sameKeys(
        "ttdn-model", bundle("ttdn-model", "").keySet(), keys(Models.content(), "ttdn_content"));
  }

  @Test
  void theTaskModelTheProcessAndTheirLabelsHaveTheSameNames() {
    Set<String> expected = keys(Models.workflow(), "ttdnwf_workflow");
    for (Element process : Resources.processes()) {
      String id = process.getAttribute("id");
      expected.add(id + ".workflow.title");
      expected.add(id + ".workflow.description");
      all(process, "userTask")
          .forEach(task -> expected.add(id + ".node." + task.getAttribute("id") + ".title"));
    }
    Labels.sameKeys("ttdn-workflow", bundle("ttdn-workflow", "").keySet(), expected);
  }

  @Test
  void theStepsAreThoseOfCore() {
    assertThat(Resources.inProcesses("userTask").stream().map(task -> task.getAttribute("id")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Arrays.stream(Step.values()).map(Step::id),
                    Arrays.stream(AnswerStep.values()).map(AnswerStep::id))
                .toList());
  }

  @Test
  void actionsAndConditionsAndTheirLabelsHaveTheSameNames() {
    Set<String> expected = new TreeSet<>();
    for (Element bean : all(Resources.PLATFORM.xml(ACTIONS), "bean")) {
      String parent = bean.getAttribute("parent");
      if (parent.equals("action-executer") || parent.equals("action-condition-evaluator")) {
        String name = bean.getAttribute("id");
        expected.add(name + ".title");
        expected.add(name + ".description");
        parameters(bean.getAttribute("class").replace('.', '/'))
            .forEach(p -> expected.add(name + "." + p + ".display-label"));
      }
    }
    assertThat(expected).hasSizeGreaterThan(25);
    Labels.sameKeys("ttdn-action", bundle("ttdn-action", "").keySet(), expected);
  }

  /** The parameters that the class of an action or of a condition defines. */
  private static List<String> parameters(String internal) {
    ClassNode node = new ClassFiles().find(internal).orElseThrow();
    // A class that defines one with a list of values names that list last.
    return Stream.concat(
            Bytecode.stringsPassedTo(node, node.name, "parameter", 1).stream(),
            Bytecode.stringsPassedTo(node, node.name, "choice", 2).stream()
                .filter(name -> !name.startsWith("ttdn-")))
        .toList();
  }

  /** What {@code M2Label} and {@code ListOfValuesConstraint} look up. */
  private static Set<String> keys(Models models, String model) {
    Set<String> keys = new TreeSet<>();
    for (String kind : List.of("type", "aspect")) {
      for (String name : models.names(kind)) {
        keys.add(model + "." + kind + "." + name.replace(':', '_') + ".title");
        for (String property : models.ownProperties(name).keySet()) {
          keys.add(model + ".property." + property.replace(':', '_') + ".title");
        }
        for (String association : models.ownAssociations(name)) {
          keys.add(model + ".association." + association.replace(':', '_') + ".title");
        }
      }
    }
    models
        .constraints()
        .forEach(
            (name, values) ->
                values.forEach(
                    value -> keys.add("listconstraint." + name.replace(':', '_') + "." + value)));
    return keys;
  }

  private static SortedMap<String, String> bundle(String name, String language) {
    Path file = Resources.PLATFORM.file(FOLDER + name + language + ".properties");
    return Bundle.read(file);
  }
}
