package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.platform.consistency.Resources.all;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.ClassNode;
import vn.ttdn.core.plan.Step;

/** Everything that people see of the repository side has a label, in Vietnamese and in English. */
class LabelsTest {
  private static final String FOLDER = "alfresco/module/ttdn-platform-module/messages/";

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
    String process = all(Resources.process(), "process").get(0).getAttribute("id");
    expected.add(process + ".workflow.title");
    expected.add(process + ".workflow.description");
    all(Resources.process(), "userTask")
        .forEach(task -> expected.add(process + ".node." + task.getAttribute("id") + ".title"));
    Labels.sameKeys("ttdn-workflow", bundle("ttdn-workflow", "").keySet(), expected);
  }

  @Test
  void theStepsAreThoseOfCore() {
    assertThat(all(Resources.process(), "userTask").stream().map(task -> task.getAttribute("id")))
        .containsExactlyInAnyOrderElementsOf(
            java.util.Arrays.stream(Step.values()).map(Step::id).toList());
  }

  @Test
  void theActionAndItsLabelsHaveTheSameNames() {
    ClassNode action = new ClassFiles().find("vn/ttdn/platform/StartPlanAction").orElseThrow();
    Set<String> expected = new TreeSet<>();
    expected.add("ttdn-start-plan.title");
    expected.add("ttdn-start-plan.description");
    Bytecode.stringsPassedTo(action, "vn/ttdn/platform/StartPlanAction", "parameter", 1)
        .forEach(name -> expected.add("ttdn-start-plan." + name + ".display-label"));
    assertThat(expected).hasSize(6);
    Labels.sameKeys("ttdn-action", bundle("ttdn-action", "").keySet(), expected);
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
