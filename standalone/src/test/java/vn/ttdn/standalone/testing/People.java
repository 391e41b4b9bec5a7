package vn.ttdn.standalone.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sample people at a host, and the way of a dossier through their hands. */
public final class People {
  /** Of every sample person. */
  public static final String PASSWORD = "ttdn-2026";

  /** The name of the signed letter, as a clerk in Hà Nội would write it. */
  public static final String SIGNED = "Công văn đề nghị đề xuất (đã ký).pdf";

  private final int port;
  private final Map<String, Guest> guests = new HashMap<>();

  public People(int port) {
    this.port = port;
  }

  public Guest as(String userName) {
    return guests.computeIfAbsent(userName, name -> Guest.signedIn(port, name, PASSWORD));
  }

  /** What a dossier is opened with. */
  public static Map<String, Object> contents() {
    return Map.of(
        "subject",
        "Đề nghị đề xuất nội dung",
        "planYear",
        2027,
        "unit",
        "PTTDN",
        "addressees",
        List.of("NVDP", "Vụ Hợp tác quốc tế"));
  }

  /** A dossier of {@code chuyenvien} with a letter in it; answers its id. */
  public String opened() {
    String id = well(as("chuyenvien").create("/dossiers", contents())).path("id").asText();
    well(
        as("chuyenvien")
            .upload("/dossiers/" + id + "/documents/OFFICIAL_LETTER", "cong-van.docx", letter()));
    return id;
  }

  /** A dossier that only the clerk's issue (6.2.4) is missing of; answers its id. */
  public String readyToIssue() {
    String id = opened();
    well(decide("chuyenvien", id, "submitted"));
    well(decide("truongphong", id, "accepted"));
    well(decide("cuctruong", id, "accepted"));
    well(as("vanthu").upload("/dossiers/" + id + "/signed/OFFICIAL_LETTER", SIGNED, signed()));
    return id;
  }

  /**
   * Somebody's decision on the dossier's open task; a return has its reason, and what is issued
   * goes on paper to who has no address.
   */
  public Answer decide(String userName, String dossierId, String outcome) {
    JsonNode task = well(as(userName).read("/dossiers/" + dossierId)).path("task");
    return as(userName)
        .create(
            "/tasks/" + task.path("id").asText() + "/decision",
            Map.of(
                "outcome",
                outcome,
                "comment",
                outcome.equals("returned") ? "Chưa đạt." : "",
                "onPaper",
                outcome.equals("issued")));
  }

  /** What was answered, which must be no refusal. */
  public static JsonNode well(Answer answer) {
    if (!answer.well()) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return answer.json();
  }

  /** The letter that the signed one is of. */
  public static byte[] letter() {
    return sample("cong-van-de-nghi-de-xuat-lan-2.docx");
  }

  public static byte[] signed() {
    return sample("cong-van-de-nghi-de-xuat-da-ky.pdf");
  }

  /** One of the repository's sample files. */
  public static byte[] sample(String name) {
    try {
      return Files.readAllBytes(Path.of("../samples", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
