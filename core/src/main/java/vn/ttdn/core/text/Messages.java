package vn.ttdn.core.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * Core's texts for people, Vietnamese first, English second. Any other language gets Vietnamese:
 * the users are Vietnamese officials.
 */
public final class Messages {
  public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  public static final Locale ENGLISH = Locale.ENGLISH;

  private static final String BUNDLE = "vn.ttdn.core.messages";
  private static final Messages VI = new Messages(VIETNAMESE);
  private static final Messages EN = new Messages(ENGLISH);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            Messages.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The texts for a reader of {@code locale}. */
  public static Messages in(Locale locale) {
    return locale != null && "en".equals(locale.getLanguage()) ? EN : VI;
  }

  public Locale locale() {
    return locale;
  }

  /**
   * The text under {@code key} with its {@code {0}}, {@code {1}}… filled in.
   *
   * @throws MissingResourceException if no bundle has the key: a fault of ours, found by a test
   */
  public String text(String key, Object... args) {
    String pattern = bundle.getString(key);
    return new MessageFormat(pattern, locale).format(args);
  }

  /** All keys of this language, for the tests that compare the bundles. */
  public Set<String> keys() {
    return bundle.keySet();
  }
}
