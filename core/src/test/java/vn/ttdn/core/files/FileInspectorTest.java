package vn.ttdn.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.ttdn.core.files.Samples.bytes;
import static vn.ttdn.core.files.Samples.docx;
import static vn.ttdn.core.files.Samples.file;
import static vn.ttdn.core.files.Samples.odt;
import static vn.ttdn.core.files.Samples.pdf;
import static vn.ttdn.core.files.Samples.zip;

import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ttdn.core.Refusal;

class FileInspectorTest {
  private final FileInspector inspector = new FileInspector(50L << 20);

  @Test
  void takesTheThreeFormats() {
    assertThat(inspector.inspect(file("Công văn.docx", docx()))).isEqualTo(FileType.DOCX);
    assertThat(inspector.inspect(file("a.ODT", odt()))).isEqualTo(FileType.ODT);
    assertThat(inspector.inspect(file("a.pdf", pdf()))).isEqualTo(FileType.PDF);
  }

  @Test
  void refusesWhatIsUnlikeItsName() {
    assertThat(code("a.docx", pdf())).isEqualTo("file-type-differs");
    assertThat(code("a.pdf", docx())).isEqualTo("file-type-differs");
    assertThat(code("a.odt", docx())).isEqualTo("file-type-differs");
    assertThat(code("a.docx", zip("x.txt", "x"))).isEqualTo("file-type-differs");
    assertThat(code("a.docx", bytes("MZ\u0090\u0000 programme"))).isEqualTo("file-type-differs");
  }

  @Test
  void refusesOtherKinds() {
    assertThat(code("a.exe", bytes("MZ"))).isEqualTo("file-type-unknown");
    assertThat(code("noextension", docx())).isEqualTo("file-type-unknown");
    assertThat(code("a.docm", docx())).isEqualTo("file-type-unknown");
  }

  @Test
  void refusesEmptyAndLarge() {
    assertThat(code("a.docx", new byte[0])).isEqualTo("file-empty");
    IncomingFile large = new IncomingFile("a.pdf", 300L << 20, InputStream::nullInputStream);
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> inspector.inspect(large));
    assertThat(refusal.code()).isEqualTo("file-too-large");
    assertThat(refusal.kind().status()).isEqualTo(413);
  }

  @Test
  void refusesMacros() {
    byte[] word =
        zip("[Content_Types].xml", "x", "word/document.xml", "x", "word/vbaProject.bin", "x");
    byte[] writer =
        zip(
            "mimetype",
            "application/vnd.oasis.opendocument.text",
            "content.xml",
            "x",
            "Basic/Standard/Module1.xml",
            "x");
    assertThat(code("a.docx", word)).isEqualTo("file-macros");
    assertThat(code("a.odt", writer)).isEqualTo("file-macros");
  }

  @Test
  void refusesPasswords() {
    byte[] ole2 = new byte[512];
    int[] magic = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    for (int i = 0; i < magic.length; i++) {
      ole2[i] = (byte) magic[i];
    }
    assertThat(code("a.docx", ole2)).isEqualTo("file-encrypted");
    assertThat(code("a.pdf", bytes("%PDF-1.7\ntrailer <</Encrypt 5 0 R>>\n%%EOF")))
        .isEqualTo("file-encrypted");
  }

  @Test
  void findsEncryptionAcrossBufferEdges() {
    for (int pad = 8170; pad < 8200; pad++) {
      byte[] pdf = bytes("%PDF-1.7\n" + " ".repeat(pad) + "/Encrypt 5 0 R\n%%EOF");
      assertThat(code("a.pdf", pdf)).as("padding " + pad).isEqualTo("file-encrypted");
    }
  }

  @Test
  void refusesDamagedFiles() {
    assertThat(code("a.pdf", bytes("%PDF-1.7\n1 0 obj"))).isEqualTo("file-corrupt");
    byte[] whole = docx();
    assertThat(code("a.docx", Arrays.copyOf(whole, 60))).isEqualTo("file-corrupt");
  }

  @Test
  void refusesBombs() {
    byte[] bomb = zip("[Content_Types].xml", "x", "word/document.xml", "0".repeat(60 << 20));
    assertThat(code("a.docx", bomb)).isEqualTo("file-bomb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.docx",
        "a/b.docx",
        "a\\b.docx",
        "a\u0000.docx",
        "a\n.docx",
        ".docx",
        "a.docx.",
        "a\u202Excod.exe",
        "a:b.docx",
        "a?.docx"
      })
  void refusesHostileNames(String name) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> inspector.inspect(file(name, docx())));
    assertThat(refusal.code()).isEqualTo("file-name-invalid");
    assertThat(refusal.getMessage()).doesNotContain("\u0000").doesNotContain("\u202E");
  }

  @Test
  void refusesMissingAndLongNames() {
    assertThat(code(null, docx())).isEqualTo("file-name-missing");
    assertThat(code("  ", docx())).isEqualTo("file-name-missing");
    assertThat(code("ế".repeat(70) + ".docx", docx())).isEqualTo("file-name-too-long");
  }

  @Test
  void namesAreComposed() {
    assertThat(FileName.checked("Ke\u0302\u0301 hoa\u0323ch.docx")).isEqualTo("Kế hoạch.docx");
  }

  private String code(String name, byte[] content) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> inspector.inspect(file(name, content)));
    assertThat(refusal).as("refusal of " + name).isNotNull();
    return refusal.code();
  }
}
