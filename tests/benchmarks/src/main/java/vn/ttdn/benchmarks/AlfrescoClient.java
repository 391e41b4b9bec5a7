package vn.ttdn.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import vn.ttdn.core.rest.Json;

/** The sample people at a running Alfresco, as the acceptance suite makes them. */
final class AlfrescoClient {
  static final String CONTRACT = "/s/ttdn/v1";
  static final String WORKFLOW = "/api/-default-/public/workflow/versions/1";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String alfresco;
  private final byte[] letter;

  /**
   * A client.
   *
   * @param alfresco where it is, e.g. {@code http://127.0.0.1:8080/alfresco}
   * @param letter what is handed in, a PDF
   */
  AlfrescoClient(String alfresco, byte[] letter) {
    this.alfresco = alfresco;
    this.letter = letter;
  }

  /** Opens a dossier and hands its letter in. */
  String dossier(int number) throws IOException, InterruptedException {
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

  void upload(String dossier, String where, String person)
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

  /** What the Specialist or a reviewer does in My Tasks. */
  double decide(String dossier, String person, String outcome)
      throws IOException, InterruptedException {
    JsonNode found = send("GET", CONTRACT + "/dossiers/" + dossier, person, null);
    return complete(
        found.path("task").path("id").asText(),
        person,
        List.of(local("ttdnwf_outcome", outcome), local("bpm_comment", "Đồng ý")));
  }

  static Map<String, Object> local(String name, String value) {
    return Map.of("name", name, "value", value, "scope", "local");
  }

  double complete(String task, String person, List<Map<String, Object>> variables)
      throws IOException, InterruptedException {
    long before = System.nanoTime();
    send(
        "PUT",
        WORKFLOW + "/tasks/" + task + "?select=state,variables",
        person,
        Map.of("state", "completed", "variables", variables));
    return (System.nanoTime() - before) / 1e6;
  }

  JsonNode send(String method, String path, String person, Map<String, Object> body)
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
