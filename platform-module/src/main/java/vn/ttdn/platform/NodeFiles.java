package vn.ttdn.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.text.Dates;

/** Nodes with content, as drafts and records are. */
final class NodeFiles {
  private final NodeService nodes;
  private final ContentService contents;

  NodeFiles(NodeService nodes, ContentService contents) {
    this.nodes = nodes;
    this.contents = contents;
  }

  /** The node with that id in the store of documents, whether it is there or not. */
  static NodeRef node(String id) {
    return new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id);
  }

  /** A day as a property has it: its beginning in Hà Nội. */
  static Date day(LocalDate day) {
    return Date.from(day.atStartOfDay(Dates.ZONE).toInstant());
  }

  /** Addressees as a property has them. */
  static Serializable names(Collection<Addressee> addressees) {
    return new ArrayList<>(addressees.stream().map(Addressee::name).toList());
  }

  NodeRef create(NodeRef parent, String name, QName type, Map<QName, Serializable> properties) {
    return nodes
        .createNode(
            parent,
            ContentModel.ASSOC_CONTAINS,
            QName.createQName(
                NamespaceService.CONTENT_MODEL_1_0_URI, QName.createValidLocalName(name)),
            type,
            properties)
        .getChildRef();
  }

  void write(NodeRef node, String mimeType, IncomingFile.Content content) {
    ContentWriter writer = contents.getWriter(node, ContentModel.PROP_CONTENT, true);
    writer.setMimetype(mimeType);
    writer.setEncoding("UTF-8");
    try (InputStream in = content.open()) {
      writer.putContent(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a node's content; null if it never had one. A reader opens its content once only. */
  ContentReader reader(NodeRef node) {
    return contents.getReader(node, ContentModel.PROP_CONTENT);
  }
}
