package vn.ttdn.core.comparison;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import vn.ttdn.core.comparison.ReadText.Read;

/**
 * The text of a DOCX as it prints: paragraphs and tables in order, tracked insertions in, tracked
 * deletions and hidden text out, then foot- and endnotes; headers and footers apart.
 */
final class WordText extends XmlWalk {
  private static final Set<String> WORD =
      Set.of(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");
  private static final Set<String> MATH =
      Set.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/math",
          "http://purl.oclc.org/ooxml/officeDocument/math");
  // Fallback repeats what Choice says, for older programs; the …Change say how it was before.
  private static final Set<String> SKIPPED =
      Set.of("del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "instrText", "delText");

  private final Set<String> labelledStyles;
  private String style;
  private String list;
  private boolean inRun;
  private boolean hidden;
  private boolean inText;

  private WordText(Set<String> labelledStyles) {
    this.labelledStyles = labelledStyles;
  }

  static Read of(ZipParts parts) throws Unreadable {
    Set<String> styles = new Styles().labelled(parts.part("word/styles.xml"));
    WordText body = new WordText(styles);
    body.walk(parts.part("word/document.xml"));
    body.walk(parts.part("word/footnotes.xml"));
    body.walk(parts.part("word/endnotes.xml"));
    WordText margins = new WordText(styles);
    for (String prefix : new String[] {"word/header", "word/footer"}) {
      for (Map.Entry<String, byte[]> part : parts.startingWith(prefix)) {
        margins.walk(part.getValue());
      }
    }
    return TextOfFile.checked(body.text(), margins.text(), parts.hasPictures());
  }

  /** An element without a namespace is nobody's. */
  private static boolean isOf(Set<String> namespaces, XMLStreamReader e) {
    return e.getNamespaceURI() != null && namespaces.contains(e.getNamespaceURI());
  }

  @Override
  boolean start(XMLStreamReader e) {
    String name = e.getLocalName();
    if (SKIPPED.contains(name)) {
      return false;
    }
    if (isOf(MATH, e)) {
      inText |= name.equals("t");
      return true;
    }
    if (!isOf(WORD, e)) {
      return true;
    }
    switch (name) {
      // A text box stands inside of a paragraph: its own begin new lines.
      case "p" -> add('\n');
      case "pPr" -> {
        style = null;
        list = null;
      }
      case "pStyle" -> style = value(e);
      case "numId" -> list = value(e);
      case "r" -> {
        inRun = true;
        hidden = false;
      }
      case "vanish" -> hidden |= inRun && isOn(value(e));
      case "t" -> inText = !hidden;
      case "tab" -> whenShown(" ");
      case "br", "cr" -> whenShown("\n");
      case "noBreakHyphen" -> whenShown("-");
      case "footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef" ->
          whenShown(ReadText.LABEL + " ");
      case "sym" -> whenShown(symbol(e));
      default -> {
        // Everything else is form.
      }
    }
    return true;
  }

  @Override
  void end(XMLStreamReader e) {
    if (isOf(MATH, e)) {
      inText = false;
    }
    if (!isOf(WORD, e)) {
      return;
    }
    switch (e.getLocalName()) {
      case "pPr" -> {
        if (list == null ? labelledStyles.contains(style) : !list.equals("0")) {
          add(ReadText.LABEL + " ");
        }
      }
      case "t" -> inText = false;
      case "r" -> inRun = false;
      case "p" -> add('\n');
      default -> {
        // Everything else is form.
      }
    }
  }

  @Override
  void characters(String chars) {
    if (inText) {
      add(chars);
    }
  }

  // In a paragraph's properties a tab is a tab stop.
  private void whenShown(String chars) {
    if (inRun && !hidden) {
      add(chars);
    }
  }

  private static String value(XMLStreamReader e) {
    return attribute(e, "val");
  }

  private static String attribute(XMLStreamReader e, String name) {
    for (int i = 0; i < e.getAttributeCount(); i++) {
      if (e.getAttributeLocalName(i).equals(name)) {
        return e.getAttributeValue(i);
      }
    }
    return null;
  }

  private static boolean isOn(String value) {
    return value == null || !Set.of("0", "false", "off").contains(value);
  }

  private static String symbol(XMLStreamReader e) {
    String code = attribute(e, "char");
    try {
      return code == null ? "" : String.valueOf((char) Integer.parseInt(code, 16));
    } catch (NumberFormatException notHexadecimal) {
      return "";
    }
  }

  /** The paragraph styles whose paragraphs get a label by themselves. */
  private static final class Styles extends XmlWalk {
    private final Map<String, String> basedOn = new HashMap<>();
    private final Map<String, String> lists = new HashMap<>();
    private String style;

    Set<String> labelled(byte[] part) throws Unreadable {
      walk(part);
      Set<String> labelled = new HashSet<>();
      for (String id : lists.keySet()) {
        if (isLabelled(id)) {
          labelled.add(id);
        }
      }
      for (String id : basedOn.keySet()) {
        if (isLabelled(id)) {
          labelled.add(id);
        }
      }
      return labelled;
    }

    private boolean isLabelled(String id) {
      Set<String> seen = new HashSet<>();
      for (String at = id; at != null && seen.add(at); at = basedOn.get(at)) {
        if (lists.containsKey(at)) {
          return !lists.get(at).equals("0");
        }
      }
      return false;
    }

    @Override
    boolean start(XMLStreamReader e) {
      String value = value(e);
      switch (e.getLocalName()) {
        case "style" -> style = attribute(e, "styleId");
        case "basedOn" -> {
          if (style != null && value != null) {
            basedOn.put(style, value);
          }
        }
        case "numId" -> {
          if (style != null && value != null) {
            lists.put(style, value);
          }
        }
        default -> {
          // Not about labels.
        }
      }
      return true;
    }

    @Override
    void end(XMLStreamReader e) {
      if (e.getLocalName().equals("style")) {
        style = null;
      }
    }

    @Override
    void characters(String chars) {
      // Styles have no text.
    }
  }
}
