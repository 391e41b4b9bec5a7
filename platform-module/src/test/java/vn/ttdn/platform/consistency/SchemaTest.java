package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.platform.consistency.Resources.all;
import static vn.ttdn.platform.consistency.Resources.childText;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;
import org.w3c.dom.Element;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentType;
import vn.ttdn.core.schema.Property;

/** Core's schema and process, and what Alfresco is told of them, are the same both ways. */
class SchemaTest {
  private final Models content = Models.content();
  private final Models workflow = Models.workflow();

  @Test
  void typesAndPropertiesAreThoseOfCore() {
    Map<String, String> core = new TreeMap<>();
    for (DocumentType type : DocumentType.values()) {
      String name = "ttdn:" + type.localName();
      core.put(name, "");
      for (Property p : type.properties()) {
        core.put(
            name + " ttdn:" + p.name(),
            p.type().dictionaryType() + said(p.mandatory(), p.multiple(), p.values()));
      }
    }
    Map<String, String> model = new TreeMap<>();
    for (String type : content.names("type")) {
      model.put(type, "");
      for (Map.Entry<String, Element> p : content.properties(type).entrySet()) {
        model.put(
            type + " " + p.getKey(),
            childText(p.getValue(), "type")
                + said(
                    childText(p.getValue(), "mandatory").equals("true"),
                    childText(p.getValue(), "multiple").equals("true"),
                    content.allowed(type, p.getKey())));
      }
    }
    assertThat(model)
        .as("ttdn-model.xml, against core's DocumentType")
        .containsExactlyInAnyOrderEntriesOf(core);
  }

  private static String said(boolean mandatory, boolean multiple, List<String> values) {
    return (mandatory ? " mandatory" : "") + (multiple ? " multiple" : "") + " " + values;
  }

  @Test
  void labelsAreThoseOfCore() {
    for (String language : List.of("vi", "en")) {
      Locale locale = Locale.forLanguageTag(language);
      Map<String, String> labels =
          Bundle.read(
              Resources.PLATFORM.file(
                  "alfresco/module/ttdn-platform-module/messages/ttdn-model_"
                      + language
                      + ".properties"));
      for (DocumentType type : DocumentType.values()) {
        assertThat(labels)
            .containsEntry(
                "ttdn_content.type.ttdn_" + type.localName() + ".title", type.label(locale));
        for (Property p : type.properties()) {
          assertThat(labels)
              .containsEntry("ttdn_content.property.ttdn_" + p.name() + ".title", p.label(locale));
        }
      }
      for (DossierState state : DossierState.values()) {
        assertThat(labels)
            .containsEntry("listconstraint.ttdn_states." + state.name(), state.label(locale));
      }
      for (DocumentKind kind : DocumentKind.values()) {
        assertThat(labels)
            .containsEntry("listconstraint.ttdn_kinds." + kind.name(), kind.label(locale));
      }
    }
  }

  @Test
  void aPropertyIsDeclaredOnceAndEveryAspectIsCarried() {
    Set<String> declared = new TreeSet<>();
    for (String kind : List.of("type", "aspect")) {
      for (String name : content.names(kind)) {
        content
            .ownProperties(name)
            .keySet()
            .forEach(p -> assertThat(declared.add(p)).as(p).isTrue());
      }
    }
    Set<String> carried = new TreeSet<>();
    for (Element list : all(content.root(), "mandatory-aspects")) {
      all(list, "aspect").forEach(a -> carried.add(a.getTextContent().trim()));
    }
    assertThat(carried)
        .as("aspects in ttdn-model.xml")
        .containsExactlyInAnyOrderElementsOf(content.names("aspect"));
  }

  @Test
  void everyFormOfTheProcessIsATaskTypeWithTheOutcomesOfItsStep() {
    Set<String> forms = new TreeSet<>();
    for (Element task : all(Resources.process(), "userTask")) {
      String form = formKey(task);
      Step step = Step.ofId(task.getAttribute("id")).orElseThrow();
      assertThat(workflow.names("type"))
          .as("form key in plan-approval.bpmn20.xml, types in ttdn-workflow-model.xml")
          .contains(form);
      assertThat(workflow.parent(form)).contains("ttdnwf:stepTask");
      assertThat(workflow.allowed(form, "ttdnwf:outcome"))
          .as(form + " at " + step)
          .containsExactlyElementsOf(step.outcomes().stream().map(Outcome::code).toList());
      forms.add(form);
    }
    for (Element start : all(Resources.process(), "startEvent")) {
      assertThat(workflow.parent(formKey(start))).contains("bpm:startTask");
      forms.add(formKey(start));
    }
    forms.add("ttdnwf:stepTask");
    assertThat(workflow.names("type"))
        .as("types in ttdn-workflow-model.xml, form keys in plan-approval.bpmn20.xml")
        .containsExactlyInAnyOrderElementsOf(forms);
  }

  private static String formKey(Element element) {
    return element.getAttributeNS("http://activiti.org/bpmn", "formKey");
  }

  @Test
  void javaNamesAllOfTheContentModelAndNothingElse() {
    ClassNode names = new ClassFiles().find("vn/ttdn/platform/TtdnModel").orElseThrow();
    Set<String> model = new TreeSet<>(content.names("type"));
    content.names("type").forEach(type -> model.addAll(content.properties(type).keySet()));
    assertThat(
            Bytecode.stringsPassedTo(names, names.name, "content", 1).stream()
                .map(name -> "ttdn:" + name))
        .as("names in TtdnModel, against ttdn-model.xml")
        .containsExactlyInAnyOrderElementsOf(model);
    assertThat(Bytecode.strings(names)).contains(uri(content), uri(workflow));
  }

  private static String uri(Models models) {
    return all(models.root(), "namespace").get(0).getAttribute("uri");
  }
}
