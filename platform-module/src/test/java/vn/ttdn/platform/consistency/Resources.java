package vn.ttdn.platform.consistency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The files of a room as they are checked in, read from its folder beside the test's own. */
public final class Resources {
  /** The repository side. */
  public static final Resources PLATFORM = of("platform-module");

  /** The Share side. */
  public static final Resources SHARE = of("share-module");

  private static final Path PROCESSES =
      Path.of("../workflows/src/main/resources/vn/ttdn/workflows");

  private final Path root;

  private Resources(Path root) {
    this.root = root;
  }

  private static Resources of(String room) {
    return new Resources(Path.of("..", room, "src/main/resources"));
  }

  /** Every file below {@code folder} whose name ends so, in order; folder "" means all. */
  public List<Path> files(String folder, String end) {
    return below(root.resolve(folder), end);
  }

  /** Every Java source below a folder. */
  static List<Path> sources(Path folder) {
    return below(folder, ".java");
  }

  private static List<Path> below(Path folder, String end) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> Files.isRegularFile(f) && f.toString().endsWith(end))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's name below the root, with slashes. */
  public String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  public Path file(String name) {
    return root.resolve(name);
  }

  public boolean has(String name) {
    return Files.exists(file(name));
  }

  public Element xml(String name) {
    return xml(file(name));
  }

  /** The processes of the process files; each file has one. */
  public static List<Element> processes() {
    return processFiles().stream().flatMap(f -> all(xml(f), "process").stream()).toList();
  }

  /** Every element of that local name in the process files. */
  public static List<Element> inProcesses(String localName) {
    return processes().stream().flatMap(p -> all(p, localName).stream()).toList();
  }

  /** The process files. */
  static List<Path> processFiles() {
    return below(PROCESSES, ".bpmn20.xml");
  }

  /** The file's text. It is UTF-8 or this fails. */
  public static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is not readable as UTF-8", e);
    }
  }

  /** The root element; namespaces are kept, entities are not resolved. */
  public static Element xml(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(
          new DefaultHandler() {
            @Override
            public void error(SAXParseException e) throws SAXException {
              throw e;
            }
          });
      return builder.parse(in).getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(file + " does not parse", e);
    }
  }

  /** Every element of that local name below {@code parent}, at any depth. */
  public static List<Element> all(Element parent, String localName) {
    NodeList found = parent.getElementsByTagNameNS("*", localName);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The children of that local name. */
  public static List<Element> children(Element parent, String localName) {
    List<Element> elements = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && e.getLocalName().equals(localName)) {
        elements.add(e);
      }
    }
    return elements;
  }

  /** The text of the one child of that name, or "" if there is none. */
  public static String childText(Element parent, String localName) {
    List<Element> found = children(parent, localName);
    return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
  }
}
