package vn.ttdn.share.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.ttdn.platform.consistency.Resources.SHARE;

import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Parser;
import vn.ttdn.platform.consistency.Bundle;
import vn.ttdn.platform.consistency.Resources;

/** Every file of the Share side parses as what it is, by what Share reads it with. */
class FilesTest {
  @Test
  void everyFileParses() {
    assertThat(SHARE.files("", ""))
        .hasSizeGreaterThan(12)
        .allSatisfy(file -> assertThatCode(() -> parse(file)).doesNotThrowAnyException());
  }

  private static void parse(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".xml") || name.endsWith(".svg")) {
      Resources.xml(file);
    } else if (name.endsWith(".properties")) {
      assertThat(Bundle.read(file)).as(name).isNotEmpty();
    } else if (name.endsWith(".ftl")) {
      new Template(
          name,
          new StringReader(Resources.text(file)),
          new Configuration(Configuration.VERSION_2_3_20));
    } else if (name.endsWith(".js")) {
      CompilerEnvirons rules = new CompilerEnvirons();
      rules.setLanguageVersion(Context.VERSION_ES6);
      new Parser(rules).parse(Resources.text(file), name, 1);
    } else {
      throw new AssertionError("nobody knows how to read " + file);
    }
  }

  @Test
  void moduleTitlesAreLatin1() {
    Path file = SHARE.file("alfresco/module/ttdn-share-module/module.properties");
    assertThat(Resources.text(file)).as("Alfresco reads it as ISO 8859-1").matches("\\p{ASCII}+");
  }
}
