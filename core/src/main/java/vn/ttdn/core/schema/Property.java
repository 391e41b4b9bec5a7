package vn.ttdn.core.schema;

import java.util.List;
import java.util.Locale;
import vn.ttdn.core.text.Messages;

/**
 * One property of a document type, declared once. The content model, the task model, the Share
 * forms, the message bundles and the contract are checked against these by tests.
 *
 * @param name local name, e.g. {@code number}; {@code ttdn:number} in Alfresco
 * @param type what its values are
 * @param mandatory whether an object of the type is unfinished without it
 * @param multiple whether it holds a list
 * @param values the closed set of values, empty if it is open
 */
public record Property(
    String name, Type type, boolean mandatory, boolean multiple, List<String> values) {

  /** What a property's values are; each has one data type in a content model. */
  public enum Type {
    TEXT("d:text"),
    INTEGER("d:int"),
    LONG("d:long"),
    DATE("d:date"),
    INSTANT("d:datetime");

    private final String dictionaryType;

    Type(String dictionaryType) {
      this.dictionaryType = dictionaryType;
    }

    /** The Alfresco data type with that meaning. */
    public String dictionaryType() {
      return dictionaryType;
    }
  }

  public Property {
    values = List.copyOf(values);
  }

  static Property required(String name, Type type) {
    return new Property(name, type, true, false, List.of());
  }

  static Property optional(String name, Type type) {
    return new Property(name, type, false, false, List.of());
  }

  static Property list(String name, Type type) {
    return new Property(name, type, false, true, List.of());
  }

  static Property closed(String name, boolean mandatory, List<String> values) {
    return new Property(name, Type.TEXT, mandatory, false, values);
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("property." + name);
  }
}
