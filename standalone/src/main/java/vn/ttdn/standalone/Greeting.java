package vn.ttdn.standalone;

import java.io.PrintStream;
import vn.ttdn.core.org.OrganisationFile;
import vn.ttdn.core.org.OrganisationFile.Account;
import vn.ttdn.core.org.RoleAt;
import vn.ttdn.core.text.Messages;

/** What somebody needs to know who has just started the host: where it is, and who may sign in. */
final class Greeting {
  /**
   * Of every person of the sample organisation; that one is for trying out on one's own machine.
   */
  static final String SAMPLE_PASSWORD = "ttdn-2026";

  private final String origin;
  private final OrganisationFile.Contents organisation;
  private final boolean sample;

  Greeting(String origin, OrganisationFile.Contents organisation, boolean sample) {
    this.origin = origin;
    this.organisation = organisation;
    this.sample = sample;
  }

  void print(PrintStream out) {
    out.println();
    out.println("Trang / page:  " + origin + "/");
    if (sample) {
      out.println("Đăng nhập thử / sample sign-ins (mật khẩu / password: " + SAMPLE_PASSWORD + ")");
      for (Account account : organisation.people()) {
        out.printf(
            "  %-14s %-18s %s%n",
            account.person().userName(), account.person().fullName(), roles(account));
      }
    }
    out.println("Dừng / stop:   Ctrl+C");
    out.flush();
  }

  private String roles(Account account) {
    return String.join(
        "; ",
        account.person().roles().stream()
            .sorted((a, b) -> a.groupName().compareTo(b.groupName()))
            .map(this::role)
            .toList());
  }

  private String role(RoleAt role) {
    String unit =
        organisation
            .organisation()
            .unit(role.unit())
            .map(u -> u.name(Messages.VIETNAMESE))
            .orElse(role.unit());
    return role.role().label(Messages.VIETNAMESE) + ", " + unit;
  }
}
