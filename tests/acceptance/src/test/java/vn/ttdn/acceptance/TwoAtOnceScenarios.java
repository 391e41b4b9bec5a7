package vn.ttdn.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import vn.ttdn.acceptance.HostUnderTest.Who;

/**
 * Two people, or one in two windows, decide the same task at once: one does, the other hears it.
 */
class TwoAtOnceScenarios {
  private final HostUnderTest host = HostUnderTest.get();
  private final ExecutorService two = Executors.newFixedThreadPool(2);
  private final CyclicBarrier together = new CyclicBarrier(2);

  @AfterEach
  void end() {
    two.shutdownNow();
  }

  @RepeatedTest(10)
  void ofTwoLeadersOneDecides() throws Exception {
    Round round = Round.withLetter(host).submitted().acceptedByHead();
    String task = round.task(Who.LEADER);
    Client leader = host.as(Who.LEADER);
    Client deputy = host.as(Who.DEPUTY).reading("en");
    boolean leaderWon =
        firstWon(
            round,
            () -> Round.tryDecide(leader, task, "accepted", ""),
            () -> Round.tryDecide(deputy, task, "returned", "Chưa rõ."));
    assertThat(round.state()).isEqualTo(leaderWon ? "ISSUING" : "DRAFTING");
    JsonNode last = round.as(Who.SPECIALIST).path("decisions").path(2);
    assertThat(last.path("person").path("userName").asText())
        .isEqualTo((leaderWon ? Who.LEADER : Who.DEPUTY).userName());
  }

  @RepeatedTest(5)
  void ofTwoWindowsOneDecides() throws Exception {
    Round round = Round.withLetter(host).submitted();
    String task = round.task(Who.HEAD);
    Client first = host.as(Who.HEAD);
    Client second = host.inAnotherWindow(Who.HEAD).reading("en");
    boolean firstWon =
        firstWon(
            round,
            () -> Round.tryDecide(first, task, "accepted", ""),
            () -> Round.tryDecide(second, task, "returned", "Chưa rõ."));
    assertThat(round.state()).isEqualTo(firstWon ? "AGENCY_LEADER_REVIEW" : "DRAFTING");
  }

  @RepeatedTest(5)
  void fromTwoWindowsALetterIsIssuedOnce() throws Exception {
    Round round =
        Round.withLetter(host).submitted().acceptedByHead().acceptedByLeader().withSignedFile();
    String task = round.task(Who.CLERK);
    Client first = host.as(Who.CLERK);
    Client second = host.inAnotherWindow(Who.CLERK).reading("en");
    firstWon(round, () -> Round.tryIssue(first, task, ""), () -> Round.tryIssue(second, task, ""));
    JsonNode dossier = round.as(Who.SPECIALIST);
    assertThat(dossier.path("records").size()).isEqualTo(1);
    JsonNode entry = dossier.path("records").path(0).path("register");
    String subject = Client.encode(round.subject());
    JsonNode found =
        host.as(Who.CLERK)
            .get("/registers/CV/%s?q=%s".formatted(entry.path("year").asText(), subject))
            .json();
    assertThat(found.path("total").asInt()).isEqualTo(1);
  }

  /**
   * Both decide at once, the first reading Vietnamese and the second English: one gets 200 and a
   * decision more, the other 409 and the name of who was faster.
   */
  private boolean firstWon(Round round, Callable<Reply> first, Callable<Reply> second)
      throws Exception {
    int before = round.as(Who.SPECIALIST).path("decisions").size();
    List<Future<Reply>> replies = List.of(two.submit(at(first)), two.submit(at(second)));
    Reply vi = replies.get(0).get(2, TimeUnit.MINUTES);
    Reply en = replies.get(1).get(2, TimeUnit.MINUTES);
    assertThat(List.of(vi.status(), en.status()))
        .as(vi.text() + en.text())
        .containsExactlyInAnyOrder(200, 409);

    JsonNode decisions = round.as(Who.SPECIALIST).path("decisions");
    assertThat(decisions.size()).isEqualTo(before + 1);
    boolean firstWon = vi.status() == 200;
    Reply lost = firstWon ? en : vi;
    assertThat(lost.problem()).as(lost.text()).isEqualTo("task-decided-already");
    JsonNode problem = lost.json();
    assertThat(problem.path("title").asText())
        .isEqualTo(firstWon ? "The task is done already" : "Việc đã được xử lý");
    assertThat(problem.path("detail").asText())
        .contains(decisions.path(before).path("person").path("fullName").asText());
    assertThat(problem.path("remedy").asText()).isNotBlank();
    return firstWon;
  }

  private Callable<Reply> at(Callable<Reply> decision) {
    return () -> {
      together.await(1, TimeUnit.MINUTES);
      return decision.call();
    };
  }
}
