package vn.ttdn.platform.consistency;

import static vn.ttdn.platform.consistency.Resources.all;
import static vn.ttdn.platform.consistency.Resources.childText;
import static vn.ttdn.platform.consistency.Resources.children;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Our content model and our task model, read from their XML. */
public final class Models {
  private static final String FOLDER = "alfresco/module/ttdn-platform-module/model/";

  private final Map<String, Element> classes = new LinkedHashMap<>();
  private final Map<String, List<String>> constraints = new LinkedHashMap<>();
  private final Element root;

  private Models(Element root) {
    this.root = root;
    for (String kind : List.of("type", "aspect")) {
      for (Element element : all(root, kind)) {
        if (element.hasAttribute("name")) {
          classes.put(element.getAttribute("name"), element);
        }
      }
    }
    for (Element element : all(root, "constraint")) {
      if (element.hasAttribute("name")) {
        constraints.put(
            element.getAttribute("name"),
            all(element, "value").stream().map(v -> v.getTextContent().trim()).toList());
      }
    }
  }

  /** {@code ttdn:} */
  public static Models content() {
    return new Models(Resources.PLATFORM.xml(FOLDER + "ttdn-model.xml"));
  }

  /** {@code ttdnwf:} */
  public static Models workflow() {
    return new Models(Resources.PLATFORM.xml(FOLDER + "ttdn-workflow-model.xml"));
  }

  Element root() {
    return root;
  }

  /** Names of the types, or of the aspects, with their prefix. */
  public List<String> names(String kind) {
    return classes.entrySet().stream()
        .filter(e -> e.getValue().getLocalName().equals(kind))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The LIST constraints: name → allowed values. */
  public Map<String, List<String>> constraints() {
    return constraints;
  }

  /** The parent of a type; empty if it is not one of this model. */
  public Optional<String> parent(String type) {
    return Optional.ofNullable(classes.get(type)).map(e -> childText(e, "parent"));
  }

  /** The properties that the type or aspect declares itself. */
  public Map<String, Element> ownProperties(String name) {
    Map<String, Element> own = new LinkedHashMap<>();
    for (Element list : children(classes.get(name), "properties")) {
      for (Element property : children(list, "property")) {
        own.put(property.getAttribute("name"), property);
      }
    }
    return own;
  }

  /** The associations that the type or aspect declares itself. */
  public List<String> ownAssociations(String name) {
    return all(classes.get(name), "association").stream()
        .map(association -> association.getAttribute("name"))
        .toList();
  }

  /** The type's associations, with those of its aspects and of its parents in this model. */
  public Set<String> associations(String type) {
    Set<String> found = new LinkedHashSet<>();
    lineage(type).forEach(name -> found.addAll(ownAssociations(name)));
    return found;
  }

  /** The type's properties, with those of its aspects and of its parents in this model. */
  public Map<String, Element> properties(String type) {
    Map<String, Element> found = new LinkedHashMap<>();
    for (String name : lineage(type)) {
      found.putAll(ownProperties(name));
    }
    return found;
  }

  /** The values that a type's override or declaration of a property allows; empty if any. */
  public List<String> allowed(String type, String property) {
    for (String name : lineage(type)) {
      for (Element element : all(classes.get(name), "property")) {
        if (element.getAttribute("name").equals(property)) {
          for (Element constraint : all(element, "constraint")) {
            return constraints.get(constraint.getAttribute("ref"));
          }
        }
      }
    }
    return List.of();
  }

  /** The type, its aspects, its parents in this model and their aspects. */
  private List<String> lineage(String type) {
    List<String> found = new ArrayList<>();
    String at = type;
    while (classes.containsKey(at)) {
      found.add(at);
      for (Element aspects : children(classes.get(at), "mandatory-aspects")) {
        children(aspects, "aspect").forEach(a -> found.add(a.getTextContent().trim()));
      }
      at = childText(classes.get(at), "parent");
    }
    return found;
  }
}
