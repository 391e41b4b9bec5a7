package vn.ttdn.core.fakes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.ttdn.core.files.IncomingFile;

/** Small files that core takes in. */
public final class FakeFiles {
  private static final AtomicInteger LAST = new AtomicInteger();

  private FakeFiles() {}

  /** A small DOCX; another name makes another content. */
  public static IncomingFile docx(String name) {
    return zipped(name, "<x>" + name + "</x>");
  }

  private static IncomingFile zipped(String name, String document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : List.of("[Content_Types].xml", "word/document.xml")) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(document.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file(name, out.toByteArray());
  }

  /** A DOCX that reads so. */
  public static IncomingFile reading(String name, String text) {
    String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    return zipped(
        name,
        "<w:document xmlns:w=\""
            + word
            + "\"><w:body><w:p><w:r><w:t>"
            + text
            + "</w:t></w:r></w:p></w:body></w:document>");
  }

  /** A small PDF; another name makes another content. */
  public static IncomingFile pdf(String name) {
    String text = "%PDF-1.7\n% " + name + "\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A DOCX like no other. */
  public static IncomingFile next() {
    return docx("du-thao-" + LAST.incrementAndGet() + ".docx");
  }

  /** A PDF like no other. */
  public static IncomingFile nextSigned() {
    return pdf("ban-ky-" + LAST.incrementAndGet() + ".pdf");
  }

  private static IncomingFile file(String name, byte[] content) {
    return new IncomingFile(name, content.length, () -> new ByteArrayInputStream(content));
  }
}
