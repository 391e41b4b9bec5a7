package vn.ttdn.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.version.VersionModel;
import org.alfresco.repo.workflow.WorkflowModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.cmr.version.VersionHistory;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.cmr.version.VersionType;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.files.FileInspector;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.RecordToFreeze;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Dates;

/**
 * Documents as nodes. A dossier's folder carries the dossier's id as its node id, so that it is
 * found wherever people move it and whatever the search index knows. Everything here runs as
 * system: core has decided before.
 */
public final class AlfrescoDocuments implements DocumentStore {
  private final NodeService nodes;
  private final ContentService contents;
  private final VersionService versions;
  private final NodePermissions permissions;
  private final Folders folders;
  private final Supplier<AlfrescoWorkflow> workflow;
  private final boolean guarded;
  private final Checksums checksums = new Checksums();

  AlfrescoDocuments(
      NodeService nodes,
      ContentService contents,
      VersionService versions,
      NodePermissions permissions,
      Folders folders,
      Supplier<AlfrescoWorkflow> workflow,
      boolean guarded) {
    this.nodes = nodes;
    this.contents = contents;
    this.versions = versions;
    this.permissions = permissions;
    this.folders = folders;
    this.workflow = workflow;
    this.guarded = guarded;
  }

  @Override
  public void openDossier(Dossier dossier) {
    AuthenticationUtil.runAsSystem(
        () -> {
          NodeRef year = folders.child(folders.dossiers(), Integer.toString(dossier.planYear()));
          String name = Folders.safe(dossier.title()) + " (" + dossier.id().substring(0, 8) + ")";
          Map<QName, Serializable> properties = facts(dossier);
          properties.put(ContentModel.PROP_NODE_UUID, dossier.id());
          properties.put(ContentModel.PROP_NAME, name);
          OwnWrites.mark(folder(dossier.id()));
          NodeRef folder = create(year, name, TtdnModel.DOSSIER, properties);
          permissions.onDossier(folder, dossier);
          return folder;
        });
  }

  @Override
  public void dossierChanged(Dossier dossier) {
    AuthenticationUtil.runAsSystem(
        () -> {
          NodeRef folder = folder(dossier.id());
          OwnWrites.mark(folder);
          nodes.addProperties(folder, facts(dossier));
          permissions.onDossier(folder, dossier);
          return folder;
        });
  }

  private static Map<QName, Serializable> facts(Dossier dossier) {
    Map<QName, Serializable> facts = new HashMap<>();
    facts.put(TtdnModel.DOSSIER_ID, dossier.id());
    facts.put(TtdnModel.SUBJECT, dossier.title());
    facts.put(TtdnModel.PLAN_YEAR, dossier.planYear());
    facts.put(TtdnModel.DRAFTING_UNIT, dossier.unit());
    facts.put(TtdnModel.DRAFTER, dossier.drafter());
    facts.put(TtdnModel.STATE, dossier.state().name());
    facts.put(TtdnModel.ADDRESSEES, names(dossier.addressees()));
    facts.put(ContentModel.PROP_TITLE, dossier.title());
    return facts;
  }

  private static Serializable names(Collection<Addressee> addressees) {
    return new ArrayList<>(addressees.stream().map(Addressee::name).toList());
  }

  @Override
  public StoredDocument put(Dossier dossier, DocumentKind kind, IncomingFile file, Person by) {
    return AuthenticationUtil.runAsSystem(
        () -> {
          NodeRef folder = folder(dossier.id());
          NodeRef draft = draft(folder, kind);
          boolean first = draft == null;
          if (first) {
            draft = newDraft(folder, dossier, kind, file.name());
          }
          OwnWrites.mark(draft);
          if (!first && !file.name().equals(nodes.getProperty(draft, ContentModel.PROP_NAME))) {
            nodes.setProperty(draft, ContentModel.PROP_NAME, file.name());
          }
          write(draft, FileInspector.mimeType(file.name()), file.content());
          versions.createVersion(draft, Map.of(VersionModel.PROP_VERSION_TYPE, VersionType.MAJOR));
          if (first) {
            showInPackage(dossier, draft);
          }
          return document(draft);
        });
  }

