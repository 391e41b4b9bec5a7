package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.platform.consistency.Resources.all;
import static vn.ttdn.platform.consistency.Resources.childText;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import vn.ttdn.core.Host;
import vn.ttdn.core.answers.AnswerFlow;
import vn.ttdn.core.plan.PlanFlow;
import vn.ttdn.core.rest.Api;
import vn.ttdn.core.rest.Route;

/** One web script for each route of the contract, and no other. */
class WebScriptsTest {
  private static final String FOLDER = "alfresco/extension/templates/webscripts/";

  /** The route of each descriptor or bean, by the web script's id. */
  private final Map<String, String> routes = new TreeMap<>();

  WebScriptsTest() {
    Host host =
        new Host(Clock.systemUTC(), null, null, null, null, null, null, null, null, null, null, 1);
    AnswerFlow answers = new AnswerFlow(host);
    for (Route route : new Api(host, new PlanFlow(host, answers), answers).all()) {
      routes.put(
          "vn/ttdn/api/" + route.id() + "." + route.method().toLowerCase(Locale.ROOT),
          route.template());
    }
    assertThat(routes).hasSizeGreaterThan(40);
  }

  @Test
  void aDescriptorForEachRoute() {
    Map<String, String> described = new TreeMap<>();
    for (var file : Resources.PLATFORM.files(FOLDER, "")) {
      String name = Resources.PLATFORM.name(file);
      assertThat(name).as("descriptors only").endsWith(".desc.xml");
      Element descriptor = Resources.xml(file);
      String id = name.substring(FOLDER.length(), name.length() - ".desc.xml".length());
      assertThat(all(descriptor, "url")).as(id + ": one way in").hasSize(1);
      assertThat(childText(descriptor, "url")).as(id).startsWith("/ttdn/v1/");
      described.put(id, childText(descriptor, "url").substring("/ttdn/v1".length()));
      assertThat(id).contains("/" + childText(descriptor, "shortname") + ".");
      assertThat(childText(descriptor, "description")).as(id).isNotBlank();
      assertThat(childText(descriptor, "authentication")).as(id).isEqualTo("user");
      assertThat(childText(descriptor, "transaction"))
          .as(id + ": core runs the transaction, so that a refusal rolls back and is answered")
          .isEqualTo("none");
      assertThat(all(descriptor, "authentication").get(0).hasAttribute("runas"))
          .as(id + ": nobody's name but the caller's")
          .isFalse();
    }
    assertThat(described).as("*.desc.xml").containsExactlyInAnyOrderEntriesOf(routes);
  }

  @Test
  void aBeanForEachRoute() {
    Map<String, String> beans = new TreeMap<>();
    for (var file : Resources.PLATFORM.files("alfresco/module", "-context.xml")) {
      for (Element bean : all(Resources.xml(file), "bean")) {
        String id = bean.getAttribute("id");
        if (id.startsWith("webscript.")) {
          assertThat(bean.getAttribute("parent"))
              .as(id)
              .isEqualTo("ttdn-platform-module.contractWebScript");
          String script =
              id.substring("webscript.".length()).replace('.', '/').replaceFirst("/(\\w+)$", ".$1");
          String template = all(bean, "property").get(0).getAttribute("value");
          assertThat(beans.put(script, template)).as(id + " twice").isNull();
        }
      }
    }
    assertThat(beans).as("webscript-context.xml").containsExactlyInAnyOrderEntriesOf(routes);
  }
}
