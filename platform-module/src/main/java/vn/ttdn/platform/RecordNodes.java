package vn.ttdn.platform;

import java.io.InputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import vn.ttdn.core.Refusal;
import vn.ttdn.core.Refusal.Kind;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.port.Ledger;
import vn.ttdn.core.port.RecordToFreeze;
import vn.ttdn.core.register.IssuedRecord;
import vn.ttdn.core.register.RecordFacts;
import vn.ttdn.core.register.RegisterEntry;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Messages;

/** Records as nodes of their own, owned by the system. Everything here runs as system. */
final class RecordNodes {
  private final NodeService nodes;
  private final NodeFiles files;
  private final Folders folders;
  private final NodePermissions permissions;
  private final Ledger ledger;

  RecordNodes(
      NodeService nodes,
      NodeFiles files,
      Folders folders,
      NodePermissions permissions,
      Ledger ledger) {
    this.nodes = nodes;
    this.files = files;
    this.folders = folders;
    this.permissions = permissions;
    this.ledger = ledger;
  }

  /** Copies a draft's newest content into a record; both are read and compared. */
  String freeze(RecordToFreeze toFreeze) {
    RecordFacts facts = toFreeze.facts();
    String sha256 = toFreeze.document().sha256();
    ContentReader draft = files.reader(NodeFiles.node(toFreeze.document().id()));
    requireIntact(draft, sha256, toFreeze.document().name());
    NodeRef id = NodeFiles.node(UUID.randomUUID().toString());
    OwnWrites.mark(id);
    NodeRef year = folders.child(folders.records(), Integer.toString(facts.issuedOn().getYear()));
    String name =
        Folders.safe(title(facts, id.getId())) + "." + extension(toFreeze.document().name());
    Map<QName, Serializable> properties = properties(facts);
    properties.put(ContentModel.PROP_NODE_UUID, id.getId());
    properties.put(ContentModel.PROP_NAME, name);
    properties.put(ContentModel.PROP_OWNER, AuthenticationUtil.getSystemUserName());
    properties.put(TtdnModel.DOSSIER_ID, toFreeze.dossier().id());
    properties.put(TtdnModel.SHA256, sha256);
    NodeRef record = files.create(year, name, TtdnModel.RECORD, properties);
    // A copy of the bytes: the record shares nothing with the draft that could be taken away.
    files.write(
        record, toFreeze.document().mimeType(), () -> draft.getReader().getContentInputStream());
    requireIntact(files.reader(record), sha256, toFreeze.document().name());
    permissions.onRecord(record, toFreeze.dossier(), facts.addressees());
    return record.getId();
  }

  private static Map<QName, Serializable> properties(RecordFacts facts) {
    Map<QName, Serializable> properties = new HashMap<>();
    properties.put(ContentModel.PROP_TITLE, (facts.symbol() + " " + facts.subject()).strip());
    properties.put(TtdnModel.KIND, facts.kind().name());
    properties.put(TtdnModel.SUBJECT, facts.subject());
    properties.put(TtdnModel.NUMBER, facts.number());
    properties.put(TtdnModel.SYMBOL, facts.symbol());
    properties.put(TtdnModel.ISSUED_ON, NodeFiles.day(facts.issuedOn()));
    properties.put(TtdnModel.ISSUED_BY, facts.issuedBy());
    properties.put(TtdnModel.DRAFTING_UNIT, facts.draftingUnit());
    properties.put(TtdnModel.ADDRESSEES, NodeFiles.names(facts.addressees()));
    if (!facts.signerName().isEmpty()) {
      properties.put(TtdnModel.SIGNER_NAME, facts.signerName());
      properties.put(TtdnModel.SIGNER_POSITION, facts.signerPosition());
    }
    facts.enclosureOf().ifPresent(main -> properties.put(TtdnModel.ENCLOSURE_OF, main));
    return properties;
  }

  /** What a folder tells records apart by: a number of ours is unique, a sender's is not. */
  private static String title(RecordFacts facts, String id) {
    String kind = facts.kind().label(Messages.VIETNAMESE);
    if (facts.kind() == DocumentKind.UNIT_ANSWER) {
      return kind + " " + facts.symbol() + " " + facts.subject() + " (" + id.substring(0, 8) + ")";
    }
    return facts.symbol()
        + " "
        + (facts.enclosureOf().isPresent() ? kind + " " : "")
        + facts.subject();
  }

  InputStream open(String recordId) {
    NodeRef record = NodeFiles.node(recordId);
    if (!nodes.exists(record) || !nodes.getType(record).equals(TtdnModel.RECORD)) {
      throw Refusal.of(Kind.NOT_FOUND, "record-unknown");
    }
    requireIntact(
        files.reader(record), (String) nodes.getProperty(record, TtdnModel.SHA256), recordId);
    return files.reader(record).getContentInputStream();
  }

  private static void requireIntact(ContentReader content, String sha256, String name) {
    if (!Checksums.read(content).equals(sha256)) {
      throw Refusal.of(Kind.CONFLICT, "content-damaged", name);
    }
  }

  /** Who reads a dossier has changed: so has who reads its records. */
  void readersChanged(Dossier dossier) {
    for (IssuedRecord record : ledger.records(dossier.id())) {
      NodeRef node = NodeFiles.node(record.recordId());
      List<Addressee> addressees =
          ledger
              .registerEntryOf(record.enclosureOf().orElse(record.recordId()))
              .map(RegisterEntry::addressees)
              .orElse(List.of());
      OwnWrites.mark(node);
      permissions.onRecord(node, dossier, addressees);
    }
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
