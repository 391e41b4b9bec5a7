package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.ClassNode;

/**
 * Every stock name that the repository side relies on is in Alfresco's own jars. Runs with {@code
 * -Pacs} only, where those are on the class path.
 */
class StockNamesLinkCheck {
  private final ClassFiles files = new ClassFiles();

  /** The XML files of Alfresco's jars, by name. */
  private final Map<String, String> xml = new TreeMap<>();

  private final Set<String> policies = new TreeSet<>();

  StockNamesLinkCheck() throws IOException {
    Set<String> jars = new TreeSet<>();
    for (ClassNode declared : ClassFiles.in(ClassFiles.API)) {
      URL place = ClassLoader.getSystemResource(declared.name + ".class");
      if (place != null && place.openConnection() instanceof JarURLConnection inside) {
        jars.add(inside.getJarFileURL().getPath());
      }
    }
    assertThat(jars).as("Alfresco's jars").hasSizeGreaterThan(4);
    for (String jar : jars) {
      try (JarFile opened = new JarFile(jar)) {
        opened.stream().forEach(entry -> read(opened, entry));
      }
    }
    assertThat(xml).hasSizeGreaterThan(100);
    assertThat(policies).hasSizeGreaterThan(30);
  }

  private void read(JarFile jar, JarEntry entry) {
    String name = entry.getName();
    if (name.endsWith(".xml") || name.equals("alfresco/repository.properties")) {
      try (var in = jar.getInputStream(entry)) {
        xml.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else if (name.matches(".*Policies\\$\\w+\\.class")) {
      files.find(name.replace(".class", "")).stream()
          .flatMap(c -> c.methods.stream())
          .forEach(m -> policies.add(m.name));
    }
  }

  @Test
  void everyStockNameIsInAlfrescosJars() {
    List<String> missing = new ArrayList<>();
    Set<String> stock = Names.stock(StockNamesLinkCheck.class, "/vn/ttdn/platform/stock-names.txt");
    assertThat(stock).hasSizeGreaterThan(30);
    for (String line : stock) {
      int space = line.indexOf(' ');
      if (!isThere(line.substring(0, space), line.substring(space + 1))) {
        missing.add(line);
      }
    }
    assertThat(missing).isEmpty();
  }

  private boolean isThere(String kind, String name) {
    return switch (kind) {
      case "bean" -> !beans(name).isEmpty();
      case "class" -> files.find(name.replace('.', '/')).isPresent();
      case "setter" -> isSetter(name);
      case "policy" -> policies.contains(name);
      case "type" -> element("type", name);
      case "aspect" -> element("aspect", name);
      case "property" -> element("property", name);
      case "datatype" -> element("data-type", name);
      case "namespace" -> isNamespace(name);
      case "qname" -> isQualified(name);
      default ->
          kind.startsWith("default-of-") && !matches("<default>" + quote(name) + "<").isEmpty();
    };
  }

  /** The start tags of the beans of that id. */
  private List<String> beans(String id) {
    return matches(
        "<(?:bean|util:map)\\b[^>]*\\b(?:id|name)\\s*=\\s*[\"']" + quote(id) + "[\"'][^>]*>");
  }

  private boolean element(String tag, String name) {
    return !matches("<" + tag + "\\s+name\\s*=\\s*[\"']" + quote(name) + "[\"']").isEmpty();
  }

  /** {@code bean.setX} or {@code class.setX}. */
  private boolean isSetter(String name) {
    String owner = name.substring(0, name.lastIndexOf('.'));
    String setter = name.substring(name.lastIndexOf('.') + 1);
    Set<String> classes = new TreeSet<>(Set.of(owner));
    Matcher of = Pattern.compile("\\bclass\\s*=\\s*\"([^\"]+)\"").matcher(beans(owner).toString());
    while (of.find()) {
      classes.add(of.group(1));
    }
    return classes.stream()
        .flatMap(c -> files.lineage(c.replace('.', '/')).stream())
        .flatMap(c -> c.methods.stream())
        .anyMatch(m -> m.name.equals(setter));
  }

  /** {@code prefix=uri}. */
  private boolean isNamespace(String name) {
    String prefix = name.substring(0, name.indexOf('='));
    String uri = name.substring(name.indexOf('=') + 1);
    return !matches(
            "<namespace\\s+uri\\s*=\\s*\"" + quote(uri) + "\"\\s+prefix\\s*=\\s*\"" + quote(prefix))
        .isEmpty();
  }

  /** {@code {uri}local}: an element of a model, or the name of a folder that Alfresco makes. */
  private boolean isQualified(String name) {
    String uri = name.substring(1, name.indexOf('}'));
    String local = name.substring(name.indexOf('}') + 1);
    Matcher prefix =
        Pattern.compile(
                "<namespace\\s+uri\\s*=\\s*\"" + quote(uri) + "\"\\s+prefix\\s*=\\s*\"(\\w+)")
            .matcher(String.join("\n", xml.values()));
    assertThat(prefix.find()).as("namespace of " + name).isTrue();
    String prefixed = quote(prefix.group(1) + ":" + local);
    return !matches("name\\s*=\\s*\"" + prefixed + "\"|childname=" + prefixed + "\\b").isEmpty();
  }

  private List<String> matches(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return xml.values().stream()
        .flatMap(text -> compiled.matcher(text).results())
        .map(r -> r.group())
        .toList();
  }

  private static String quote(String text) {
    return Pattern.quote(text);
  }
}
