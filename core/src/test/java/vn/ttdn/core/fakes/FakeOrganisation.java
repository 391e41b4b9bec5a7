package vn.ttdn.core.fakes;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.OrganisationFile;

/** The default organisation, and changed ones. */
public final class FakeOrganisation {
  private static final String FILE = "/vn/ttdn/core/organisation.yaml";

  private FakeOrganisation() {}

  /** As core brings it. */
  public static Organisation standard() {
    return read(text());
  }

  /**
   * Core's file with one passage replaced.
   *
   * @throws IllegalArgumentException if the passage is not there
   */
  public static Organisation with(String passage, String instead) {
    String text = text();
    if (!text.contains(passage)) {
      throw new IllegalArgumentException("not in the file: " + passage);
    }
    return read(text.replace(passage, instead));
  }

  /** Core's file as it stands. */
  public static String text() {
    try (InputStreamReader in =
        new InputStreamReader(
            OrganisationFile.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
      StringWriter text = new StringWriter();
      in.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Organisation read(String text) {
    return OrganisationFile.read(new StringReader(text), FILE).organisation();
  }
}
