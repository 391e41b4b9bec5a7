package vn.ttdn.core.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ttdn.core.org.Deadlines;
import vn.ttdn.core.org.Organisation;
import vn.ttdn.core.org.Unit;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.retention.RetentionRule;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.text.Messages;

class RegisterExportTest {
  private static final Organisation ORGANISATION =
      new Organisation(
          List.of(
              new Unit(
                  "CUC",
                  "Cục",
                  "Agency",
                  "TTĐN",
                  Optional.empty(),
                  Optional.empty(),
                  Unit.Level.AGENCY),
              new Unit(
                  "P",
                  "Phòng",
                  "Division",
                  "P",
                  Optional.empty(),
                  Optional.empty(),
                  Unit.Level.UNIT)),
          List.of(
              new RegisterConfig(
                  "CV", "TTĐN", Set.of(DocumentKind.OFFICIAL_LETTER), false, Map.of())),
          Deadlines.USUAL,
          true,
          RetentionRule.USUAL);

  @Test
  void csvIsReadBackAndRunsNoFormula() throws IOException {
    String text = new String(export(RegisterExport.Format.CSV), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    List<CSVRecord> rows =
        CSVFormat.RFC4180.parse(new StringReader(text.substring(1))).getRecords();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).get(0)).isEqualTo("Số, ký hiệu văn bản");
    assertThat(rows.get(1).get(0)).isEqualTo("05/TTĐN-P");
    assertThat(rows.get(1).get(1)).isEqualTo("05/09/2026");
    assertThat(rows.get(1).get(2)).isEqualTo("Công văn: V/v \"đề xuất\", kế hoạch");
    assertThat(rows.get(1).get(3)).isEqualTo("'=cmd|' /C calc'!A0");
    assertThat(rows.get(1).get(4)).isEqualTo("Văn phòng; Phòng B");
    assertThat(rows.get(1).get(9)).isEqualTo("Đính chính 01/TTĐN-P");
  }

  @Test
  void xlsxHoldsTheSameRows(@TempDir Path folder) throws IOException {
    Map<String, String> parts = new HashMap<>();
    Path file = Files.write(folder.resolve("register.xlsx"), export(RegisterExport.Format.XLSX));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry e : Collections.list(zip.entries())) {
        parts.put(e.getName(), unescaped(zip.getInputStream(e).readAllBytes()));
      }
    }
    assertThat(parts.get("xl/workbook.xml")).contains("Sổ văn bản đi");
    assertThat(parts.get("xl/sharedStrings.xml")).contains("05/TTĐN-P").contains("05/09/2026");
    assertThat(parts.get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
  }

  @Test
  void whatCameInIsExportedWithTheColumnsOfItsRegister() throws IOException {
    IncomingEntry entry =
        new IncomingEntry(
            new RegisterKey("CUC", RegisterConfig.INCOMING, 2026),
            7,
            LocalDate.of(2026, 12, 11),
            "+Bộ Ngoại giao",
            "812/VP-TH",
            LocalDate.of(2026, 12, 9),
            "V/v đề xuất",
            "d",
            "a",
            "r",
            "vanthu",
            Instant.EPOCH);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RegisterExport.writeIncoming(
        RegisterExport.Format.CSV, List.of(entry), Messages.VIETNAMESE, out);
    String text = out.toString(StandardCharsets.UTF_8);
    List<CSVRecord> rows =
        CSVFormat.RFC4180.parse(new StringReader(text.substring(1))).getRecords();
    assertThat(rows.get(0).toList())
        .startsWith("Ngày đến", "Số đến", "Tác giả")
        .hasSize(rows.get(1).size());
    assertThat(rows.get(1).toList())
        .startsWith("11/12/2026", "7", "'+Bộ Ngoại giao", "812/VP-TH", "09/12/2026", "V/v đề xuất");
    out.reset();
    RegisterExport.writeIncoming(RegisterExport.Format.XLSX, List.of(entry), Messages.ENGLISH, out);
    assertThat(out.toByteArray()).startsWith('P', 'K');
  }

  private static byte[] export(RegisterExport.Format format) throws IOException {
    RegisterEntry entry =
        new RegisterEntry(
            new RegisterKey("CUC", "CV", 2026),
            5,
            "05/TTĐN-P",
            DocumentKind.OFFICIAL_LETTER,
            "V/v \"đề xuất\", kế hoạch",
            LocalDate.of(2026, 9, 5),
            "=cmd|' /C calc'!A0",
            "CỤC TRƯỞNG",
            List.of(
                Addressee.ofUnit("VP", "Văn phòng"),
                Addressee.outside("Phòng B", Optional.empty())),
            "P",
            "d",
            "r",
            Optional.empty(),
            "vanthu",
            Instant.EPOCH);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> notes = Map.of("r", "Đính chính 01/TTĐN-P");
    RegisterExport.write(format, List.of(entry), notes, ORGANISATION, Messages.VIETNAMESE, out);
    return out.toByteArray();
  }

  /** The writer puts character references where XML would take the letter itself. */
  private static String unescaped(byte[] bytes) {
    String xml = new String(bytes, StandardCharsets.UTF_8);
    return Pattern.compile("&#x([0-9a-f]+);")
        .matcher(xml)
        .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
  }
}
