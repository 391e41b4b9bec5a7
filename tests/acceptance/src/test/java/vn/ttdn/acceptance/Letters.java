package vn.ttdn.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample letters, as a person would have them on his desk. */
final class Letters {
  private Letters() {}

  /** The letter that the signed sample is of. */
  static byte[] docx() {
    return read("cong-van-de-nghi-de-xuat-lan-2.docx");
  }

  /** An earlier text of it. */
  static byte[] earlier() {
    return read("cong-van-de-nghi-de-xuat.docx");
  }

  static byte[] odt() {
    return read("cong-van-de-nghi-de-xuat.odt");
  }

  static byte[] pdf() {
    return read("cong-van-de-nghi-de-xuat.pdf");
  }

  /** The sample of a kind of document, as its drafter hands it in. */
  static byte[] draft(String kind) {
    return kind.equals("OFFICIAL_LETTER") ? docx() : read(name(kind) + ".docx");
  }

  /** The same, signed. */
  static byte[] signed(String kind) {
    return read(name(kind) + "-da-ky.pdf");
  }

  /** The slip that follows the one which the Ministry refused. */
  static byte[] nextSlip() {
    return read("phieu-trinh-lan-2.docx");
  }

  /** The same, signed. */
  static byte[] nextSlipSigned() {
    return read("phieu-trinh-lan-2-da-ky.pdf");
  }

  /** What a unit answers. */
  static byte[] answer() {
    return read("tra-loi-don-vi.docx");
  }

  private static String name(String kind) {
    return switch (kind) {
      case "OFFICIAL_LETTER" -> "cong-van-de-nghi-de-xuat";
      case "COMMENT_LETTER" -> "cong-van-xin-y-kien";
      case "SUBMISSION_SLIP" -> "phieu-trinh";
      case "DECISION" -> "quyet-dinh";
      case "PLAN" -> "ke-hoach";
      default -> throw new IllegalArgumentException("no sample of " + kind);
    };
  }

  private static byte[] read(String name) {
    try {
      return Files.readAllBytes(Path.of(System.getProperty("ttdn.samples"), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
