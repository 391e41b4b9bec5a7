package vn.ttdn.core.letters;

import java.util.List;

/**
 * The words of a letter, for {@link LetterDraft}.
 *
 * @param subject without "V/v"
 * @param paragraphs the text, closed by "./."
 */
public record LetterText(String subject, List<String> paragraphs) {
  public LetterText {
    paragraphs = List.copyOf(paragraphs);
  }
}
