package vn.ttdn.standalone.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ttdn.core.comparison.Comparison;
import vn.ttdn.core.comparison.Comparison.Verdict;
import vn.ttdn.core.comparison.ReadText;
import vn.ttdn.core.comparison.TextOfFile;

/** The sample documents as they were approved against the PDFs that came back signed. */
class SignedSamplesTest {
  private static final Path SAMPLES = Path.of("../samples");

  private final TextOfFile texts = new TextOfFile(new PdfBoxText());

  @ParameterizedTest
  @CsvSource({
    "cong-van-de-nghi-de-xuat-lan-2.docx, cong-van-de-nghi-de-xuat-da-ky.pdf",
    "cong-van-xin-y-kien.docx, cong-van-xin-y-kien-da-ky.pdf",
    "phieu-trinh.docx, phieu-trinh-da-ky.pdf",
    "quyet-dinh.docx, quyet-dinh-da-ky.pdf",
    "ke-hoach.docx, ke-hoach-da-ky.pdf",
    "cong-van-de-nghi-de-xuat.docx, cong-van-de-nghi-de-xuat.pdf",
    "cong-van-de-nghi-de-xuat.docx, cong-van-de-nghi-de-xuat.odt",
    "cong-van-de-nghi-de-xuat.odt, cong-van-de-nghi-de-xuat.pdf"
  })
  void whatWasSignedIsWhatWasApproved(String approved, String signed) throws IOException {
    assertThat(Comparison.compare(read(approved), read(signed))).isEqualTo(new Comparison.Same());
  }

  @Test
  void theSignedPdfOfAnotherDocumentIsFarOff() throws IOException {
    Comparison.Result result =
        Comparison.compare(read("quyet-dinh.docx"), read("cong-van-xin-y-kien-da-ky.pdf"));
    assertThat(result.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(((Comparison.Different) result).similarity()).isLessThan(0.4);
  }

  private ReadText read(String name) throws IOException {
    try (InputStream in = Files.newInputStream(SAMPLES.resolve(name))) {
      return texts.read(in);
    }
  }
}
