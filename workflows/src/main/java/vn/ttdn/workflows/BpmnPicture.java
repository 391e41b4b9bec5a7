package vn.ttdn.workflows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.port.ProcessPicture;

/**
 * Reads the drawing out of the BPMN file's diagram part (BPMN 2.0 DI); read once, it never changes.
 * The pool and its lanes are shapes among the others, first in drawing order.
 */
public final class BpmnPicture implements ProcessPicture {
  private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
  private static final String DDI = "http://www.omg.org/spec/DD/20100524/DI";

  private final Map<Procedure, Picture> pictures = new EnumMap<>(Procedure.class);

  /** Reads every procedure's file. */
  public BpmnPicture() {
    for (Procedure procedure : Procedure.values()) {
      pictures.put(procedure, read(ProcessFiles.bytes(procedure)));
    }
  }

  @Override
  public Picture of(Procedure procedure) {
    return pictures.get(procedure);
  }

  /**
   * Reads a BPMN file.
   *
   * @throws IllegalStateException if it is not well-formed, carries a document type, or draws an
   *     element that it does not have
   */
  static Picture read(byte[] file) {
    Document document = parse(file);
    Map<String, Element> elements = new HashMap<>();
    NodeList all = document.getElementsByTagNameNS(MODEL, "*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.hasAttribute("id")) {
        elements.put(element.getAttribute("id"), element);
      }
    }
    List<Shape> shapes = shapes(document, elements);
    int width = shapes.stream().mapToInt(s -> s.x() + s.width()).max().orElse(0);
    int height = shapes.stream().mapToInt(s -> s.y() + s.height()).max().orElse(0);
    return new Picture(width, height, shapes, arrows(document, elements));
  }

  private static List<Shape> shapes(Document document, Map<String, Element> elements) {
    List<Shape> shapes = new ArrayList<>();
    NodeList nodes = document.getElementsByTagNameNS(DI, "BPMNShape");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element node = (Element) nodes.item(i);
      Element of = drawn(elements, node);
      Element bounds = (Element) node.getElementsByTagNameNS(DC, "Bounds").item(0);
      shapes.add(
          new Shape(
              of.getAttribute("id"),
              of.getLocalName(),
              of.getAttribute("name"),
              number(bounds, "x"),
              number(bounds, "y"),
              number(bounds, "width"),
              number(bounds, "height")));
    }
    return List.copyOf(shapes);
  }

  private static List<Arrow> arrows(Document document, Map<String, Element> elements) {
    List<Arrow> arrows = new ArrayList<>();
    NodeList nodes = document.getElementsByTagNameNS(DI, "BPMNEdge");
    for (int i = 0; i < nodes.getLength(); i++) {
      Element node = (Element) nodes.item(i);
      Element flow = drawn(elements, node);
      NodeList corners = node.getElementsByTagNameNS(DDI, "waypoint");
      List<Point> points = new ArrayList<>();
      for (int c = 0; c < corners.getLength(); c++) {
        Element corner = (Element) corners.item(c);
        points.add(new Point(number(corner, "x"), number(corner, "y")));
      }
      arrows.add(
          new Arrow(
              flow.getAttribute("id"),
              flow.getAttribute("sourceRef"),
              flow.getAttribute("targetRef"),
              flow.getAttribute("name"),
              List.copyOf(points)));
    }
    return List.copyOf(arrows);
  }

  private static Element drawn(Map<String, Element> elements, Element node) {
    String id = node.getAttribute("bpmnElement");
    Element element = elements.get(id);
    if (element == null) {
      throw new IllegalStateException("the process file draws what it does not have: " + id);
    }
    return element;
  }

  private static int number(Element element, String attribute) {
    return (int) Math.round(Double.parseDouble(element.getAttribute(attribute)));
  }

  private static Document parse(byte[] file) {
    try {
      // The JDK's own parser: a host's class path may hold another, without these switches.
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("the process file does not parse", e);
    }
  }
}
