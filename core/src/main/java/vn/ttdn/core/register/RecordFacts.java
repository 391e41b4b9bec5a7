package vn.ttdn.core.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.schema.DocumentKind;

/**
 * What is written about a record on the day that it is frozen (NĐ 30/2020/NĐ-CP, Phụ lục VI).
 *
 * @param kind what kind of document
 * @param number in its register; of an enclosure, that of the letter it goes with; for an incoming
 *     document, its arrival number
 * @param symbol number and symbol as written by who issued it
 * @param subject trích yếu
 * @param issuedOn the document's date
 * @param signerName who signed; empty string where nobody signed: a draft sent for comment
 * @param signerPosition office above the signature, with KT., TL., TUQ. or TM. where it applies
 * @param addressees nơi nhận: their units may read the record
 * @param draftingUnit code of the unit that drafted it
 * @param issuedBy user name of the clerk
 * @param enclosureOf the record that it was sent with; empty for a document of its own
 */
public record RecordFacts(
    DocumentKind kind,
    long number,
    String symbol,
    String subject,
    LocalDate issuedOn,
    String signerName,
    String signerPosition,
    List<Addressee> addressees,
    String draftingUnit,
    String issuedBy,
    Optional<String> enclosureOf) {
  public RecordFacts {
    addressees = List.copyOf(addressees);
  }
}
