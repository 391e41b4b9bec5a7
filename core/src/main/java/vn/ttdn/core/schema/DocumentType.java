package vn.ttdn.core.schema;

import static vn.ttdn.core.schema.Property.closed;
import static vn.ttdn.core.schema.Property.list;
import static vn.ttdn.core.schema.Property.optional;
import static vn.ttdn.core.schema.Property.required;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.Procedure;
import vn.ttdn.core.plan.Urgency;
import vn.ttdn.core.text.Messages;

/**
 * The types of things that people meet in the document library, each with its properties: the one
 * schema of the house. A node's properties are copies of the ledger's facts, for display, rules and
 * search.
 */
public enum DocumentType {
  /** The folder of a plan dossier. */
  DOSSIER(
      "dossier",
      required("dossierId", Property.Type.TEXT),
      required("subject", Property.Type.TEXT),
      required("planYear", Property.Type.INTEGER),
      required("draftingUnit", Property.Type.TEXT),
      required("drafter", Property.Type.TEXT),
      closed("state", true, Arrays.stream(DossierState.values()).map(Enum::name).toList()),
      required("round", Property.Type.INTEGER),
      closed("procedure", true, List.of(Procedure.PLAN.name(), Procedure.LETTER.name())),
      closed("urgency", true, Arrays.stream(Urgency.values()).map(Enum::name).toList()),
      optional("stepDueOn", Property.Type.DATE),
      optional("dueOn", Property.Type.DATE),
      optional("planDossier", Property.Type.TEXT),
      list("addressees", Property.Type.TEXT)),
  /** A draft in a dossier, with versions. */
  DRAFT(
      "draft",
      required("dossierId", Property.Type.TEXT),
      closed("kind", true, Arrays.stream(DocumentKind.values()).map(Enum::name).toList()),
      optional("place", Property.Type.TEXT)),
  /** An issued document, frozen. The properties follow NĐ 30/2020/NĐ-CP, Phụ lục VI. */
  RECORD(
      "record",
      required("dossierId", Property.Type.TEXT),
      closed("kind", true, Arrays.stream(DocumentKind.values()).map(Enum::name).toList()),
      required("subject", Property.Type.TEXT),
      required("number", Property.Type.LONG),
      required("symbol", Property.Type.TEXT),
      required("issuedOn", Property.Type.DATE),
      required("issuedBy", Property.Type.TEXT),
      optional("signerName", Property.Type.TEXT),
      optional("signerPosition", Property.Type.TEXT),
      required("draftingUnit", Property.Type.TEXT),
      list("addressees", Property.Type.TEXT),
      optional("enclosureOf", Property.Type.TEXT),
      required("sha256", Property.Type.TEXT));

  private final String localName;
  private final List<Property> properties;

  DocumentType(String localName, Property... properties) {
    this.localName = localName;
    this.properties = List.of(properties);
  }

  /** The type's local name; {@code ttdn:dossier} in Alfresco. */
  public String localName() {
    return localName;
  }

  public List<Property> properties() {
    return properties;
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("type." + localName);
  }
}
