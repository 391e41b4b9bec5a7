package vn.ttdn.platform;

import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.version.VersionModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.cmr.version.VersionHistory;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.cmr.version.VersionType;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.answers.Answer;
import vn.ttdn.core.files.FileInspector;
import vn.ttdn.core.files.IncomingFile;
import vn.ttdn.core.org.Person;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.plan.LetterCase;
import vn.ttdn.core.port.DocumentStore;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.RecordToFreeze;
import vn.ttdn.core.port.StoredDocument;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/**
 * Documents as nodes. A dossier's folder carries the dossier's id as its node id, so that it is
 * found wherever people move it and whatever the search index knows. Everything here runs as
 * system: core has decided before.
 */
public final class AlfrescoDocuments implements DocumentStore {
  private final NodeService nodes;
  private final VersionService versions;
  private final NodeFiles files;
  private final NodePermissions permissions;
  private final Folders folders;
  private final RecordNodes records;
  private final Packages packages;
  private final Ledger ledger;
  private final boolean guarded;
  private final Checksums checksums = new Checksums();

  AlfrescoDocuments(
      NodeService nodes,
      VersionService versions,
      NodeFiles files,
      NodePermissions permissions,
      Folders folders,
      RecordNodes records,
      Packages packages,
      Ledger ledger,
      boolean guarded) {
    this.nodes = nodes;
    this.versions = versions;
    this.files = files;
    this.permissions = permissions;
    this.folders = folders;
    this.records = records;
    this.packages = packages;
    this.ledger = ledger;
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
          OwnWrites.mark(NodeFiles.node(dossier.id()));
          NodeRef folder = files.create(year, name, TtdnModel.DOSSIER, properties);
          permissions.onDossier(folder, dossier);
          return folder;
        });
  }

  @Override
  public void dossierChanged(Dossier dossier) {
    AuthenticationUtil.runAsSystem(
        () -> {
          NodeRef folder = NodeFiles.node(dossier.id());
          OwnWrites.mark(folder);
          nodes.addProperties(folder, facts(dossier));
          if (permissions.onDossier(folder, dossier)) {
            records.readersChanged(dossier);
          }
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
    facts.put(TtdnModel.ROUND, dossier.round());
    facts.put(TtdnModel.PROCEDURE, dossier.procedure().name());
    facts.put(TtdnModel.URGENCY, dossier.handling().urgency().name());
    facts.put(TtdnModel.STEP_DUE_ON, dossier.stepDueOn().map(NodeFiles::day).orElse(null));
    facts.put(TtdnModel.DUE_ON, dossier.handling().dueOn().map(NodeFiles::day).orElse(null));
    facts.put(TtdnModel.PLAN_DOSSIER, dossier.letter().map(LetterCase::planId).orElse(null));
    facts.put(TtdnModel.ADDRESSEES, NodeFiles.names(dossier.addressees()));
    facts.put(ContentModel.PROP_TITLE, dossier.title());
    return facts;
  }

  @Override
  public StoredDocument put(Dossier dossier, DocumentSlot slot, IncomingFile file, Person by) {
    return AuthenticationUtil.runAsSystem(
        () -> {
          NodeRef folder = NodeFiles.node(dossier.id());
          Optional<Draft> before =
              drafts(folder).stream().filter(d -> d.slot().equals(slot)).findFirst();
          NodeRef draft =
              before.map(Draft::node).orElseGet(() -> newDraft(folder, dossier, slot, file.name()));
          OwnWrites.mark(draft);
          if (!file.name().equals(nodes.getProperty(draft, ContentModel.PROP_NAME))) {
            nodes.setProperty(draft, ContentModel.PROP_NAME, freeName(folder, draft, file.name()));
          }
          files.write(draft, FileInspector.mimeType(file.name()), file.content());
          versions.createVersion(draft, Map.of(VersionModel.PROP_VERSION_TYPE, VersionType.MAJOR));
          if (before.isEmpty()) {
            process(dossier, slot).ifPresent(process -> packages.show(process, draft));
          }
          return document(new Draft(draft, slot)).orElseThrow();
        });
  }

  private NodeRef newDraft(NodeRef folder, Dossier dossier, DocumentSlot slot, String fileName) {
    NodeRef id = NodeFiles.node(UUID.randomUUID().toString());
    OwnWrites.mark(id);
    String name = freeName(folder, id, fileName);
    Map<QName, Serializable> properties = new HashMap<>();
    properties.put(ContentModel.PROP_NODE_UUID, id.getId());
    properties.put(ContentModel.PROP_NAME, name);
    properties.put(TtdnModel.DOSSIER_ID, dossier.id());
    properties.put(TtdnModel.KIND, slot.kind().name());
    properties.put(TtdnModel.PLACE, slot.key());
    NodeRef draft = files.create(folder, name, TtdnModel.DRAFT, properties);
    // Versions are made here, one a hand-in, and by Alfresco when somebody edits in place.
    nodes.addAspect(
        draft,
        ContentModel.ASPECT_VERSIONABLE,
        Map.of(
            ContentModel.PROP_INITIAL_VERSION, false,
            ContentModel.PROP_AUTO_VERSION, true,
            ContentModel.PROP_AUTO_VERSION_PROPS, false));
    answer(slot)
        .flatMap(a -> a.asked().unit())
        .ifPresent(unit -> permissions.onAnswer(draft, unit));
    return draft;
  }

  /** Two places of a dossier may hold files of the same name; a folder may not. */
  private String freeName(NodeRef folder, NodeRef draft, String name) {
    NodeRef holder = nodes.getChildByName(folder, ContentModel.ASSOC_CONTAINS, name);
    if (holder == null || holder.equals(draft)) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot)
        + " ("
        + draft.getId().substring(0, 8)
        + ")"
        + name.substring(dot);
  }

  /** The process whose tasks show a document: an answer is its unit's affair. */
  private Optional<String> process(Dossier dossier, DocumentSlot slot) {
    return slot.kind() == DocumentKind.UNIT_ANSWER
        ? answer(slot).flatMap(Answer::processId)
        : dossier.processId();
  }

  private Optional<Answer> answer(DocumentSlot slot) {
    return slot.kind() == DocumentKind.UNIT_ANSWER ? ledger.answer(slot.key()) : Optional.empty();
  }

  @Override
  public List<StoredDocument> documents(String dossierId) {
    return AuthenticationUtil.runAsSystem(
        () ->
            drafts(NodeFiles.node(dossierId)).stream()
                .flatMap(draft -> document(draft).stream())
                .toList());
  }

  @Override
  public List<StoredDocument> versions(String dossierId, String documentId) {
    return AuthenticationUtil.runAsSystem(
        () -> {
          List<StoredDocument> found = new ArrayList<>();
          Draft draft = owned(dossierId, documentId);
          for (Version version : history(draft)) {
            document(draft, version.getFrozenStateNodeRef(), version).ifPresent(found::add);
          }
          return found;
        });
  }

  @Override
  public InputStream open(String dossierId, String documentId, String version) {
    return AuthenticationUtil.runAsSystem(
        () -> {
          for (Version found : history(owned(dossierId, documentId))) {
            if (found.getVersionLabel().equals(version)) {
              return files.reader(found.getFrozenStateNodeRef()).getContentInputStream();
            }
          }
          throw Refusal.of(Kind.NOT_FOUND, "document-unknown");
        });
  }

  private List<Version> history(Draft draft) {
    VersionHistory history = versions.getVersionHistory(draft.node());
    return history == null ? List.of() : List.copyOf(history.getAllVersions());
  }

  @Override
  public String freeze(RecordToFreeze toFreeze) {
    if (!guarded) {
      throw Refusal.of(Kind.UNAVAILABLE, "records-unguarded");
    }
    return AuthenticationUtil.runAsSystem(() -> records.freeze(toFreeze));
  }

  @Override
  public InputStream openRecord(String recordId) {
    return AuthenticationUtil.runAsSystem(() -> records.open(recordId));
  }

  private Draft owned(String dossierId, String documentId) {
    return drafts(NodeFiles.node(dossierId)).stream()
        .filter(d -> d.node().getId().equals(documentId))
        .findFirst()
        .orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "document-unknown"));
  }

  /** A draft's node and the place that it fills. */
  private record Draft(NodeRef node, DocumentSlot slot) {}

  /** A dossier's drafts; what says of no place that it fills it is none. */
  private List<Draft> drafts(NodeRef folder) {
    List<Draft> drafts = new ArrayList<>();
    for (ChildAssociationRef child :
        nodes.getChildAssocs(folder, java.util.Set.of(TtdnModel.DRAFT))) {
      Map<QName, Serializable> properties = nodes.getProperties(child.getChildRef());
      DraftSlot.of(properties).ifPresent(slot -> drafts.add(new Draft(child.getChildRef(), slot)));
    }
    return drafts;
  }

  private Optional<StoredDocument> document(Draft draft) {
    Version current = versions.getCurrentVersion(draft.node());
    return current == null ? Optional.empty() : document(draft, draft.node(), current);
  }

  /**
   * A version of a draft; empty if it has no content, as only what is half made has none. Who made
   * it when is the version's: what Alfresco hangs on the node later changes neither.
   */
  private Optional<StoredDocument> document(Draft draft, NodeRef state, Version version) {
    ContentReader reader = files.reader(state);
    if (reader == null) {
      return Optional.empty();
    }
    return Optional.of(
        new StoredDocument(
            draft.node().getId(),
            draft.slot(),
            (String) nodes.getProperty(state, ContentModel.PROP_NAME),
            reader.getMimetype(),
            reader.getSize(),
            checksums.of(reader),
            version.getVersionLabel(),
            version.getFrozenModifier(),
            version.getFrozenModifiedDate().toInstant()));
  }
}
