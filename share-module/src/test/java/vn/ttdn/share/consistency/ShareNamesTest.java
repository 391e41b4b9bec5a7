package vn.ttdn.share.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.platform.consistency.Resources.SHARE;
import static vn.ttdn.platform.consistency.Resources.all;
import static vn.ttdn.platform.consistency.Resources.childText;
import static vn.ttdn.platform.consistency.Resources.children;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import vn.ttdn.core.plan.Outcome;
import vn.ttdn.platform.consistency.Bundle;
import vn.ttdn.platform.consistency.Models;
import vn.ttdn.platform.consistency.Names;
import vn.ttdn.platform.consistency.Resources;

/**
 * Whatever the Share side's configuration, pages, templates and scripts name exists: ours, the
 * repository side's, or one of Share's in {@code stock-names.txt}.
 */
class ShareNamesTest {
  private static final String CONFIG = "Share's configuration";
  private static final Path DECORATOR =
      Path.of("../platform-module/src/main/java/vn/ttdn/platform/LibraryDecorator.java");
  private static final String SCRIPTS = "alfresco/site-webscripts/";
  private static final Path PAGE = Path.of("../web/src/main/resources/META-INF/resources");
  private static final Pattern MESSAGE =
      Pattern.compile("msg(?:\\.get)?\\(['\"]([\\w.-]+)['\"]\\)");
  private static final Pattern REGION = Pattern.compile("<@region id=\"([\\w-]+)\"");
  private static final Pattern INCLUDED = Pattern.compile("<#include \"([^\"]+)\"");
  private static final Pattern OF_CONTEXT = Pattern.compile("url\\.context}(/ttdn/[\\w./-]+)");
  private static final Pattern CSRF = Pattern.compile("csrf-\\w+=\"([^\"]+)\"");
  private static final Pattern OF_ALFRESCO = Pattern.compile("Alfresco(?:\\.\\w+)+");
  private static final Pattern OF_THIS = Pattern.compile("this\\.(generate\\w+)");
  private static final Pattern REGISTERED = Pattern.compile("actionName: '(\\w+)'");
  private static final Pattern CLASS_OF_OURS = Pattern.compile("(TTDN\\.[A-Z]\\w+)");
  private static final Pattern WIDGET = Pattern.compile("name: '(alfresco/[\\w/]+)'");
  private static final Pattern MENU = Pattern.compile("'(HEADER_APP_\\w+)'");
  private static final Pattern TARGET = Pattern.compile("targetUrl: '([\\w-]+)'");
  private static final Pattern OPTION_READ = Pattern.compile("this\\.options\\.(\\w+)");
  private static final Pattern OPTION_SET = Pattern.compile("(?m)^ +(\\w+): \"");
  private static final Pattern OUTCOME = Pattern.compile("outcome === '(\\w+)'");
  private static final Pattern FIELD = Pattern.compile("_prop_([a-z]+_\\w+)");
  private static final Pattern REST = Pattern.compile("/proxy/alfresco(/[\\w/]+)");
  private static final Pattern ROUTE = Pattern.compile("'(ttdn/v\\d+)/");
  private static final Pattern TEXT = Pattern.compile("'(ttdn\\.[\\w.-]+)'");
  private static final Pattern ADDRESS = Pattern.compile("address = '([\\w-]+)[?#]");
  private static final Pattern SCRIPT = Pattern.compile("url\\.context}/res(/[\\w./-]+\\.js)");
  private static final Pattern TOKEN = Pattern.compile("\\{(\\w+)(?: ([\\w.]+))?}");
  private static final Pattern TOLD =
      Pattern.compile("node\\.properties\\.ttdn:\\w+\\.(\\w+)|ttdn_\\w+\\.(\\w+)}");
  private static final Pattern ATTRIBUTE = Pattern.compile("(?m)^ +([\\w-]+)=\"");
  private static final Pattern PROPERTY_OF_PAGE =
      Pattern.compile("(?m)^    (?:(\\w+): \\{},|\\w+: \\{ attribute: '([\\w-]+)' },)$");

  private final Names names = new Names();

  /** A bundle of the repository side. */
  static SortedMap<String, String> platformMessages(String bundle) {
    return Bundle.read(
        Resources.PLATFORM.file(
            "alfresco/module/ttdn-platform-module/messages/" + bundle + ".properties"));
  }

