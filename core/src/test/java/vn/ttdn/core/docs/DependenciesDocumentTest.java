package vn.ttdn.core.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** {@code docs/dependencies.md} names everything that the poms name. */
class DependenciesDocumentTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void everyDependencyAndPluginOfThePomsIsExplained() throws Exception {
    String document = Files.readString(ROOT.resolve("docs/dependencies.md"));
    List<Path> poms = poms();
    assertThat(poms).hasSizeGreaterThan(8);
    Set<String> unexplained = new TreeSet<>();
    for (Path pom : poms) {
      for (String name : named(pom)) {
        if (!document.contains(name)) {
          unexplained.add(name + " in " + ROOT.relativize(pom));
        }
      }
    }
    assertThat(unexplained).isEmpty();
  }

  private static List<Path> poms() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 3)) {
      return files
          .filter(f -> f.getFileName().toString().equals("pom.xml"))
          .filter(f -> !f.toString().contains("/target/"))
          .toList();
    }
  }

  private static Set<String> named(Path pom) throws Exception {
    Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
    Set<String> names = new TreeSet<>();
    for (String tag : List.of("dependency", "plugin")) {
      for (Element element : elements(project.getElementsByTagName(tag))) {
        String group = child(element, "groupId");
        if (group.equals("org.apache.maven.plugins") || group.isEmpty()) {
          names.add(child(element, "artifactId"));
        } else if (!group.equals("vn.ttdn")) {
          names.add(group + ":" + child(element, "artifactId"));
        }
      }
    }
    return names;
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String child(Element element, String name) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return node.getTextContent().strip();
      }
    }
    return "";
  }
}
