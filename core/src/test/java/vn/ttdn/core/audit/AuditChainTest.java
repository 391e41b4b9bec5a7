package vn.ttdn.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AuditChainTest {
  private static final int LENGTH = 6;

  @Test
  void aWholeChainHolds() {
    List<AuditEntry> chain = chain();
    assertThat(AuditChain.firstBreak(chain, LENGTH, head(chain))).isEmpty();
    assertThat(AuditChain.firstBreak(List.of(), 0, AuditChain.START)).isEmpty();
  }

  @Property
  void aChangedEntryShows(@ForAll @IntRange(max = LENGTH - 1) int at) {
    List<AuditEntry> chain = chain();
    String head = head(chain);
    AuditEntry e = chain.get(at);
    chain.set(
        at,
        new AuditEntry(
            e.dossierId(),
            e.ordinal(),
            e.at(),
            "mallory",
            e.action(),
            e.detail(),
            e.previous(),
            e.hash()));
    assertThat(AuditChain.firstBreak(chain, LENGTH, head)).contains(at + 1);
  }

  @Property
  void aRemovedEntryShows(@ForAll @IntRange(max = LENGTH - 1) int at) {
    List<AuditEntry> chain = chain();
    String head = head(chain);
    chain.remove(at);
    assertThat(AuditChain.firstBreak(chain, LENGTH, head)).contains(at + 1);
  }

  @Property
  void swappedEntriesShow(@ForAll @IntRange(max = LENGTH - 2) int at) {
    List<AuditEntry> chain = chain();
    String head = head(chain);
    Collections.swap(chain, at, at + 1);
    assertThat(AuditChain.firstBreak(chain, LENGTH, head)).contains(at + 1);
  }

  @Test
  void aRewrittenTailShowsAgainstTheHead() {
    List<AuditEntry> chain = chain();
    String head = head(chain);
    AuditEntry last = chain.get(LENGTH - 1);
    chain.set(
        LENGTH - 1,
        AuditChain.next("d", LENGTH - 1, last.previous(), last.at(), "mallory", "a", "{}"));
    assertThat(AuditChain.firstBreak(chain, LENGTH, head)).isPresent();
  }

  @Test
  void fieldsCannotBeShiftedIntoEachOther() {
    AuditEntry one = AuditChain.next("d", 0, AuditChain.START, Instant.EPOCH, "ab", "c", "{}");
    AuditEntry two = AuditChain.next("d", 0, AuditChain.START, Instant.EPOCH, "a", "bc", "{}");
    assertThat(one.hash()).isNotEqualTo(two.hash());
  }

  private static List<AuditEntry> chain() {
    List<AuditEntry> chain = new ArrayList<>();
    String head = AuditChain.START;
    for (int i = 0; i < LENGTH; i++) {
      Instant at = Instant.parse("2026-11-23T01:02:03.456789Z").plusSeconds(i);
      AuditEntry e = AuditChain.next("d", i, head, at, "person" + i, "step", "{\"n\":" + i + "}");
      chain.add(e);
      head = e.hash();
    }
    return chain;
  }

  private static String head(List<AuditEntry> chain) {
    return chain.get(chain.size() - 1).hash();
  }
}
