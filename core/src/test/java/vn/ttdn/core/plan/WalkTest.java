package vn.ttdn.core.plan;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever anybody tries in whatever order, from whatever step: what has to hold goes on holding.
 * Most of what is tried is refused, and a refusal leaves everything as it was.
 */
class WalkTest {
  private static final int LONGEST = 40;

  @Property(tries = 150)
  void whateverPeopleTry(@ForAll Step start, @ForAll("moves") List<Walk.Move> moves) {
    Walk walk = Walk.from(start);
    walk.checkEverything();
    for (Walk.Move move : moves) {
      walk.make(move);
      walk.checkEverything();
    }
  }

  @Provide
  Arbitrary<List<Walk.Move>> moves() {
    return Combinators.combine(
            Arbitraries.of(Walk.Kind.class),
            Arbitraries.integers().between(0, 999),
            Arbitraries.integers().between(0, 999))
        .as(Walk.Move::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(LONGEST);
  }
}
