package vn.ttdn.platform;

import org.alfresco.service.namespace.QName;

/** Names of the content model and the task model. */
final class TtdnModel {
  static final String CONTENT_URI = "http://www.ttdn.vn/model/content/1.0";
  static final String WORKFLOW_URI = "http://www.ttdn.vn/model/workflow/1.0";

  static final QName DOSSIER = content("dossier");
  static final QName DRAFT = content("draft");
  static final QName RECORD = content("record");

  static final QName DOSSIER_ID = content("dossierId");
  static final QName SUBJECT = content("subject");
  static final QName PLAN_YEAR = content("planYear");
  static final QName DRAFTING_UNIT = content("draftingUnit");
  static final QName DRAFTER = content("drafter");
  static final QName STATE = content("state");
  static final QName ROUND = content("round");
  static final QName PROCEDURE = content("procedure");
  static final QName URGENCY = content("urgency");
  static final QName STEP_DUE_ON = content("stepDueOn");
  static final QName DUE_ON = content("dueOn");
  static final QName PLAN_DOSSIER = content("planDossier");
  static final QName ADDRESSEES = content("addressees");
  static final QName KIND = content("kind");
  static final QName PLACE = content("place");
  static final QName NUMBER = content("number");
  static final QName SYMBOL = content("symbol");
  static final QName ISSUED_ON = content("issuedOn");
  static final QName ISSUED_BY = content("issuedBy");
  static final QName SIGNER_NAME = content("signerName");
  static final QName SIGNER_POSITION = content("signerPosition");
  static final QName ENCLOSURE_OF = content("enclosureOf");
  static final QName CHECKED = content("checked");
  static final QName MISSING = content("missing");
  static final QName CHECKED_AT = content("checkedAt");
  static final QName CONFIGURATION = content("configuration");
  static final QName SHA256 = content("sha256");

  private TtdnModel() {}

  static QName content(String name) {
    return QName.createQName(CONTENT_URI, name);
  }

  static QName workflow(String name) {
    return QName.createQName(WORKFLOW_URI, name);
  }
}