  @Test
  void everyNameExists() {
    declared();
    configuration();
    surf();
    texts();
    names.check(ShareNamesTest.class, "/vn/ttdn/share/stock-names.txt");
    for (String kind :
        List.of(
            "message",
            "bundle",
            "bean",
            "page",
            "template-instance",
            "template",
            "region",
            "component",
            "script",
            "control",
            "function",
            "js-class",
            "action",
            "option",
            "config",
            "indicator-icon",
            "rest")) {
      names.checkAllUsed(kind);
    }
  }

  private void declared() {
    Bundle.read(SHARE.file("alfresco/messages/ttdn-share.properties"))
        .keySet()
        .forEach(key -> names.declare("message", key));
    names.declare("bundle", "alfresco.messages.ttdn-share");
    Models.content().names("type").forEach(type -> names.declare("type", type));
    Set<String> properties = new TreeSet<>();
    Models.content()
        .names("type")
        .forEach(type -> properties.addAll(Models.content().properties(type).keySet()));
    properties.forEach(property -> names.declare("property", property));
    Pattern.compile("told\\.put\\(\"(\\w+)\"")
        .matcher(Resources.text(DECORATOR))
        .results()
        .map(ShareNamesTest::name)
        .forEach(key -> names.declare("told", key));
    ShareConfig.registered().forEach(file -> names.declare("config", SHARE.name(file)));
    for (Path file : SHARE.files("META-INF/resources/components", ".svg")) {
      names.declare("indicator-icon", file.getFileName().toString());
    }
    Models.workflow().names("type").forEach(type -> names.declare("type", type));
    Resources.processes()
        .forEach(p -> names.declare("condition", "activiti$" + p.getAttribute("id")));
    for (Path file : Resources.PLATFORM.files("alfresco/module", "-context.xml")) {
      for (Element bean : all(Resources.xml(file), "bean")) {
        if (bean.getAttribute("parent").equals("action-executer")) {
          names.declare("condition", bean.getAttribute("id"));
          names.declare("action", bean.getAttribute("id"));
        }
      }
    }
    for (Path file : Resources.PLATFORM.files("alfresco/extension", ".desc.xml")) {
      Matcher base = Pattern.compile("^/ttdn/v\\d+").matcher(childText(Resources.xml(file), "url"));
      assertThat(base.find()).as(file + ": its url").isTrue();
      if (!names.has("rest", base.group())) {
        names.declare("rest", base.group());
      }
    }
    for (Outcome outcome : Outcome.values()) {
      names.declare("outcome", outcome.code());
    }
    PROPERTY_OF_PAGE
        .matcher(Resources.text(PAGE.resolve("ttdn/ttdn-app.js")))
        .results()
        .forEach(p -> names.declare("attribute", p.group(1) == null ? p.group(2) : p.group(1)));
    for (Path file : SHARE.files("META-INF/resources", ".js")) {
      OPTION_READ
          .matcher(Resources.text(file))
          .results()
          .map(ShareNamesTest::name)
          .distinct()
          .forEach(option -> names.declare("option", option));
      names.declare("script", "/" + SHARE.name(file).substring("META-INF/resources/".length()));
    }
    for (Path file : SHARE.files(SCRIPTS + "vn/ttdn/form", ".ftl")) {
      names.declare("control", "/" + SHARE.name(file).substring(SCRIPTS.length()));
    }
    for (Path file : SHARE.files("alfresco/site-data/pages", ".xml")) {
      names.declare("page", file.getFileName().toString().replace(".xml", ""));
    }
    for (Path file : SHARE.files("alfresco/site-data/template-instances", ".xml")) {
      names.declare("template-instance", file.getFileName().toString().replace(".xml", ""));
    }
    for (Path file : SHARE.files("alfresco/templates", ".ftl")) {
      names.declare(
          "template",
          SHARE.name(file).substring("alfresco/templates/".length()).replace(".ftl", ""));
    }
  }

