package vn.ttdn.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ttdn.core.rest.Json;

/**
 * What a step of ours costs in a running Alfresco, against a step of its stock review process: both
 * completed through the stock task API, turn by turn in the same run. Needs the sample people, as
 * the acceptance suite makes them.
 */
public final class AlfrescoStep {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String WORKFLOW = "/api/-default-/public/workflow/versions/1";
  private static final String NODES = "/api/-default-/public/alfresco/versions/1/nodes";
  private static final String CONTRACT = "/s/ttdn/v1";
  private static final int WARM_UP = 5;
  private static final List<String[]> ROUND =
      List.of(
          new String[] {"6.2.1", "chuyenvien", "submitted"},
          new String[] {"6.2.2", "truongphong", "accepted"},
          new String[] {"6.2.3", "cuctruong", "accepted"},
          new String[] {"6.2.4", "vanthu", "issued"});

  private final HttpClient http = HttpClient.newHttpClient();
  private final String alfresco;
  private final byte[] letter;

  private AlfrescoStep(String alfresco, byte[] letter) {
    this.alfresco = alfresco;
    this.letter = letter;
  }

  /**
   * Prints a table.
   *
   * @param args where Alfresco is, e.g. {@code http://127.0.0.1:8080/alfresco}; a letter; rounds
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    AlfrescoStep bench = new AlfrescoStep(args[0], Files.readAllBytes(Path.of(args[1])));
    bench.run(Integer.parseInt(args[2]), out);
  }

  private void run(int rounds, PrintStream out) throws IOException, InterruptedException {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    millis.put("stock review", new ArrayList<>());
    for (int i = 0; i < WARM_UP + rounds; i++) {
      String dossier = dossier(i);
      for (String[] step : ROUND) {
        if (step[2].equals("issued")) {
          upload(dossier, "signed", step[1]);
        }
        double ours = ourStep(dossier, step[1], step[2]);
        double stock = stockStep();
        if (i >= WARM_UP) {
          millis.computeIfAbsent(step[0], name -> new ArrayList<>()).add(ours);
          millis.get("stock review").add(stock);
        }
      }
    }
    double baseline = Spread.of(millis.get("stock review")).median();
    out.printf("%-14s %9s %9s%n", "", "ms", "× stock");
    millis.forEach(
        (name, figures) -> {
          double median = Spread.of(figures).median();
          out.printf("%-14s %9.1f %9.2f%n", name, median, median / baseline);
        });
  }

  private String dossier(int number) throws IOException, InterruptedException {
    String id =
        send(
                "POST",
                CONTRACT + "/dossiers",
                "chuyenvien",
                Map.of(
                    "subject",
                    "Đo " + number,
                    "planYear",
                    2027,
                    "unit",
                    "PTTDN",
                    "addressees",
                    List.of("NVDP")))
            .path("id")
            .asText();
    upload(id, "documents", "chuyenvien");
    return id;
  }

  private void upload(String dossier, String where, String person)
      throws IOException, InterruptedException {
    String boundary = "ttdn-bench";
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cong-van.pdf\""
            + "\r\nContent-Type: application/octet-stream\r\n\r\n";
    HttpRequest upload =
        request(CONTRACT + "/dossiers/" + dossier + "/" + where + "/OFFICIAL_LETTER", person)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(head),
                    HttpRequest.BodyPublishers.ofByteArray(letter),
                    HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
            .build();
    answer(upload);
  }

  private double ourStep(String dossier, String person, String outcome)
      throws IOException, InterruptedException {
    JsonNode found = send("GET", CONTRACT + "/dossiers/" + dossier, person, null);
    return complete(
        found.path("task").path("id").asText(),
        person,
        List.of(local("ttdnwf_outcome", outcome), local("bpm_comment", "Đồng ý")));
  }

  private double stockStep() throws IOException, InterruptedException {
    String node =
        send(
                "POST",
                NODES + "/-my-/children?autoRename=true",
                "chuyenvien",
                Map.of("name", "bench.txt", "nodeType", "cm:content"))
            .path("entry")
            .path("id")
            .asText();
    String process =
        send(
                "POST",
                WORKFLOW + "/processes",
                "chuyenvien",
                Map.of(
                    "processDefinitionKey", "activitiReview",
                    "items", List.of(node),
                    "variables",
                        Map.of("bpm_assignee", "truongphong", "wf_requiredApprovePercent", 50)))
            .path("entry")
            .path("id")
            .asText();
    JsonNode tasks =
        send("GET", WORKFLOW + "/processes/" + process + "/tasks", "truongphong", null);
    String task = tasks.path("list").path("entries").path(0).path("entry").path("id").asText();
    return complete(task, "truongphong", List.of(local("wf_reviewOutcome", "Approve")));
  }

  private static Map<String, Object> local(String name, String value) {
    return Map.of("name", name, "value", value, "scope", "local");
  }

  private double complete(String task, String person, List<Map<String, Object>> variables)
      throws IOException, InterruptedException {
    long before = System.nanoTime();
    send(
        "PUT",
        WORKFLOW + "/tasks/" + task + "?select=state,variables",
        person,
        Map.of("state", "completed", "variables", variables));
    return (System.nanoTime() - before) / 1e6;
  }

  private JsonNode send(String method, String path, String person, Map<String, Object> body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path, person);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(Json.write(body)));
    }
    return answer(request.build());
  }

  private HttpRequest.Builder request(String path, String person) {
    String credentials = person + ":ttdn-2026";
    return HttpRequest.newBuilder(URI.create(alfresco + path))
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() >= 400) {
      throw new IOException(
          request.method()
              + " "
              + request.uri()
              + " → "
              + response.statusCode()
              + " "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
    return MAPPER.readTree(response.body());
  }
}
