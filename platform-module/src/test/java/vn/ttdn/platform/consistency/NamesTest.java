package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.platform.consistency.Resources.PLATFORM;
import static vn.ttdn.platform.consistency.Resources.all;
import static vn.ttdn.platform.consistency.Resources.children;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Whatever the repository side's contexts, models, process and Java name exists: ours, or one of
 * the stock names in {@code stock-names.txt}.
 */
class NamesTest {
  private static final String MODULE = "alfresco/module/ttdn-platform-module/";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
  private static final Pattern PREFIXED = Pattern.compile("(ttdn|ttdnwf|cm|sys|bpm|wf):\\w+");
  private static final Pattern PROCESS_BEAN = Pattern.compile("engineServices\\.beans\\.(\\w+)");

  private final Names names = new Names();
  private final ClassFiles files = new ClassFiles();

  @Test
  void everyNameExists() {
    contexts();
    models(Models.content());
    models(Models.workflow());
    processes();
    java();
    names.check(NamesTest.class, "/vn/ttdn/platform/stock-names.txt");
    names.checkAllUsed("placeholder");
    names.checkAllUsed("context");
    names.checkAllUsed("bundle");
    names.checkAllUsed("model");
    names.checkAllUsed("process-bean");
    names.checkAllUsed("constraint");
    names.checkAllUsed("veto");
  }

  private void contexts() {
    Bundle.read(PLATFORM.file(MODULE + "alfresco-global.properties"))
        .keySet()
        .forEach(key -> names.declare("placeholder", key));
    for (Path file : PLATFORM.files(MODULE + "messages", ".properties")) {
      if (!file.toString().matches(".*_\\w\\w\\.properties")) {
        names.declare("bundle", PLATFORM.name(file).replace(".properties", "").replace('/', '.'));
      }
    }
    for (Path file : PLATFORM.files(MODULE + "model", ".xml")) {
      names.declare("model", PLATFORM.name(file));
    }
    for (Path file : PLATFORM.files(MODULE + "context", ".xml")) {
      names.declare("context", PLATFORM.name(file));
    }
    for (Element load : all(PLATFORM.xml(MODULE + "module-context.xml"), "import")) {
      names.use("context", MODULE + load.getAttribute("resource"), "module-context.xml");
    }
    Map<String, Element> beans = new TreeMap<>();
    for (Path file : PLATFORM.files(MODULE, "-context.xml")) {
      for (Element bean : all(Resources.xml(file), "bean")) {
        if (bean.hasAttribute("id")) {
          names.declare("bean", bean.getAttribute("id"));
          beans.put(bean.getAttribute("id"), bean);
        }
      }
    }
    for (Path file : PLATFORM.files(MODULE, "-context.xml")) {
      Element root = Resources.xml(file);
      attributes(root, file.getFileName());
      all(root, "bean").forEach(bean -> members(bean, beans, file.getFileName()));
    }
  }

