package vn.ttdn.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import vn.ttdn.workflows.PlanProcess;

/**
 * The baseline: our own process file with everything of ours taken out, so that it stays the same
 * flow whatever becomes of the file. Left are the user tasks, gateways and sequence flows; gateways
 * read the process variable {@link #OUTCOME}, the drafting task is assigned to {@link #DRAFTER},
 * review tasks have a candidate group as ours have.
 */
final class BareProcess {
  static final String KEY = "barePlanApproval";
  static final String RESOURCE = KEY + ".bpmn20.xml";
  static final String OUTCOME = "outcome";
  static final String DRAFTER = "drafter";

  private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String ACTIVITI = "http://activiti.org/bpmn";
  private static final String BEANS = "execution.engineServices.beans.";
  private static final Pattern CANDIDATES =
      Pattern.compile(
          "\\$\\{" + Pattern.quote(BEANS) + "ttdnRouting\\.candidates\\(execution,'([A-Z_]+)'\\)}");
  private static final String OUR_DRAFTER = "${" + BEANS + "ttdnRouting.drafter(execution)}";
  private static final String OUR_OUTCOME = BEANS + "ttdnFlow.outcome(execution)";

  private BareProcess() {}

  /**
   * The stripped file.
   *
   * @throws IllegalStateException if anything of ours is left in it: then this class has to learn
   *     what the file has learnt
   */
  static String xml() {
    try (InputStream in = PlanProcess.open()) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Document document = factory.newDocumentBuilder().parse(in);
      strip(document);
      StringWriter text = new StringWriter();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(text));
      requireBare(text.toString());
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException | TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void strip(Document document) {
    for (String name : List.of("extensionElements", "collaboration", "laneSet", "documentation")) {
      remove(document, MODEL, name);
    }
    remove(document, DI, "BPMNDiagram");
    element(document, "process").setAttribute("id", KEY);
    for (Element element : elements(document, MODEL, "*")) {
      element.removeAttributeNS(ACTIVITI, "formKey");
      rewrite(element, "assignee", OUR_DRAFTER, "${" + DRAFTER + "}");
      String candidates = element.getAttributeNS(ACTIVITI, "candidateGroups");
      Matcher ours = CANDIDATES.matcher(candidates);
      if (ours.matches()) {
        rewrite(element, "candidateGroups", candidates, ours.group(1));
      }
    }
    for (Element condition : elements(document, MODEL, "conditionExpression")) {
      condition.setTextContent(condition.getTextContent().replace(OUR_OUTCOME, OUTCOME));
    }
  }

  private static void rewrite(Element element, String attribute, String from, String to) {
    if (element.getAttributeNS(ACTIVITI, attribute).equals(from)) {
      element.getAttributeNodeNS(ACTIVITI, attribute).setValue(to);
    }
  }

  private static void requireBare(String xml) {
    // Comments and the namespaces' addresses may stay; beans, forms and listeners may not.
    String rest =
        xml.replaceAll("(?s)<!--.*?-->", "").replaceAll("(id|targetNamespace)=\"[^\"]*\"", "");
    if (rest.contains("ttdn") || rest.contains("istener") || rest.contains("delegateExpression")) {
      throw new IllegalStateException("not bare yet: " + xml);
    }
  }

  private static Element element(Document document, String name) {
    return elements(document, MODEL, name).get(0);
  }

  private static List<Element> elements(Document document, String namespace, String name) {
    // A copy: the list that DOM returns follows what is removed.
    NodeList live = document.getElementsByTagNameNS(namespace, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < live.getLength(); i++) {
      elements.add((Element) live.item(i));
    }
    return elements;
  }

  private static void remove(Document document, String namespace, String name) {
    for (Element element : elements(document, namespace, name)) {
      Node parent = element.getParentNode();
      parent.removeChild(element);
    }
  }
}
