package vn.ttdn.core.plan;

import java.util.List;
import java.util.Optional;
import vn.ttdn.core.schema.DocumentKind;

/** Which documents a dossier needs in its round (QT.TTĐN.03, 6.2.1, 6.2.5, 6.2.9). */
public final class RoundDocuments {
  private RoundDocuments() {}

  /** The kinds that have to be there, the one that is reviewed and issued first. */
  public static List<DocumentKind> needed(Dossier dossier) {
    Optional<LetterCase> letter = dossier.letter();
    if (letter.isPresent()) {
      return List.of(letter.get().purpose().kind());
    }
    return switch (dossier.round()) {
      case 1 -> List.of(DocumentKind.OFFICIAL_LETTER);
      case 2 -> List.of(DocumentKind.COMMENT_LETTER, DocumentKind.DECISION, DocumentKind.PLAN);
      default -> List.of(DocumentKind.SUBMISSION_SLIP, DocumentKind.DECISION, DocumentKind.PLAN);
    };
  }

  /** What gets its number at an issuing step of the dossier. */
  public static DocumentKind issued(Dossier dossier, Step step) {
    return step == Step.MINISTRY_CLERK_ISSUE ? DocumentKind.DECISION : needed(dossier).get(0);
  }

  /** What goes with it: the draft plan for comment, the plan for decision, the issued plan. */
  public static List<DocumentKind> enclosed(Dossier dossier, Step step) {
    if (step == Step.MINISTRY_CLERK_ISSUE) {
      return List.of(DocumentKind.PLAN);
    }
    List<DocumentKind> needed = needed(dossier);
    return needed.subList(1, needed.size());
  }
}
