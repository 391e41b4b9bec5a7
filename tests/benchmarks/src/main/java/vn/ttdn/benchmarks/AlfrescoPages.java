package vn.ttdn.benchmarks;

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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What people look at and do in a running Alfresco, with a thousand nodes of ours and with ten
 * thousand, in the same run. A dossier is two nodes: its folder and its letter.
 */
public final class AlfrescoPages {
  private static final int ROUNDS = 30;
  private static final int WARM_UP = 5;
  private static final int AT_ONCE = 2;

  private final AlfrescoClient client;
  private final PrintStream out;
  private final List<String> dossiers = new ArrayList<>();
  private int submitted;

  private AlfrescoPages(AlfrescoClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /**
   * Prints a table.
   *
   * @param args where Alfresco is, e.g. {@code http://127.0.0.1:8080/alfresco}; a letter; how many
   *     nodes first, and how many then
   */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    AlfrescoClient client = new AlfrescoClient(args[0], Files.readAllBytes(Path.of(args[1])));
    new AlfrescoPages(client, out).run(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
  }

  private void run(int few, int many) throws IOException, InterruptedException, ExecutionException {
    fill(few / 2);
    Map<String, List<Double>> before = measure();
    fill(many / 2);
    Map<String, List<Double>> after = measure();
    out.printf("%-10s %12s %12s %6s%n", "", few + ", ms", many + ", ms", "×");
    before.forEach(
        (name, figures) -> {
          double first = Spread.of(figures).median();
          double then = Spread.of(after.get(name)).median();
          out.printf("%-10s %12.1f %12.1f %6.2f%n", name, first, then, then / first);
        });
  }

  /** Opens dossiers with their letters until there are so many. */
  private void fill(int most) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<String>> work =
          IntStream.range(dossiers.size(), most)
              .mapToObj(n -> (Callable<String>) () -> client.dossier(n))
              .toList();
      for (Future<String> dossier : threads.invokeAll(work)) {
        dossiers.add(dossier.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Map<String, List<Double>> measure() throws IOException, InterruptedException {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      String dossier = dossiers.get((dossiers.size() - 1 - submitted++) % dossiers.size());
      Map<String, Double> round = new LinkedHashMap<>();
      round.put("tasks", get("/tasks?limit=50"));
      round.put("dossiers", get("/dossiers?limit=50"));
      round.put("search", get("/dossiers?limit=50&q=do"));
      round.put("dossier", get("/dossiers/" + dossier));
      round.put("submit", client.decide(dossier, "chuyenvien", "submitted"));
      round.put("review", client.decide(dossier, "truongphong", "accepted"));
      if (i >= WARM_UP) {
        round.forEach((name, ms) -> millis.computeIfAbsent(name, n -> new ArrayList<>()).add(ms));
      }
    }
    return millis;
  }

  private double get(String path) throws IOException, InterruptedException {
    long before = System.nanoTime();
    client.send("GET", AlfrescoClient.CONTRACT + path, "chuyenvien", null);
    return (System.nanoTime() - before) / 1e6;
  }
}
