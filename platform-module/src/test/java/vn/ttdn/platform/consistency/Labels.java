package vn.ttdn.platform.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.SortedMap;

/** What every pair of bundles has to keep. */
public final class Labels {
  private Labels() {}

  /**
   * Asserts that both languages have the same keys with the same places for values, that no label
   * is empty or its own key, and that the Vietnamese is composed (NFC).
   *
   * @return the Vietnamese labels
   */
  public static SortedMap<String, String> complete(
      SortedMap<String, String> vietnamese, SortedMap<String, String> english) {
    assertThat(english.keySet()).isNotEmpty().isEqualTo(vietnamese.keySet());
    vietnamese.forEach(
        (key, label) -> {
          assertThat(label).as(key).isNotBlank().isNotEqualTo(key);
          assertThat(english.get(key)).as(key).isNotBlank().isNotEqualTo(key);
          assertThat(Normalizer.isNormalized(label, Normalizer.Form.NFC)).as(key).isTrue();
          assertThat(places(label)).as(key).isEqualTo(places(english.get(key)));
        });
    assertThat(vietnamese.values())
        .as("is this Vietnamese?")
        .anyMatch(label -> label.codePoints().anyMatch(c -> c > 0x7f));
    return vietnamese;
  }

  private static String places(String label) {
    return label.replaceAll("[^{}0-9]|(?<!\\{)[0-9]", "");
  }
}
