package vn.ttdn.core.comparison;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import vn.ttdn.core.comparison.ReadText.Read;

/**
 * The text of an ODT as it prints: paragraphs, headings, lists and tables in order, without what
 * was deleted under tracking, comments and hidden text; headers and footers apart.
 */
final class WriterText extends XmlWalk {
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
  private static final String SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";
  // What was deleted is kept in tracked-changes; title and desc describe pictures.
  private static final Set<String> SKIPPED =
      Set.of(TEXT + "tracked-changes", OFFICE + "annotation", SVG + "title", SVG + "desc");
  // A count of blanks is only a number in the file: it must not fill the memory.
  private static final int MAX_BLANKS = 1_000;

  private final Set<String> roots;
  private int inRoots;
  private int inParagraphs;
  private boolean labelDue;

  private WriterText(Set<String> roots) {
    this.roots = roots;
  }

  static Read of(ZipParts parts) throws Unreadable {
    Manifest manifest = new Manifest();
    manifest.walk(parts.part("META-INF/manifest.xml"));
    if (manifest.encrypted) {
      throw new Unreadable(NotReadReason.ENCRYPTED);
    }
    WriterText body = new WriterText(Set.of(OFFICE + "text"));
    body.walk(parts.part("content.xml"));
    WriterText margins =
        new WriterText(
            Set.of(
                STYLE + "header",
                STYLE + "footer",
                STYLE + "header-left",
                STYLE + "footer-left",
                STYLE + "header-first",
                STYLE + "footer-first"));
    margins.walk(parts.part("styles.xml"));
    return TextOfFile.checked(body.text(), margins.text(), parts.hasPictures());
  }

  @Override
  boolean start(XMLStreamReader e) {
    String name = e.getLocalName();
    if (roots.contains(e.getNamespaceURI() + name)) {
      inRoots++;
    }
    if (inRoots == 0) {
      return true;
    }
    if (SKIPPED.contains(e.getNamespaceURI() + name)) {
      return false;
    }
    if (TEXT.equals(e.getNamespaceURI())) {
      switch (name) {
        case "list-item" -> labelDue = true;
        case "p" -> paragraph();
        case "h" -> {
          labelDue = true;
          paragraph();
        }
        case "s" -> add(" ".repeat(blanks(e.getAttributeValue(TEXT, "c"))));
        case "tab" -> add(' ');
        case "line-break" -> add('\n');
        case "note-citation" -> {
          add(ReadText.LABEL + " ");
          return false;
        }
        default -> {
          // Everything else is form.
        }
      }
    }
    return true;
  }

  private void paragraph() {
    add('\n');
    inParagraphs++;
    if (labelDue) {
      add(ReadText.LABEL + " ");
      labelDue = false;
    }
  }

  private static int blanks(String count) {
    try {
      return count == null ? 1 : Math.max(0, Math.min(MAX_BLANKS, Integer.parseInt(count)));
    } catch (NumberFormatException notANumber) {
      return 1;
    }
  }

  @Override
  void end(XMLStreamReader e) {
    if (inRoots == 0) {
      return;
    }
    if (TEXT.equals(e.getNamespaceURI())) {
      switch (e.getLocalName()) {
        case "p", "h" -> {
          add('\n');
          inParagraphs--;
        }
        case "list-item" -> labelDue = false;
        default -> {
          // Everything else is form.
        }
      }
    }
    if (roots.contains(e.getNamespaceURI() + e.getLocalName())) {
      inRoots--;
    }
  }

  @Override
  void characters(String chars) {
    // Between paragraphs stand only the line breaks of the XML itself.
    if (inParagraphs > 0) {
      add(chars);
    }
  }

  /** Whether a part is encrypted, by what the package says of its parts. */
  private static final class Manifest extends XmlWalk {
    private boolean encrypted;

    @Override
    boolean start(XMLStreamReader e) {
      encrypted |= e.getLocalName().equals("encryption-data");
      return true;
    }

    @Override
    void end(XMLStreamReader e) {
      // Only what begins counts.
    }

    @Override
    void characters(String chars) {
      // Nothing of it is text.
    }
  }
}
