package vn.ttdn.workflows;

import java.io.InputStream;

/** The process of QT.TTĐN.03. */
public final class PlanProcess {
  /** Its key, the same on every host (Alfresco shows it as {@code activiti$ttdnPlanApproval}). */
  public static final String KEY = "ttdnPlanApproval";

  /** Its file on the class path. */
  public static final String RESOURCE = "vn/ttdn/workflows/plan-approval.bpmn20.xml";

  private PlanProcess() {}

  /** The file's bytes; the caller closes the stream. */
  public static InputStream open() {
    return PlanProcess.class.getClassLoader().getResourceAsStream(RESOURCE);
  }
}
