package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Set;
import java.util.SortedMap;

/** What every pair of bundles has to keep. */
public final class Labels {
  private Labels() {}

  /**
   * Asserts that both languages have the same keys with the same places for values, that no label
   * is empty or its own key, and that the Vietnamese is composed (NFC).
   *
   * @param bundle name of the files, without language and ending
   * @return the Vietnamese labels
   */
  public static SortedMap<String, String> complete(
      String bundle, SortedMap<String, String> vietnamese, SortedMap<String, String> english) {
    assertThat(vietnamese).as(bundle).isNotEmpty();
    sameKeys(bundle + "_en, against _vi", english.keySet(), vietnamese.keySet());
    vietnamese.forEach(
        (key, label) -> {
          assertThat(label).as(bundle + " " + key).isNotBlank().isNotEqualTo(key);
          assertThat(english.get(key)).as(bundle + " " + key).isNotBlank().isNotEqualTo(key);
          assertThat(Normalizer.isNormalized(label, Normalizer.Form.NFC))
              .as(bundle + " " + key)
              .isTrue();
          assertThat(places(label)).as(bundle + " " + key).isEqualTo(places(english.get(key)));
        });
    assertThat(vietnamese.values())
        .as(bundle + "_vi: is this Vietnamese?")
        .anyMatch(label -> label.codePoints().anyMatch(c -> c > 0x7f));
    return vietnamese;
  }

  /** Asserts that a bundle has these keys and no others; the message names those that differ. */
  public static void sameKeys(String bundle, Set<String> keys, Set<String> expected) {
    assertThat(keys).as(bundle).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String places(String label) {
    return label.replaceAll("[^{}0-9]|(?<!\\{)[0-9]", "");
  }
}
