package vn.ttdn.share.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ttdn.platform.consistency.Resources.SHARE;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import vn.ttdn.core.plan.DossierState;
import vn.ttdn.core.plan.SigningAuthority;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.platform.consistency.Bundle;
import vn.ttdn.platform.consistency.Labels;

/** What people see of the Share side has a label, in Vietnamese and in English. */
class LabelsTest {
  private static final String BUNDLE = "alfresco/messages/ttdn-share";

  @Test
  void bothLanguagesSayTheSameThings() {
    Labels.complete(BUNDLE, bundle("_vi"), bundle("_en"));
  }

  @Test
  void whoseLanguageIsAnotherOneSeesBoth() {
    SortedMap<String, String> both = bundle("");
    SortedMap<String, String> english = bundle("_en");
    Labels.sameKeys(BUNDLE, both.keySet(), english.keySet());
    bundle("_vi")
        .forEach(
            (key, label) ->
                assertThat(both.get(key))
                    .as(BUNDLE + " " + key)
                    .isEqualTo(either(label, english, key)));
  }

  private static String either(String label, SortedMap<String, String> english, String key) {
    return label + " / " + english.get(key);
  }

  private static SortedMap<String, String> bundle(String language) {
    return Bundle.read(SHARE.file(BUNDLE + language + ".properties"));
  }

  @Test
  void whatIsChosenIsCalledAsCoreCallsIt() {
    for (String language : List.of("vi", "en")) {
      Locale locale = Locale.forLanguageTag(language);
      SortedMap<String, String> labels = bundle("_" + language);
      for (DocumentKind kind : DocumentKind.values()) {
        assertThat(labels).containsEntry("ttdn.kind." + kind.name(), kind.label(locale));
      }
      for (DossierState state : DossierState.values()) {
        assertThat(labels).containsEntry("ttdn.state." + state.name(), state.label(locale));
      }
      for (SigningAuthority authority : SigningAuthority.values()) {
        assertThat(labels)
            .containsEntry("ttdn.authority." + authority.name(), authority.label(locale));
      }
    }
  }
}
