package vn.ttdn.platform;

import org.alfresco.model.ContentModel;
import org.alfresco.repo.model.Repository;
import org.alfresco.service.cmr.model.FileFolderService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;

/** Where dossiers and records live: {@code Company Home/TTĐN/…}. Runs as system. */
public final class Folders {
  static final String ROOT = "TTĐN";
  static final String DOSSIERS = "Hồ sơ kế hoạch";
  static final String RECORDS = "Văn bản đã phát hành";

  private final Repository repository;
  private final NodeService nodes;
  private final FileFolderService files;

  public Folders(Repository repository, NodeService nodes, FileFolderService files) {
    this.repository = repository;
    this.nodes = nodes;
    this.files = files;
  }

  NodeRef root() {
    return child(repository.getCompanyHome(), ROOT);
  }

  NodeRef dossiers() {
    return child(root(), DOSSIERS);
  }

  NodeRef records() {
    return child(root(), RECORDS);
  }

  /** The folder of that name, made if it is not there. */
  NodeRef child(NodeRef parent, String name) {
    NodeRef found = nodes.getChildByName(parent, ContentModel.ASSOC_CONTAINS, name);
    return found != null
        ? found
        : files.create(parent, name, ContentModel.TYPE_FOLDER).getNodeRef();
  }

  /** A name that Alfresco takes, at most 150 characters of it. */
  static String safe(String name) {
    String clean = name.replaceAll("[\"*\\\\><?/:|\\p{Cntrl}]", "-").strip();
    String shortened = clean.length() > 150 ? clean.substring(0, 150).strip() : clean;
    return shortened.replaceAll("\\.+$", "");
  }
}
