package vn.ttdn.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.workflows.ProcessFiles;

/**
 * The baseline: our own process files with everything of ours taken out, so that it stays the same
 * flow whatever becomes of the files. Left are the user tasks, gateways and sequence flows;
 * gateways read the process variable {@link #OUTCOME}, the drafter's tasks are assigned to {@link
 * #DRAFTER}, the others have a candidate group as ours have, and a plan begins at its first round.
 */
final class BareProcess {
  static final String OUTCOME = "outcome";
  static final String DRAFTER = "drafter";

  private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String ACTIVITI = "http://activiti.org/bpmn";
  private static final String BEANS = "execution.engineServices.beans.";
  private static final Pattern CANDIDATES =
      Pattern.compile(
          "\\$\\{"
              + Pattern.quote(BEANS)
              + "ttdn(?:Answer)?Routing\\.candidates\\(execution,'([A-Z_]+)'\\)}");
  private static final Pattern OUR_DRAFTER =
      Pattern.compile(
          "\\$\\{" + Pattern.quote(BEANS) + "ttdn(?:Answer)?Routing\\.drafter\\(execution\\)}");
  private static final Pattern OUR_OUTCOME =
      Pattern.compile(Pattern.quote(BEANS) + "ttdn(?:Answer)?Flow\\.outcome\\(execution\\)");
  private static final String OUR_ENTRY = BEANS + "ttdnFlow.entry(execution)";

  private BareProcess() {}

  static String key(Procedure procedure) {
    return "bare-" + procedure.file();
  }

  static String resource(Procedure procedure) {
    return key(procedure) + ".bpmn20.xml";
  }

  /**
   * A procedure's file, stripped.
   *
   * @throws IllegalStateException if anything of ours is left in it: then this class has to learn
   *     what the file has learnt
   */
  static String xml(Procedure procedure) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Document document =
          factory
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(ProcessFiles.bytes(procedure)));
      strip(document, key(procedure));
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

  private static void strip(Document document, String key) {
    for (String name : List.of("extensionElements", "collaboration", "laneSet", "documentation")) {
      remove(document, MODEL, name);
    }
    remove(document, DI, "BPMNDiagram");
    element(document, "process").setAttribute("id", key);
    for (Element element : elements(document, MODEL, "*")) {
      element.removeAttributeNS(ACTIVITI, "formKey");
      rewrite(element, "assignee", OUR_DRAFTER, "\\${" + DRAFTER + "}");
      rewrite(element, "candidateGroups", CANDIDATES, "$1");
    }
    for (Element condition : elements(document, MODEL, "conditionExpression")) {
      String bare = OUR_OUTCOME.matcher(condition.getTextContent()).replaceAll(OUTCOME);
      condition.setTextContent(bare.replace(OUR_ENTRY, "1"));
    }
  }

  private static void rewrite(Element element, String attribute, Pattern from, String to) {
    Matcher ours = from.matcher(element.getAttributeNS(ACTIVITI, attribute));
    if (ours.matches()) {
      element.getAttributeNodeNS(ACTIVITI, attribute).setValue(ours.replaceAll(to));
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
