package vn.ttdn.share.consistency;

import static vn.ttdn.platform.consistency.Resources.SHARE;
import static vn.ttdn.platform.consistency.Resources.children;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import vn.ttdn.platform.consistency.Resources;

/** Share's configuration of ours: what Share loads by itself, and what our context registers. */
final class ShareConfig {
  private static final String FOLDER = "alfresco/web-extension";

  private ShareConfig() {}

  /** The files that our context registers. */
  static List<Path> registered() {
    return SHARE.files(FOLDER, ".xml").stream()
        .filter(file -> !file.toString().endsWith("-context.xml"))
        .toList();
  }

  /** Every {@code config}. */
  static List<Element> configs() {
    List<Element> roots = new ArrayList<>();
    roots.add(SHARE.xml("META-INF/share-config-custom.xml"));
    registered().forEach(file -> roots.add(Resources.xml(file)));
    return roots.stream().flatMap(root -> children(root, "config").stream()).toList();
  }

  /** Every element of that local name, wherever it stands. */
  static List<Element> all(String localName) {
    return configs().stream().flatMap(config -> Resources.all(config, localName).stream()).toList();
  }
}
