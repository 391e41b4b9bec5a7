package vn.ttdn.core.comparison;

import java.util.Locale;
import vn.ttdn.core.text.Messages;

/** Why a file's text could not be read. */
public enum NotReadReason {
  /** Pictures of pages: a scan that nobody has recognised the text of. */
  SCAN_WITHOUT_TEXT("scan-without-text"),
  /** There are letters, but the file does not tell which (fonts of one's own without Unicode). */
  TEXT_UNREADABLE("text-unreadable"),
  /** Protected by a password. */
  ENCRYPTED("encrypted"),
  /** None of DOCX, ODT, PDF and plain text. */
  FORMAT_UNKNOWN("format-unknown"),
  /** Not what its format asks for: cut off, or made to mislead the reader. */
  DAMAGED("damaged"),
  /** Over a limit of size, or packed so that it would grow over it. */
  TOO_LARGE("too-large"),
  /** Not read in the time that is given to a file. */
  TOO_SLOW("too-slow"),
  /** Well-formed, and there is not a word in it. */
  EMPTY("empty"),
  /** The host has nothing that reads a PDF's text. */
  NO_READER("no-reader");

  private final String code;

  NotReadReason(String code) {
    this.code = code;
  }

  /** The reason's name in the contract and in the ledger. */
  public String code() {
    return code;
  }

  public String label(Locale locale) {
    return Messages.in(locale).text("comparison.reason." + code);
  }
}
