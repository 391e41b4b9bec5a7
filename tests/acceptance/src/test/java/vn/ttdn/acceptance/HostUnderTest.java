package vn.ttdn.acceptance;

/** A host that the suite runs against; provisions the people of the scenarios. */
interface HostUnderTest {
  /** The people of the scenarios and the role each holds, as {@code ROLE@UNIT}. */
  enum Who {
    SPECIALIST("chuyenvien", "SPECIALIST@PTTDN"),
    COLLEAGUE("chuyenvien2", "SPECIALIST@PTTDN"),
    HEAD("truongphong", "DEPARTMENT_HEAD@PTTDN"),
    LEADER("cuctruong", "AGENCY_LEADER@CUC"),
    DEPUTY("cucpho", "AGENCY_LEADER@CUC"),
    CLERK("vanthu", "AGENCY_CLERK@CUC"),
    STRANGER("cvnghiepvu", "SPECIALIST@NVDP"),
    STRANGERS_HEAD("tpnghiepvu", "DEPARTMENT_HEAD@NVDP"),
    PRESS("cvbaochi", "SPECIALIST@TTBC"),
    PRESS_HEAD("gdbaochi", "DEPARTMENT_HEAD@TTBC"),
    MINISTRY_LEADER("thutruong", "MINISTRY_LEADER@BO"),
    MINISTRY_CLERK("vanthubo", "MINISTRY_CLERK@BO");

    private final String userName;
    private final String role;

    Who(String userName, String role) {
      this.userName = userName;
      this.role = role;
    }

    String userName() {
      return userName;
    }

    /** The group that carries the role, as every host names it. */
    String group() {
      int at = role.indexOf('@');
      return "TTDN_" + role.substring(at + 1) + "_" + role.substring(0, at);
    }
  }

  /** The password of every sample person. */
  String PASSWORD = "ttdn-2026";

  /** The contract as that person sees it. */
  Client as(Who who);

  /** The contract as that person sees it in one more window, signed in once more. */
  Client inAnotherWindow(Who who);

  /** The contract as somebody sees it who did not sign in. */
  Client signedOut();

  /** Address of the page for a browser; empty if the host has none of its own. */
  String page();

  /** The one host of this run, started at the first call and stopped when the JVM ends. */
  static HostUnderTest get() {
    return Holder.HOST;
  }

  /** Starts the host once for all scenarios. */
  final class Holder {
    private static final HostUnderTest HOST = choose();

    private Holder() {}

    private static HostUnderTest choose() {
      String url = System.getProperty("ttdn.url", "");
      if (url.isEmpty()) {
        return StandaloneHost.start(System.getProperty("ttdn.database", "h2"));
      }
      return url.contains("/alfresco/") ? new AlfrescoHost(url) : StandaloneHost.at(url);
    }
  }
}
