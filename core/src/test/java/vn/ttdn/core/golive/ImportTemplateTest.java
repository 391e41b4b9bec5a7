package vn.ttdn.core.golive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ttdn.core.text.Fold;
import vn.ttdn.core.text.Messages;

class ImportTemplateTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void anEmptyTemplateIsReadWithoutError(String language) throws IOException {
    ImportResult result = Going.read(template(Locale.forLanguageTag(language)));
    assertThat(result.errors()).isEmpty();
    assertThat(result.dossiers()).isEmpty();
    assertThat(result.lastNumbers()).isEmpty();
  }

  @Test
  void hasTwoTablesAndAnExplanationOfEveryColumn() throws IOException {
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(template(Messages.VIETNAMESE)))) {
      assertThat(book.getSheets().map(Sheet::getName))
          .containsExactly("Hồ sơ", "Số cuối", "Hướng dẫn");
      assertThat(texts(book.getSheet(0).orElseThrow()).get(0))
          .containsExactly(
              "Trích yếu",
              "Năm kế hoạch",
              "Đơn vị soạn thảo",
              "Người soạn thảo",
              "Vòng",
              "Nơi nhận",
              "Hạn xử lý",
              "Độ khẩn",
              "Số công văn vòng 1",
              "Ngày công văn vòng 1",
              "Số công văn vòng 2",
              "Ngày công văn vòng 2",
              "Ghi chú");
      assertThat(texts(book.getSheet(1).orElseThrow()).get(0))
          .containsExactly("Sổ", "Năm", "Số cuối cùng đã cấp");
      List<List<String>> explanation = texts(book.getSheet(2).orElseThrow());
      assertThat(explanation.get(0).get(0)).contains("5000");
      assertThat(explanation.subList(2, explanation.size()))
          .extracting(row -> row.get(1))
          .containsExactly(
              Arrays.stream(Column.values())
                  .map(c -> c.label(Messages.VIETNAMESE))
                  .toArray(String[]::new));
      assertThat(explanation.subList(1, explanation.size()))
          .allSatisfy(row -> assertThat(row).doesNotContain(""));
    }
  }

  /** Excel would make a day of the letter number 05/2026, and months of days typed as dd/mm. */
  @Test
  void columnsHaveTheFormatOfWhatIsTypedInThem() throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipFile zip =
        new ZipFile(Files.write(folder.resolve("a.xlsx"), template(Messages.ENGLISH)).toFile())) {
      for (ZipEntry e : Collections.list(zip.entries())) {
        parts.put(
            e.getName(), new String(zip.getInputStream(e).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    List<String> formats =
        found("<xf numFmtId=\"(\\d+)\"", parts.get("xl/styles.xml").split("<cellXfs", -1)[1]);
    Map<String, String> codes = new HashMap<>(Map.of("49", "@"));
    Pattern.compile("numFmtId=\"(\\d+)\" formatCode=\"([^\"]*)\"")
        .matcher(parts.get("xl/styles.xml"))
        .results()
        .forEach(r -> codes.put(r.group(1), r.group(2)));
    List<String> styles =
        found("<col [^>]*?(?:style=\"(\\d+)\")?/>", parts.get("xl/worksheets/sheet1.xml"));
    assertThat(
            styles.stream().map(s -> s == null ? "" : codes.get(formats.get(Integer.parseInt(s)))))
        .containsExactly(
            "@",
            "",
            "@",
            "@",
            "",
            "@",
            "dd/mm/yyyy",
            "@",
            "@",
            "dd/mm/yyyy",
            "@",
            "dd/mm/yyyy",
            "@");
  }

  private static List<String> found(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Pattern.compile(pattern).matcher(text).results().forEach(r -> found.add(r.group(1)));
    return found;
  }

  @Test
  void noHeaderMeansTwoColumns() {
    for (ImportSheet sheet : ImportSheet.values()) {
      Set<String> headers = new HashSet<>();
      for (Locale locale : List.of(Messages.VIETNAMESE, Messages.ENGLISH)) {
        for (Column column : sheet.columns()) {
          assertThat(headers.add(Fold.fold(column.label(locale)))).as(column.name()).isTrue();
        }
      }
    }
  }

  private static byte[] template(Locale locale) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImportTemplate.write(locale, out);
    return out.toByteArray();
  }

  private static List<List<String>> texts(Sheet sheet) throws IOException {
    return sheet.read().stream()
        .map(Row::stream)
        .map(cells -> cells.map(Cell::getText).toList())
        .toList();
  }
}
