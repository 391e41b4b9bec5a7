package vn.ttdn.platform;

import java.io.InputStream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import vn.ttdn.core.files.IncomingFile;

/** Documents of the library as files that somebody hands in, read with his own rights. */
final class LibraryFiles {
  private final NodeService nodes;
  private final ContentService contents;

  LibraryFiles(NodeService nodes, ContentService contents) {
    this.nodes = nodes;
    this.contents = contents;
  }

  /** What a document is about where nobody says so: its title, or its file name. */
  String subject(NodeRef document) {
    String title = (String) nodes.getProperty(document, ContentModel.PROP_TITLE);
    String name = (String) nodes.getProperty(document, ContentModel.PROP_NAME);
    return title == null || title.isBlank() ? name.replaceFirst("\\.[^.]*$", "") : title;
  }

  IncomingFile file(NodeRef document) {
    String name = (String) nodes.getProperty(document, ContentModel.PROP_NAME);
    ContentReader reader = contents.getReader(document, ContentModel.PROP_CONTENT);
    // A reader opens its content once only.
    return new IncomingFile(
        name,
        reader == null ? 0 : reader.getSize(),
        () ->
            reader == null
                ? InputStream.nullInputStream()
                : reader.getReader().getContentInputStream());
  }
}