  private void configuration() {
    for (Element config : ShareConfig.configs()) {
      String condition = config.getAttribute("condition");
      switch (config.getAttribute("evaluator")) {
        case "task-type", "node-type", "model-type" -> names.use("type", condition, CONFIG);
        case "string-compare" -> names.use("condition", condition, CONFIG);
        default -> assertThat(condition).as("a config for all").isEmpty();
      }
    }
    for (String attribute : List.of("label", "label-id", "help-id", "labelId", "descriptionId")) {
      attribute("*", attribute, "message");
    }
    attribute("js", "src", "script");
    attribute("control", "template", "control");
    attribute("set", "template", "control");
    attribute("actionGroup", "id", "action-group");
    attribute("action", "icon", "icon");
    attribute("action", "id", "action");
    attribute("indicator", "icon", "indicator-icon");
    library();
    ShareConfig.all("show").stream()
        .map(show -> show.getAttribute("id"))
        .filter(
            id ->
                id.matches("(cm|bpm):\\w+")
                    || id.matches("message|taskOwner|packageItems|mimetype|size"))
        .forEach(id -> names.use("field", id, CONFIG));
    for (Element param : ShareConfig.all("control-param")) {
      if (param.getAttribute("name").equals("options")) {
        for (String option : param.getTextContent().split(",", -1)) {
          if (option.contains("|")) {
            String label = option.substring(option.indexOf('|') + 1);
            assertThat(label)
                .as("Share takes what is not in braces for the label")
                .matches("\\{.*}");
            names.use("message", label.substring(1, label.length() - 1), CONFIG);
          }
        }
      }
    }
    for (Element param : ShareConfig.all("param")) {
      switch (param.getAttribute("name")) {
        case "function" -> names.use("function", param.getTextContent(), CONFIG);
        case "itemId" -> names.use("action", param.getTextContent(), CONFIG);
        case "successMessage", "failureMessage" ->
            names.use("message", param.getTextContent(), CONFIG);
        default -> names.use("param", param.getAttribute("name"), CONFIG);
      }
    }
    ShareConfig.all("evaluator").forEach(e -> names.use("bean", e.getTextContent(), CONFIG));
    for (Path file : SHARE.files("alfresco/web-extension", "-context.xml")) {
      Element root = Resources.xml(file);
      for (Element bean : all(root, "bean")) {
        String id = bean.getAttribute("id");
        if (id.startsWith("evaluator.")) {
          names.declare("bean", id);
        }
        if (bean.hasAttribute("parent")) {
          names.use("parent-bean", bean.getAttribute("parent"), file);
        }
        if (bean.hasAttribute("class")) {
          names.use("class", bean.getAttribute("class"), file);
        }
        String owner = bean.getAttribute(bean.hasAttribute("class") ? "class" : "parent");
        children(bean, "property")
            .forEach(p -> names.use("setting", owner + "." + p.getAttribute("name"), file));
      }
      for (Element value : all(root, "value")) {
        String text = value.getTextContent();
        if (text.startsWith("classpath:")) {
          names.use("config", text.substring("classpath:".length()), file);
        } else {
          names.use(text.startsWith("alfresco.") ? "bundle" : "type", text, file);
        }
      }
      uses("told", TOLD, Resources.text(file), file);
    }
  }

  /** What a line or an indicator of the document library shows of a node. */
  private void library() {
    for (Element line : ShareConfig.all("line")) {
      TOKEN
          .matcher(line.getTextContent())
          .results()
          .forEach(
              token -> {
                boolean ours = token.group(1).startsWith("ttdn_");
                names.use(
                    ours ? "property" : "renderer", token.group(1).replaceFirst("_", ":"), CONFIG);
                if (token.group(2) != null) {
                  names.use("message", token.group(2), CONFIG);
                }
              });
    }
    for (Element param : ShareConfig.all("labelParam")) {
      String text = param.getTextContent();
      Matcher property = Pattern.compile("properties\\.(ttdn_\\w+)").matcher(text);
      assertThat(property.find()).as(text).isTrue();
      names.use("property", property.group(1).replaceFirst("_", ":"), CONFIG);
      TOLD.matcher(text).results().forEach(t -> names.use("told", t.group(2), CONFIG));
    }
  }

  private void attribute(String element, String attribute, String kind) {
    for (Element found : ShareConfig.all(element)) {
      if (found.hasAttribute(attribute) && !found.getAttribute(attribute).isEmpty()) {
        names.use(kind, found.getAttribute(attribute), CONFIG);
      }
    }
  }

