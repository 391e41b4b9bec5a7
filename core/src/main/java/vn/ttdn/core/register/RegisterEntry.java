package vn.ttdn.core.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ttdn.core.plan.Addressee;
import vn.ttdn.core.plan.LetterPurpose;
import vn.ttdn.core.schema.DocumentKind;

/**
 * One line of a register of issued documents (columns: NĐ 30/2020/NĐ-CP, Phụ lục IV).
 *
 * @param key the series
 * @param number the number in it
 * @param symbol number and symbol as written, e.g. {@code 05/TTĐN-PTTĐN}
 * @param kind what kind of document
 * @param subject trích yếu
 * @param issuedOn the document's date, Asia/Ho_Chi_Minh
 * @param signerName who signed
 * @param signerPosition office above the signature, e.g. {@code KT. CỤC TRƯỞNG / PHÓ CỤC TRƯỞNG}
 * @param addressees nơi nhận
 * @param draftingUnit code of the unit that drafted it
 * @param dossierId where it comes from
 * @param recordId the frozen record
 * @param relation what it does to an earlier record, if it mends one
 * @param issuedBy user name of the clerk
 * @param issuedAt when the number was given
 */
public record RegisterEntry(
    RegisterKey key,
    long number,
    String symbol,
    DocumentKind kind,
    String subject,
    LocalDate issuedOn,
    String signerName,
    String signerPosition,
    List<Addressee> addressees,
    String draftingUnit,
    String dossierId,
    String recordId,
    Optional<Relation> relation,
    String issuedBy,
    Instant issuedAt) {
  public RegisterEntry {
    addressees = List.copyOf(addressees);
  }

  /**
   * That a document corrects, replaces or recalls an earlier one.
   *
   * @param purpose which of the three
   * @param recordId the earlier record
   */
  public record Relation(LetterPurpose purpose, String recordId) {}

  /** What is written about its record. */
  public RecordFacts facts() {
    return new RecordFacts(
        kind,
        number,
        symbol,
        subject,
        issuedOn,
        signerName,
        signerPosition,
        addressees,
        draftingUnit,
        issuedBy,
        Optional.empty());
  }

  /** The entry with the id that the host gave to the record. */
  public RegisterEntry withRecord(String id) {
    return new RegisterEntry(
        key,
        number,
        symbol,
        kind,
        subject,
        issuedOn,
        signerName,
        signerPosition,
        addressees,
        draftingUnit,
        dossierId,
        id,
        relation,
        issuedBy,
        issuedAt);
  }
}
