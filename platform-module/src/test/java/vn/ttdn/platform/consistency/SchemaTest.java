package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.platform.consistency.Resources.all;
import static vn.ttdn.platform.consistency.Resources.childText;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;
import org.w3c.dom.Element;
import vn.ttdn.core.answers.AnswerOutcome;
import vn.ttdn.core.answers.AnswerStep;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Handling;
import vn.ttdn.core.plan.LetterCase;
import vn.ttdn.core.plan.LetterPurpose;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.RoundDocuments;
import vn.ttdn.core.plan.Step;
import vn.ttdn.core.plan.TaskFile;
import vn.ttdn.core.plan.TaskVariables;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentType;
import vn.ttdn.core.schema.Property;

/** Core's schema and process, and what Alfresco is told of them, are the same both ways. */
class SchemaTest {
  /** No facts of the ledger's: what somebody had looked at and when, and a file of settings. */
  private static final List<String> ADDED = List.of("ttdn:checked", "ttdn:configuration");

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
      for (Urgency urgency : Urgency.values()) {
        assertThat(labels)
            .containsEntry("listconstraint.ttdn_urgencies." + urgency, urgency.label(locale));
      }
      for (String procedure : content.constraints().get("ttdn:procedures")) {
        assertThat(labels)
            .containsEntry(
                "listconstraint.ttdn_procedures." + procedure,
                Procedure.valueOf(procedure).label(locale));
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
    carried.addAll(ADDED);
    assertThat(carried)
        .as("aspects in ttdn-model.xml")
        .containsExactlyInAnyOrderElementsOf(content.names("aspect"));
  }

  @Test
  void everyFormOfTheProcessIsATaskTypeWithTheOutcomesOfItsStep() {
    Set<String> forms = new TreeSet<>();
    for (Element task : Resources.inProcesses("userTask")) {
      String form = formKey(task);
      String step = task.getAttribute("id");
      assertThat(workflow.names("type"))
          .as("form keys in the process files, types in ttdn-workflow-model.xml")
          .contains(form);
      assertThat(workflow.parent(form)).contains("ttdnwf:stepTask");
      assertThat(workflow.allowed(form, "ttdnwf:outcome"))
          .as(form + " at " + step)
          .containsExactlyElementsOf(outcomes(step));
      forms.add(form);
    }
    for (Element start : Resources.inProcesses("startEvent")) {
      // Only a plan may be started by somebody: the other processes are core's own.
      if (!formKey(start).isEmpty()) {
        assertThat(workflow.parent(formKey(start))).contains("bpm:startTask");
        forms.add(formKey(start));
      }
    }
    assertThat(forms).contains("ttdnwf:startPlan");
    forms.add("ttdnwf:stepTask");
    assertThat(workflow.names("type"))
        .as("types in ttdn-workflow-model.xml, form keys in the process files")
        .containsExactlyInAnyOrderElementsOf(forms);
  }

  private static List<String> outcomes(String step) {
    return Step.ofId(step)
        .map(s -> s.outcomes().stream().map(Outcome::code).toList())
        .orElseGet(
            () ->
                AnswerStep.ofId(step).orElseThrow().outcomes().stream()
                    .map(AnswerOutcome::code)
                    .toList());
  }

  @Test
  void whatIsFilledInAndPickedIsWhatCoreReads() {
    Set<String> variables = new TreeSet<>(TaskVariables.ALL);
    Set<String> files = new TreeSet<>();
    for (TaskFile file : TaskFile.values()) {
      files.add(file.variable());
    }
    Set<String> properties = new TreeSet<>();
    Set<String> associations = new TreeSet<>();
    for (Element task : Resources.inProcesses("userTask")) {
      workflow.properties(formKey(task)).keySet().forEach(p -> properties.add(variable(p)));
      workflow.associations(formKey(task)).forEach(a -> associations.add(variable(a)));
    }
    properties.add(TaskVariables.COMMENT);
    assertThat(properties).as("properties of tasks").isEqualTo(variables);
    assertThat(associations).as("associations of tasks").isEqualTo(files);
  }

  /** The name under which Alfresco hands a task's property to the engine. */
  private static String variable(String property) {
    return property.replace(':', '_');
  }

  @Test
  void aTaskPicksTheFilesOfItsStep() {
    for (Element task : Resources.inProcesses("userTask")) {
      Set<String> picked = new TreeSet<>();
      workflow.associations(formKey(task)).forEach(a -> picked.add(variable(a)));
      assertThat(picked)
          .as(formKey(task) + " at " + task.getAttribute("id"))
          .isEqualTo(files(task.getAttribute("id")));
    }
  }

  private static Set<String> files(String id) {
    Set<TaskFile> files = new LinkedHashSet<>();
    Optional<Step> step = Step.ofId(id);
    if (step.isEmpty() && id.equals(AnswerStep.GIVE.id())) {
      files.add(TaskFile.ANSWER);
    }
    step.filter(Step::drafts)
        .ifPresent(
            s ->
                RoundDocuments.needed(dossier(s))
                    .forEach(kind -> files.add(TaskFile.ofDraft(kind).orElseThrow())));
    if (step.filter(Step::issues).isPresent()) {
      files.add(TaskFile.SIGNED);
    }
    if (step.equals(Optional.of(Step.MINISTRY_CLERK_ISSUE))) {
      files.add(TaskFile.SIGNED_PLAN);
    }
    return files.stream().map(TaskFile::variable).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Dossier dossier(Step step) {
    Instant now = Instant.EPOCH;
    Optional<LetterCase> letter =
        step.procedure() == Procedure.LETTER
            ? Optional.of(new LetterCase("plan", 1, LetterPurpose.REMINDER, Optional.empty()))
            : Optional.empty();
    return new Dossier(
        "id",
        letter,
        "title",
        2027,
        "PTTDN",
        "drafter",
        List.of(),
        List.of(),
        Handling.USUAL,
        step.round(),
        step.state(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now,
        now,
        1,
        0,
        "");
  }

  private static String formKey(Element element) {
    return element.getAttributeNS("http://activiti.org/bpmn", "formKey");
  }

  @Test
  void javaNamesAllOfTheContentModelAndNothingElse() {
    ClassNode names = new ClassFiles().find("vn/ttdn/platform/TtdnModel").orElseThrow();
    Set<String> model = new TreeSet<>(content.names("type"));
    content.names("type").forEach(type -> model.addAll(content.properties(type).keySet()));
    model.addAll(ADDED);
    ADDED.forEach(aspect -> model.addAll(content.ownProperties(aspect).keySet()));
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