  /** Pages, their templates and components, and what Share's own pages are extended by. */
  private void surf() {
    for (Path file : SHARE.files("alfresco/site-data/pages", ".xml")) {
      Element page = Resources.xml(file);
      names.use("message", childText(page, "title-id"), file);
      names.use("message", childText(page, "description-id"), file);
      names.use("template-instance", childText(page, "template-instance"), file);
    }
    for (Path file : SHARE.files("alfresco/site-data/template-instances", ".xml")) {
      Element template = Resources.xml(file);
      names.use("template", childText(template, "template-type"), file);
      all(template, "region-id").forEach(r -> names.declare("region", r.getTextContent()));
      for (Element component : all(template, "component")) {
        names.use("component", childText(component, "url"), file);
      }
    }
    for (Path file : SHARE.files(SCRIPTS, ".desc.xml")) {
      String url = childText(Resources.xml(file), "url");
      names.declare("component", url);
      if (childText(Resources.xml(file), "family").equals("dashlet")) {
        // People put it on their dashboard themselves; Share looks its names up by the file's.
        String name = file.getFileName().toString().replace(".get.desc.xml", "");
        names.use("component", url, file);
        names.use("message", "dashlet." + name + ".shortName", file);
        names.use("message", "dashlet." + name + ".description", file);
      }
    }
    for (Element customization :
        all(SHARE.xml("alfresco/site-data/extensions/ttdn-share-module.xml"), "customization")) {
      String ours = folder(customization, "sourcePackageRoot");
      String stock = folder(customization, "targetPackageRoot");
      assertThat(SHARE.files(SCRIPTS + ours, "")).isNotEmpty();
      for (Path file : SHARE.files(SCRIPTS + ours, "")) {
        names.use("web-script", stock + "/" + file.getFileName(), "ttdn-share-module.xml");
      }
    }
  }

  private static String folder(Element customization, String packageRoot) {
    return childText(customization, packageRoot).replace('.', '/');
  }

  private void texts() {
    for (Path file : SHARE.files("", "")) {
      if (!file.toString().matches(".*\\.(js|ftl)")) {
        continue;
      }
      String text = Resources.text(file);
      uses("message", MESSAGE, text, file);
      uses("region", REGION, text, file);
      uses("include", INCLUDED, text, file);
      uses("csrf", CSRF, text, file);
      uses("js", OF_ALFRESCO, text, file);
      uses("js", OF_THIS, text, file);
      uses("js-class", CLASS_OF_OURS, text, file);
      uses("widget", WIDGET, text, file);
      uses("menu", MENU, text, file);
      uses("page", TARGET, text, file);
      uses("outcome", OUTCOME, text, file);
      uses("rest", REST, text, file);
      ROUTE.matcher(text).results().forEach(f -> names.use("rest", "/" + f.group(1), file));
      uses("message", TEXT, text, file);
      uses("page", ADDRESS, text, file);
      uses("script", SCRIPT, text, file);
      FIELD
          .matcher(text)
          .results()
          .forEach(f -> names.use("field", f.group(1).replaceFirst("_", ":"), file));
      if (text.contains("setOptions(")) {
        uses("option", OPTION_SET, text, file);
      }
      if (text.contains("<ttdn-app")) {
        uses("attribute", ATTRIBUTE, text, file);
      }
      REGISTERED
          .matcher(text)
          .results()
          .forEach(found -> names.declare("function", found.group(1)));
      Pattern.compile("(TTDN\\.[A-Z]\\w+) = function")
          .matcher(text)
          .results()
          .forEach(found -> names.declare("js-class", found.group(1)));
      OF_CONTEXT
          .matcher(text)
          .results()
          .forEach(
              found ->
                  assertThat(Files.exists(PAGE.resolve(found.group(1).substring(1))))
                      .as("the page has " + found.group(1))
                      .isTrue());
    }
  }

  private void uses(String kind, Pattern pattern, String text, Path file) {
    pattern
        .matcher(text)
        .results()
        .map(ShareNamesTest::name)
        .forEach(n -> names.use(kind, n, file));
  }

  private static String name(MatchResult found) {
    return found.groupCount() == 0 ? found.group() : found.group(1);
  }
}
