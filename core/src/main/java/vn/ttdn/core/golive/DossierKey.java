package vn.ttdn.core.golive;

import vn.ttdn.core.text.Fold;

/**
 * What makes two dossiers the same to a reader: the same trích yếu, told apart neither by case nor
 * by diacritics, for the same year, from the same unit.
 *
 * @param subject trích yếu; folded here
 * @param planYear year that the plan is for
 * @param unit code of the drafting unit
 */
public record DossierKey(String subject, int planYear, String unit) {
  public DossierKey {
    subject = Fold.fold(subject);
  }
}
