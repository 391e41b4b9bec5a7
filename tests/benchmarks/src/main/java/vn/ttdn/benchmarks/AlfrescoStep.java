package vn.ttdn.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a step of ours costs in a running Alfresco, against a step of its stock review process: both
 * completed through the stock task API, turn by turn in the same run. Needs the sample people, as
 * the acceptance suite makes them.
 */
public final class AlfrescoStep {
  private static final String NODES = "/api/-default-/public/alfresco/versions/1/nodes";
  private static final int WARM_UP = 5;
  private static final List<String[]> ROUND =
      List.of(
          new String[] {"6.2.1", "chuyenvien", "submitted"},
          new String[] {"6.2.2", "truongphong", "accepted"},
          new String[] {"6.2.3", "cuctruong", "accepted"},
          new String[] {"6.2.4", "vanthu", "issued"});

  private final AlfrescoClient client;

  private AlfrescoStep(AlfrescoClient client) {
    this.client = client;
  }

  /**
   * Prints a table.
   *
   * @param args where Alfresco is, e.g. {@code http://127.0.0.1:8080/alfresco}; a letter; rounds
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    AlfrescoStep bench =
        new AlfrescoStep(new AlfrescoClient(args[0], Files.readAllBytes(Path.of(args[1]))));
    bench.run(Integer.parseInt(args[2]), out);
  }

  private void run(int rounds, PrintStream out) throws IOException, InterruptedException {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    millis.put("stock review", new ArrayList<>());
    for (int i = 0; i < WARM_UP + rounds; i++) {
      String dossier = client.dossier(i);
      for (String[] step : ROUND) {
        if (step[2].equals("issued")) {
          client.upload(dossier, "signed", step[1]);
        }
        double ours = client.decide(dossier, step[1], step[2]);
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

  private double stockStep() throws IOException, InterruptedException {
    String node =
        client
            .send(
                "POST",
                NODES + "/-my-/children?autoRename=true",
                "chuyenvien",
                Map.of("name", "bench.txt", "nodeType", "cm:content"))
            .path("entry")
            .path("id")
            .asText();
    String process =
        client
            .send(
                "POST",
                AlfrescoClient.WORKFLOW + "/processes",
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
        client.send(
            "GET",
            AlfrescoClient.WORKFLOW + "/processes/" + process + "/tasks",
            "truongphong",
            null);
    String task = tasks.path("list").path("entries").path(0).path("entry").path("id").asText();
    return client.complete(
        task, "truongphong", List.of(AlfrescoClient.local("wf_reviewOutcome", "Approve")));
  }
}