  /** Every attribute and value of a context, read for the names in it. */
  private void attributes(Element element, Object where) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      String value = attribute.getValue();
      switch (attribute.getName()) {
        case "ref", "bean", "parent", "value-ref", "key-ref", "factory-bean" ->
            names.use("bean", value, where);
        case "depends-on" ->
            List.of(value.split("[,; ]+")).forEach(b -> names.use("bean", b, where));
        case "class" -> type(value, where);
        case "value" -> value(value, where);
        default -> {}
      }
    }
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        attributes(child, where);
      } else if (n.getNodeType() == Node.TEXT_NODE) {
        value(n.getTextContent().trim(), where);
      }
    }
  }

  private void value(String value, Object where) {
    Matcher placeholders = PLACEHOLDER.matcher(value);
    while (placeholders.find()) {
      names.use("placeholder", placeholders.group(1), where);
    }
    if (value.startsWith("alfresco.")) {
      names.use("bundle", value, where);
    } else if (value.startsWith("alfresco/")) {
      names.use("model", value, where);
    } else if (value.matches("(\\w+\\.)+[A-Z]\\w+")) {
      type(value, where);
    }
  }

  private void type(String name, Object where) {
    if (!isRead(name.replace('.', '/'))) {
      names.use("class", name, where);
    }
  }

  /**
   * A class on our class path can be looked into; one of Alfresco's that we do not declare must be
   * a stock one, also where Alfresco's own jars are on the class path ({@code -Pacs}).
   */
  private boolean isRead(String internal) {
    return internal.startsWith("org/alfresco/")
        ? Files.exists(ClassFiles.API.resolve(internal + ".class"))
        : files.find(internal).isPresent();
  }

  /** A bean of a class that we can read: what is set can be set. */
  private void members(Element bean, Map<String, Element> beans, Object where) {
    String name = bean.getAttribute("class");
    String parent = bean.getAttribute("parent");
    if (name.isEmpty() && beans.containsKey(parent)) {
      name = beans.get(parent).getAttribute("class");
    }
    String internal = name.replace('.', '/');
    List<ClassNode> lineage = isRead(internal) ? files.lineage(internal) : List.of();
    for (Element property : children(bean, "property")) {
      String setter =
          "set"
              + property.getAttribute("name").substring(0, 1).toUpperCase(java.util.Locale.ROOT)
              + property.getAttribute("name").substring(1);
      if (lineage.isEmpty()) {
        names.use("setter", (name.isEmpty() ? parent : name) + "." + setter, where);
      } else {
        assertThat(lineage.stream().flatMap(c -> c.methods.stream()).map(m -> m.name))
            .as(where + ": " + name)
            .contains(setter);
      }
    }
    int arguments = children(bean, "constructor-arg").size();
    if (!lineage.isEmpty() && !bean.getAttribute("abstract").equals("true")) {
      assertThat(
              lineage.get(0).methods.stream()
                  .filter(m -> m.name.equals("<init>"))
                  .filter(m -> ClassFiles.is(m.access, Opcodes.ACC_PUBLIC))
                  .map(m -> Type.getArgumentTypes(m.desc).length))
          .as(where + ": arguments of " + name)
          .contains(arguments);
    }
  }

  private void models(Models models) {
    Element root = models.root();
    String where = root.getAttribute("name");
    for (Element own : all(root, "namespace")) {
      names.declare("namespace", own.getAttribute("prefix") + "=" + own.getAttribute("uri"));
    }
    for (Element other : all(root, "import")) {
      names.use("namespace", other.getAttribute("prefix") + "=" + other.getAttribute("uri"), where);
    }
    for (String kind : List.of("type", "aspect")) {
      for (String name : models.names(kind)) {
        names.declare(kind, name);
        models.ownProperties(name).keySet().forEach(p -> names.declare("property", p));
        models.ownAssociations(name).forEach(a -> names.declare("association", a));
      }
    }
    models.constraints().keySet().forEach(c -> names.declare("constraint", c));
    all(root, "parent").forEach(p -> names.use("type", p.getTextContent().trim(), where));
    for (Element list : all(root, "mandatory-aspects")) {
      all(list, "aspect").forEach(a -> names.use("aspect", a.getTextContent().trim(), where));
    }
    all(root, "class").forEach(c -> names.use("type", c.getTextContent().trim(), where));
    for (Element property : all(root, "property")) {
      children(property, "type")
          .forEach(t -> names.use("datatype", t.getTextContent().trim(), where));
      names.use("property", property.getAttribute("name"), where);
      children(property, "default").forEach(d -> defaultOf(property, d.getTextContent().trim()));
    }
    all(root, "constraint").stream()
        .filter(c -> c.hasAttribute("ref"))
        .forEach(c -> names.use("constraint", c.getAttribute("ref"), where));
  }

  private void defaultOf(Element property, String value) {
    String name = property.getAttribute("name");
    if (value.startsWith("{http://www.ttdn.vn/model/workflow/1.0}")) {
      names.use("property", "ttdnwf:" + value.substring(value.indexOf('}') + 1), name);
    } else {
      names.use("default-of-" + name, value, name);
    }
  }

  /** The beans that the processes ask for are those that Platform hands to the engine. */
  private void processes() {
    files.find("vn/ttdn/workflows/ProcessBeans").map(Bytecode::strings).orElseThrow().stream()
        .filter(text -> text.matches("ttdn[A-Z]\\w*"))
        .forEach(bean -> names.declare("process-bean", bean));
    for (Path file : Resources.processFiles()) {
      Matcher bean = PROCESS_BEAN.matcher(Resources.text(file));
      while (bean.find()) {
        names.use("process-bean", bean.group(1), file.getFileName());
      }
    }
    for (String element : List.of("startEvent", "userTask")) {
      for (Element step : Resources.inProcesses(element)) {
        String form = step.getAttributeNS("http://activiti.org/bpmn", "formKey");
        if (!form.isEmpty()) {
          names.use("type", form, step.getAttribute("id"));
        }
      }
    }
  }

  /** Names that our Java gives as text, which no compiler looks at. */
  private void java() {
    for (ClassNode node : ClassFiles.in(ClassFiles.OURS)) {
      for (String text : Bytecode.strings(node)) {
        if (PREFIXED.matcher(text).matches()) {
          names.use("name", text, node.name);
        }
      }
      Bytecode.stringsPassedTo(node, "vn/ttdn/platform/TtdnModel", "workflow", 1)
          .forEach(name -> names.use("property", "ttdnwf:" + name, node.name));
      List<String> qualified =
          Bytecode.stringsPassedTo(node, "org/alfresco/service/namespace/QName", "createQName", 2);
      for (int i = 0; i < qualified.size(); i += 2) {
        if (!qualified.get(i).startsWith("http://")) {
          // A name that is no constant: the constants before the call are somebody else's.
          continue;
        }
        if (qualified.get(i).equals("http://www.alfresco.org")) {
          names.use("policy", qualified.get(i + 1), node.name);
        } else {
          names.use("qname", "{" + qualified.get(i) + "}" + qualified.get(i + 1), node.name);
        }
      }
      if (node.name.endsWith("Guard")) {
        vetoes(node);
      }
    }
  }

  /** A guard binds each of its public methods under a policy's name. */
  private void vetoes(ClassNode guard) {
    String simple = guard.name.substring(guard.name.lastIndexOf('/') + 1);
    guard.methods.stream()
        .filter(m -> ClassFiles.is(m.access, Opcodes.ACC_PUBLIC))
        .filter(m -> m.name.matches("(on|before)[A-Z]\\w+"))
        .forEach(m -> names.declare("veto", simple + "." + m.name));
    for (String text : Bytecode.strings(guard)) {
      if (text.matches("(on|before)[A-Z]\\w+")) {
        names.use("veto", simple + "." + text, guard.name);
        names.use("policy", text, guard.name);
      }
    }
  }
}
