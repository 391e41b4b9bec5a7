package vn.ttdn.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What people do at a host over REST, several at once. */
final class Load {
  /** Who takes the steps of round one, in order. */
  private static final List<String> PEOPLE =
      List.of("chuyenvien", "truongphong", "cuctruong", "vanthu");

  private static final List<String> OUTCOMES =
      List.of("submitted", "accepted", "accepted", "issued");

  private final String origin;
  private final Letters letters;
  private final Path folder;
  private final AtomicLong count = new AtomicLong();

  /**
   * A load on a running host.
   *
   * @param folder where the letters wait that are sent
   */
  Load(String origin, Letters letters, Path folder) {
    this.origin = origin;
    this.letters = letters;
    this.folder = folder;
  }

  /**
   * Round one over REST, each with a letter of its own and its signed copy, read back from the
   * record at the end.
   *
   * @return the numbers of the issued letters
   */
  List<String> rounds(int rounds, int atOnce, int bytes) {
    List<Callable<List<String>>> work = new ArrayList<>();
    for (int i = 0; i < atOnce; i++) {
      int share = rounds / atOnce + (i < rounds % atOnce ? 1 : 0);
      work.add(
          () -> {
            List<Guest> people = PEOPLE.stream().map(p -> new Guest(origin, p)).toList();
            return IntStream.range(0, share).mapToObj(n -> round(people, bytes)).toList();
          });
    }
    return atOnce(work).stream().flatMap(List::stream).toList();
  }

  private String round(List<Guest> people, int bytes) {
    String id = open(people.get(0));
    Path letter = letter(bytes);
    people.get(0).upload("/dossiers/" + id + "/documents/OFFICIAL_LETTER", letter);
    for (int i = 0; i < OUTCOMES.size(); i++) {
      Guest person = people.get(i);
      if (OUTCOMES.get(i).equals("issued")) {
        person.upload("/dossiers/" + id + "/signed/OFFICIAL_LETTER", letter);
      }
      String task = person.get("/dossiers/" + id).path("task").path("id").asText();
      person.post("/tasks/" + task + "/decision", Map.of("outcome", OUTCOMES.get(i)));
    }
    JsonNode record = people.get(3).get("/dossiers/" + id).path("records").path(0);
    long read = people.get(3).download("/records/" + record.path("id").asText() + "/content");
    require(read == bytes, "the record has " + read + " bytes instead of " + bytes);
    delete(letter);
    return record.path("register").path("symbol").asText();
  }

  /** Sends large letters at once, one dossier each, and reads all of them back at once. */
  void uploads(int atOnce, int bytes) {
    List<Callable<Long>> work = new ArrayList<>();
    for (int i = 0; i < atOnce; i++) {
      Guest person = new Guest(origin, PEOPLE.get(0));
      String id = open(person);
      Path letter = letter(bytes);
      work.add(
          () -> {
            JsonNode stored =
                person.upload("/dossiers/" + id + "/documents/OFFICIAL_LETTER", letter);
            delete(letter);
            String document = stored.path("id").asText();
            String version = stored.path("version").asText();
            return person.download(
                "/dossiers/" + id + "/documents/" + document + "/versions/" + version + "/content");
          });
    }
    for (long read : atOnce(work)) {
      require(read == bytes, "the letter has " + read + " bytes instead of " + bytes);
    }
  }

  private String open(Guest specialist) {
    return specialist
        .post(
            "/dossiers",
            Map.of(
                "subject",
                "Đề nghị đề xuất nội dung Kế hoạch, lần " + count.incrementAndGet(),
                "planYear",
                2027,
                "unit",
                "PTTDN",
                "addressees",
                List.of("NVDP", "TTBC")))
        .path("id")
        .asText();
  }

  private Path letter(int bytes) {
    long n = count.incrementAndGet();
    try {
      return Files.write(folder.resolve("letter-" + n + ".pdf"), letters.ofSize(bytes, n));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path letter) {
    try {
      Files.delete(letter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the host did not bear the load", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(what);
    }
  }
}
