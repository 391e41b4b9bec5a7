package vn.ttdn.share.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.platform.consistency.Resources.all;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.SigningAuthority;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.platform.consistency.Models;
import vn.ttdn.platform.consistency.Resources;

/** Every form key of the processes has a form, and every form shows what its type has. */
class FormsTest {
  private static final String ACTIVITI = "http://activiti.org/bpmn";

  private final Models content = Models.content();
  private final Models workflow = Models.workflow();
  private final Map<String, Element> forms = new LinkedHashMap<>();

  FormsTest() {
    for (Element config : ShareConfig.configs()) {
      for (Element form : all(config, "form")) {
        // Advanced search lists types under the same name.
        if (!all(form, "field-visibility").isEmpty()) {
          String name = (config.getAttribute("condition") + " " + form.getAttribute("id")).strip();
          assertThat(forms.put(name, form)).as("two forms of " + name).isNull();
        }
      }
    }
    assertThat(forms).hasSizeGreaterThan(15);
  }

  @Test
  void everyFormKeyOfTheProcessesHasAForm() {
    Set<String> expected = new TreeSet<>();
    for (Element process : Resources.processes()) {
      for (Element start : all(process, "startEvent")) {
        // A process that nobody starts himself needs no form for it.
        if (!formKey(start).isEmpty()) {
          expected.add("activiti$" + process.getAttribute("id"));
        }
      }
      all(process, "userTask").forEach(task -> expected.add(formKey(task)));
    }
    assertThat(expected).hasSizeGreaterThan(7);
    Set<String> found = new TreeSet<>(forms.keySet());
    found.removeIf(f -> !f.startsWith("activiti$") && !f.startsWith("ttdnwf:"));
    assertThat(found)
        .as("forms of the Share side, form keys in the process files")
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String formKey(Element element) {
    return element.getAttributeNS(ACTIVITI, "formKey");
  }

  @Test
  void everyTypeOfTheContentModelHasAForm() {
    assertThat(forms.keySet()).containsAll(content.names("type"));
  }

  @Test
  void whatIsFoundByItsFactsHasASearchForm() {
    Set<String> searched = new TreeSet<>();
    for (Element form : ShareConfig.all("form")) {
      if (form.hasAttribute("labelId")) {
        searched.add(form.getTextContent());
      }
    }
    assertThat(searched).containsExactly("ttdn:dossier", "ttdn:record");
    searched.forEach(type -> assertThat(forms).containsKey(type + " search"));
    assertThat(shown(forms.get("ttdn:record search"))).contains("ttdn:symbol", "ttdn:signerName");
    assertThat(shown(forms.get("ttdn:dossier search"))).contains("ttdn:round", "ttdn:state");
  }

  @Test
  void aFormShowsWhatItsTypeHas() {
    forms.forEach(
        (name, form) -> {
          String type = name.startsWith("activiti$") ? "ttdnwf:startPlan" : name.split(" ", -1)[0];
          if (type.startsWith("ttdn:") || type.startsWith("ttdnwf:")) {
            Models models = type.startsWith("ttdnwf:") ? workflow : content;
            Set<String> has = new TreeSet<>(models.properties(type).keySet());
            has.addAll(models.associations(type));
            if (type.equals("ttdn:dossier")) {
              has.addAll(content.ownProperties("ttdn:checked").keySet());
            }
            List<String> ours = shown(form).stream().filter(id -> id.startsWith("ttdn")).toList();
            assertThat(has).as(name).containsAll(ours);
            assertThat(ours).as(name).isNotEmpty();
          }
        });
  }

  @Test
  void aTaskShowsAllThatItsTypeHas() {
    for (Element task : Resources.inProcesses("userTask")) {
      String type = formKey(task);
      Set<String> has = new TreeSet<>(workflow.properties(type).keySet());
      has.addAll(workflow.associations(type));
      assertThat(shown(forms.get(type))).as(type).containsAll(has);
    }
  }

  @Test
  void theFormOfAnActionHasItsParameters() {
    Map<String, Set<String>> parameters = new TreeMap<>();
    for (String key : ShareNamesTest.platformMessages("ttdn-action").keySet()) {
      String[] parts = key.split("\\.", -1);
      // A condition has its form in Share's page of rules.
      if (parts.length == 3 && !parts[0].startsWith("ttdn-is-")) {
        parameters.computeIfAbsent(parts[0], a -> new TreeSet<>()).add(parts[1]);
      }
    }
    assertThat(parameters).hasSize(3);
    parameters.forEach(
        (action, names) ->
            assertThat(shown(forms.get(action))).as(action).hasSameElementsAs(names));
  }

  @Test
  void whatIsChosenFromAListIsWhatCoreKnows() {
    Map<String, Set<String>> known =
        Map.of(
            "ttdn:kind", names(DocumentKind.values()),
            "ttdn:state", names(DossierState.values()),
            "ttdn:round", Set.of("1", "2", "3"),
            "ttdnwf:authority", names(SigningAuthority.values()));
    Set<String> chosen = new TreeSet<>();
    for (Element param : ShareConfig.all("control-param")) {
      if (param.getAttribute("name").equals("options")) {
        String field = ((Element) param.getParentNode().getParentNode()).getAttribute("id");
        Set<String> values = new TreeSet<>();
        for (String option : param.getTextContent().split(",", -1)) {
          values.add(option.split("\\|", -1)[0]);
        }
        values.remove("");
        if (known.containsKey(field)) {
          assertThat(values).as(field).isEqualTo(new TreeSet<>(known.get(field)));
          chosen.add(field);
        }
      }
    }
    assertThat(chosen).isEqualTo(new TreeSet<>(known.keySet()));
  }

  private static Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
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
