package vn.ttdn.core.comparison;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through one XML part of a document from its beginning to its end and gathers a text. A part
 * may declare nothing of its own (no DTD, so no entities), nests within reason, and gives no more
 * than {@link TextOfFile#MAX_CHARS}.
 */
abstract class XmlWalk {
  private static final int MAX_DEPTH = 1_000;

  private final StringBuilder text = new StringBuilder();

  /**
   * An element begins.
   *
   * @return whether what is in it counts
   */
  abstract boolean start(XMLStreamReader element);

  /** An element that counted ends. */
  abstract void end(XMLStreamReader element);

  /** Characters inside of what counts. */
  abstract void characters(String chars);

  /** Adds to the text. */
  final void add(String chars) {
    text.append(chars);
  }

  final void add(char c) {
    text.append(c);
  }

  /** What was gathered. */
  final String text() {
    return text.toString();
  }

  /**
   * Walks through a part; nothing happens if it has no bytes.
   *
   * @throws Unreadable {@link NotReadReason#DAMAGED} or {@link NotReadReason#TOO_LARGE}
   */
  final void walk(byte[] part) throws Unreadable {
    if (part.length == 0) {
      return;
    }
    try {
      walk(factory().createXMLStreamReader(new ByteArrayInputStream(part)));
    } catch (XMLStreamException e) {
      throw new Unreadable(NotReadReason.DAMAGED);
    }
  }

  // The JDK's own, whatever else a host has on its class path: the limits were tried with it.
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private void walk(XMLStreamReader xml) throws XMLStreamException, Unreadable {
    int depth = 0;
    // Depth of the element whose content does not count; 0: everything counts.
    int skipped = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (depth > MAX_DEPTH) {
            throw new Unreadable(NotReadReason.DAMAGED);
          }
          if (skipped == 0 && !start(xml)) {
            skipped = depth;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (skipped == 0) {
            end(xml);
          } else if (skipped == depth) {
            skipped = 0;
          }
          depth--;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (skipped == 0) {
            characters(xml.getText());
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Unreadable(NotReadReason.DAMAGED);
        default -> {
          // Comments and processing instructions say nothing to a reader.
        }
      }
      if (text.length() > TextOfFile.MAX_CHARS) {
        throw new Unreadable(NotReadReason.TOO_LARGE);
      }
    }
  }
}
