package vn.ttdn.core.plan;

import java.util.Locale;
import vn.ttdn.core.text.Messages;

/** A procedure with a process of its own; its key is the same on every host. */
public enum Procedure {
  /** QT.TTĐN.03, three rounds. */
  PLAN("ttdnPlanApproval", "plan-approval"),
  /** A letter that leaves the agency apart from the rounds: reviewed, approved and numbered. */
  LETTER("ttdnLetterApproval", "letter-approval"),
  /** One asked unit's answer (after 6.2.4 and 6.2.8). */
  UNIT_ANSWER("ttdnUnitAnswer", "unit-answer");

  private final String key;
  private final String file;

  Procedure(String key, String file) {
    this.key = key;
    this.file = file;
  }

  /** The key of its process (Alfresco shows it as {@code activiti$ttdnPlanApproval}). */
  public String key() {
    return key;
  }

  /** The name of its file and of its drawing in the contract, e.g. {@code plan-approval}. */
  public String file() {
    return file;
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("procedure." + name());
  }
}
