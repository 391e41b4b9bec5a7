package vn.ttdn.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample letters, as a person would have them on his desk. */
final class Letters {
  private Letters() {}

  static byte[] docx() {
    return read("cong-van-de-nghi-de-xuat.docx");
  }

  static byte[] odt() {
    return read("cong-van-de-nghi-de-xuat.odt");
  }

  static byte[] pdf() {
    return read("cong-van-de-nghi-de-xuat.pdf");
  }

  private static byte[] read(String name) {
    try {
      return Files.readAllBytes(Path.of(System.getProperty("ttdn.samples"), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