  private NodeRef newDraft(NodeRef folder, Dossier dossier, DocumentKind kind, String name) {
    NodeRef id =
        new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, UUID.randomUUID().toString());
    OwnWrites.mark(id);
    Map<QName, Serializable> properties = new HashMap<>();
    properties.put(ContentModel.PROP_NODE_UUID, id.getId());
    properties.put(ContentModel.PROP_NAME, name);
    properties.put(TtdnModel.DOSSIER_ID, dossier.id());
    properties.put(TtdnModel.KIND, kind.name());
    NodeRef draft = create(folder, name, TtdnModel.DRAFT, properties);
    // Versions are made here, one a hand-in, and by Alfresco when somebody edits in place.
    nodes.addAspect(
        draft,
        ContentModel.ASPECT_VERSIONABLE,
        Map.of(
            ContentModel.PROP_INITIAL_VERSION, false,
            ContentModel.PROP_AUTO_VERSION, true,
            ContentModel.PROP_AUTO_VERSION_PROPS, false));
    return draft;
  }

  private void showInPackage(Dossier dossier, NodeRef draft) {
    dossier
        .processId()
        .ifPresent(
            process ->
                nodes.addChild(
                    workflow.get().packageOf(process),
                    draft,
                    WorkflowModel.ASSOC_PACKAGE_CONTAINS,
                    QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, draft.getId())));
  }

  @Override
  public List<StoredDocument> documents(String dossierId) {
    return AuthenticationUtil.runAsSystem(
        () -> {
          List<StoredDocument> found = new ArrayList<>();
          for (NodeRef draft : drafts(folder(dossierId))) {
            found.add(document(draft));
          }
          return found;
        });
  }

  @Override
  public List<StoredDocument> versions(String dossierId, String documentId) {
    return AuthenticationUtil.runAsSystem(
        () -> {
          List<StoredDocument> found = new ArrayList<>();
          NodeRef draft = owned(dossierId, documentId);
          VersionHistory history = versions.getVersionHistory(draft);
          if (history != null) {
            for (Version version : history.getAllVersions()) {
              found.add(document(draft, version));
            }
          }
          return found;
        });
  }

  @Override
  public InputStream open(String dossierId, String documentId, String version) {
    return AuthenticationUtil.runAsSystem(
        () -> {
          VersionHistory history = versions.getVersionHistory(owned(dossierId, documentId));
          for (Version found : history.getAllVersions()) {
            if (found.getVersionLabel().equals(version)) {
              return reader(found.getFrozenStateNodeRef()).getContentInputStream();
            }
          }
          throw Refusal.of(Kind.NOT_FOUND, "document-unknown");
        });
  }

  @Override
  public String freeze(RecordToFreeze toFreeze) {
    if (!guarded) {
      throw Refusal.of(Kind.UNAVAILABLE, "records-unguarded");
    }
    return AuthenticationUtil.runAsSystem(() -> frozen(toFreeze));
  }

  private String frozen(RecordToFreeze toFreeze) {
    RegisterEntry entry = toFreeze.entry();
    ContentReader draft = reader(node(toFreeze.document().id()));
    if (!Checksums.read(draft).equals(toFreeze.document().sha256())) {
      throw Refusal.of(Kind.CONFLICT, "content-damaged", toFreeze.document().name());
    }
    NodeRef id = node(UUID.randomUUID().toString());
    OwnWrites.mark(id);
    NodeRef year = folders.child(folders.records(), Integer.toString(entry.key().year()));
    String name =
        Folders.safe(entry.symbol() + " " + entry.subject())
            + "."
            + extension(toFreeze.document().name());
    Map<QName, Serializable> properties = new HashMap<>();
    properties.put(ContentModel.PROP_NODE_UUID, id.getId());
    properties.put(ContentModel.PROP_NAME, name);
    properties.put(ContentModel.PROP_TITLE, entry.symbol() + " " + entry.subject());
    properties.put(ContentModel.PROP_OWNER, AuthenticationUtil.getSystemUserName());
    properties.put(TtdnModel.DOSSIER_ID, entry.dossierId());
    properties.put(TtdnModel.KIND, entry.kind().name());
    properties.put(TtdnModel.SUBJECT, entry.subject());
    properties.put(TtdnModel.NUMBER, entry.number());
    properties.put(TtdnModel.SYMBOL, entry.symbol());
    properties.put(
        TtdnModel.ISSUED_ON, Date.from(entry.issuedOn().atStartOfDay(Dates.ZONE).toInstant()));
    properties.put(TtdnModel.ISSUED_BY, entry.issuedBy());
    properties.put(TtdnModel.SIGNER_NAME, entry.signerName());
    properties.put(TtdnModel.SIGNER_POSITION, entry.signerPosition());
    properties.put(TtdnModel.DRAFTING_UNIT, entry.draftingUnit());
    properties.put(TtdnModel.ADDRESSEES, names(entry.addressees()));
    properties.put(TtdnModel.SHA256, toFreeze.document().sha256());
    NodeRef record = create(year, name, TtdnModel.RECORD, properties);
    // A copy of the bytes: the record shares nothing with the draft that could be taken away.
    // A reader opens its content once only.
    write(record, toFreeze.document().mimeType(), () -> draft.getReader().getContentInputStream());
    if (!Checksums.read(reader(record)).equals(toFreeze.document().sha256())) {
      throw Refusal.of(Kind.CONFLICT, "content-damaged", toFreeze.document().name());
    }
    permissions.onRecord(record, toFreeze.dossier());
    return record.getId();
  }

  @Override
  public InputStream openRecord(String recordId) {
    return AuthenticationUtil.runAsSystem(
        () -> {
          NodeRef record = node(recordId);
          if (!nodes.exists(record) || !nodes.getType(record).equals(TtdnModel.RECORD)) {
            throw Refusal.of(Kind.NOT_FOUND, "record-unknown");
          }
          if (!Checksums.read(reader(record)).equals(nodes.getProperty(record, TtdnModel.SHA256))) {
            throw Refusal.of(Kind.CONFLICT, "content-damaged", recordId);
          }
          return reader(record).getContentInputStream();
        });
  }

  private NodeRef owned(String dossierId, String documentId) {
    return drafts(folder(dossierId)).stream()
        .filter(d -> d.getId().equals(documentId))
        .findFirst()
        .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "document-unknown"));
  }

  private List<NodeRef> drafts(NodeRef folder) {
    List<NodeRef> drafts = new ArrayList<>();
    for (ChildAssociationRef child :
        nodes.getChildAssocs(folder, java.util.Set.of(TtdnModel.DRAFT))) {
      drafts.add(child.getChildRef());
    }
    return drafts;
  }

  private NodeRef draft(NodeRef folder, DocumentKind kind) {
    return drafts(folder).stream()
        .filter(d -> kind.name().equals(nodes.getProperty(d, TtdnModel.KIND)))
        .findFirst()
        .orElse(null);
  }

  private StoredDocument document(NodeRef draft) {
    Version current = versions.getCurrentVersion(draft);
    return document(draft, draft, current == null ? "0" : current.getVersionLabel());
  }

  private StoredDocument document(NodeRef draft, Version version) {
    return document(draft, version.getFrozenStateNodeRef(), version.getVersionLabel());
  }

  private StoredDocument document(NodeRef draft, NodeRef state, String label) {
    ContentReader reader = reader(state);
    Map<QName, Serializable> properties = nodes.getProperties(state);
    return new StoredDocument(
        draft.getId(),
        DocumentKind.valueOf((String) properties.get(TtdnModel.KIND)),
        (String) properties.get(ContentModel.PROP_NAME),
        reader.getMimetype(),
        reader.getSize(),
        checksums.of(reader),
        label,
        (String) properties.get(ContentModel.PROP_MODIFIER),
        ((Date) properties.get(ContentModel.PROP_MODIFIED)).toInstant());
  }

  private NodeRef create(
      NodeRef parent, String name, QName type, Map<QName, Serializable> properties) {
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

  private void write(NodeRef node, String mimeType, IncomingFile.Content content) {
    ContentWriter writer = contents.getWriter(node, ContentModel.PROP_CONTENT, true);
    writer.setMimetype(mimeType);
    writer.setEncoding("UTF-8");
    try (InputStream in = content.open()) {
      writer.putContent(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ContentReader reader(NodeRef node) {
    return contents.getReader(node, ContentModel.PROP_CONTENT);
  }

  private static NodeRef folder(String dossierId) {
    return node(dossierId);
  }

  private static NodeRef node(String id) {
    return new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id);
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
