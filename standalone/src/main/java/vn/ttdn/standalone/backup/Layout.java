package vn.ttdn.standalone.backup;

import java.util.regex.Pattern;

/**
 * The names in a data folder that a backup takes. Nothing else is taken out of an archive, so that
 * no entry can name a place outside the folder that is being restored.
 */
final class Layout {
  static final String MANIFEST = "manifest.json";
  static final String H2 = "database/ttdn.mv.db";
  static final String DUMP = "database/ttdn.dump";
  static final String ORGANISATION = "organisation.yaml";

  /** Lies in a data folder from before its database is filled until both are complete. */
  static final String UNFINISHED = "restore-unfinished";

  private static final Pattern CONTENT = Pattern.compile("content/([0-9a-f]{2})/(\\1[0-9a-f]{62})");
  private static final Pattern MAIL = Pattern.compile("mail/[A-Za-z0-9-]{1,64}\\.eml");

  /** What a start makes again, or nobody was ever told of. */
  private static final Pattern SCRATCH =
      Pattern.compile(
          "tmp/.*|content/incoming/.*|mail/[^/]*\\.tmp|database/first-start"
              + "|database/broken-off\\.mv\\.db|database/[^/]*\\.trace\\.db");

  private Layout() {}

  /** Whether an archive may hold a file of that name. */
  static boolean known(String name) {
    return name.equals(H2) || name.equals(DUMP) || name.equals(ORGANISATION) || kept(name);
  }

  /** Whether it is a content or a mail: files that are taken as they lie there. */
  static boolean kept(String name) {
    return isContent(name) || MAIL.matcher(name).matches();
  }

  static boolean isContent(String name) {
    return CONTENT.matcher(name).matches();
  }

  static boolean isMail(String name) {
    return MAIL.matcher(name).matches();
  }

  static boolean scratch(String name) {
    return SCRATCH.matcher(name).matches();
  }

  /** Whether the bytes of that checksum are what a file of that name should hold. */
  static boolean intact(Manifest.Entry file) {
    return !isContent(file.name()) || file.name().endsWith("/" + file.sha256());
  }
}
