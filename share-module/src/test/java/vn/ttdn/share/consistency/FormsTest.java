package vn.ttdn.share.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.platform.consistency.Resources.all;
import static vn.ttdn.platform.consistency.Resources.children;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import vn.ttdn.platform.consistency.Models;
import vn.ttdn.platform.consistency.Resources;

/** Every form key of the process has a form, and every form shows what its type has. */
class FormsTest {
  private static final String ACTIVITI = "http://activiti.org/bpmn";

  private final Models content = Models.content();
  private final Models workflow = Models.workflow();
  private final Map<String, Element> forms = new LinkedHashMap<>();

  FormsTest() {
    for (Element config : children(ShareNamesTest.config(), "config")) {
      for (Element form : all(config, "form")) {
        String condition = config.getAttribute("condition");
        assertThat(forms.put(condition, form)).as("two forms of " + condition).isNull();
      }
    }
    assertThat(forms).hasSizeGreaterThan(5);
  }

  @Test
  void everyFormKeyOfTheProcessHasAForm() {
    Element process = all(Resources.process(), "process").get(0);
    Set<String> expected = new TreeSet<>();
    expected.add("activiti$" + process.getAttribute("id"));
    for (Element task : all(process, "userTask")) {
      expected.add(task.getAttributeNS(ACTIVITI, "formKey"));
    }
    assertThat(expected).hasSizeGreaterThan(3);
    Set<String> found = new TreeSet<>(forms.keySet());
    found.removeIf(f -> !f.startsWith("activiti$") && !f.startsWith("ttdnwf:"));
    assertThat(found)
        .as("forms in share-config-custom.xml, form keys in plan-approval.bpmn20.xml")
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyTypeOfTheContentModelHasAForm() {
    assertThat(forms.keySet()).containsAll(content.names("type"));
  }

  @Test
  void aFormShowsWhatItsTypeHas() {
    String start =
        all(Resources.process(), "startEvent").get(0).getAttributeNS(ACTIVITI, "formKey");
    forms.forEach(
        (condition, form) -> {
          String type = condition.startsWith("activiti$") ? start : condition;
          Models models = type.startsWith("ttdnwf:") ? workflow : content;
          List<String> ours = shown(form).stream().filter(id -> id.startsWith("ttdn")).toList();
          if (!condition.equals("ttdn-start-plan")) {
            assertThat(models.properties(type).keySet()).as(condition).containsAll(ours);
            assertThat(ours).as(condition).isNotEmpty();
          }
        });
  }

  @Test
  void theFormOfTheActionHasItsParameters() {
    Set<String> parameters =
        ShareNamesTest.platformMessages("ttdn-action").keySet().stream()
            .filter(key -> key.endsWith(".display-label"))
            .map(key -> key.split("\\.", -1)[1])
            .collect(Collectors.toSet());
    assertThat(parameters).isNotEmpty();
    assertThat(shown(forms.get("ttdn-start-plan"))).hasSameElementsAs(parameters);
  }

  @Test
  void whatIsArrangedIsShownAndItsPlaceIsThere() {
    forms.forEach(
        (condition, form) -> {
          Set<String> sets = new LinkedHashSet<>();
          all(form, "set").forEach(set -> sets.add(set.getAttribute("id")));
          for (Element field : all(form, "field")) {
            assertThat(shown(form)).as(condition).contains(field.getAttribute("id"));
            if (field.hasAttribute("set")) {
              assertThat(sets).as(condition).contains(field.getAttribute("set"));
            }
          }
        });
  }

  @Test
  void whoDecidesCanSayWhatAndWhy() {
    forms.forEach(
        (condition, form) -> {
          if (condition.startsWith("ttdnwf:")) {
            assertThat(shown(form)).contains("ttdnwf:outcome", "bpm:comment", "packageItems");
          }
        });
  }

  private static Set<String> shown(Element form) {
    Set<String> ids = new LinkedHashSet<>();
    all(form, "show").forEach(show -> assertThat(ids.add(show.getAttribute("id"))).isTrue());
    return ids;
  }
}
