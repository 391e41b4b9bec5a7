package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every file of the repository side parses as what it is. */
class FilesTest {
  @Test
  void everyFileParses() {
    assertThat(Resources.PLATFORM.files("", ""))
        .hasSizeGreaterThan(30)
        .allSatisfy(file -> assertThatCode(() -> parse(file)).doesNotThrowAnyException());
  }

  private static void parse(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".xml")) {
      Resources.xml(file);
    } else if (name.endsWith(".properties")) {
      assertThat(Bundle.read(file)).as(name).isNotEmpty();
    } else {
      throw new AssertionError("nobody knows how to read " + file);
    }
  }

  @Test
  void moduleTitlesAreLatin1() {
    Path file = Resources.PLATFORM.file("alfresco/module/ttdn-platform-module/module.properties");
    assertThat(Resources.text(file)).as("Alfresco reads it as ISO 8859-1").matches("\\p{ASCII}+");
  }
}
