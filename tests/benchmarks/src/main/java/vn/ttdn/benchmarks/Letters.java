package vn.ttdn.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Letters of any size that are all unlike each other, made from a real one. */
final class Letters {
  private static final byte[] END = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] sample;

  /**
   * Reads the sample.
   *
   * @param samples the project's folder of sample letters
   */
  Letters(Path samples) {
    try {
      this.sample = Files.readAllBytes(samples.resolve("cong-van-de-nghi-de-xuat.pdf"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample with a comment behind its end; its size does not change from one to the next. */
  byte[] unlike(long n) {
    byte[] letter = Arrays.copyOf(sample, sample.length + 32);
    byte[] mark = String.format("%n%% %016x%n%%%%EOF%n", n).getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(letter, sample.length, letter.length, (byte) ' ');
    System.arraycopy(mark, 0, letter, sample.length, mark.length);
    return letter;
  }

  /** One of exactly that many bytes; the filling does not compress. */
  byte[] ofSize(int bytes, long seed) {
    ByteArrayOutputStream letter = new ByteArrayOutputStream(bytes);
    letter.writeBytes(sample);
    letter.write('%');
    byte[] filling = new byte[bytes - letter.size() - END.length];
    new Random(seed).nextBytes(filling);
    letter.writeBytes(filling);
    letter.writeBytes(END);
    return letter.toByteArray();
  }
}
