package vn.ttdn.core.register;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the register of incoming documents (sổ văn bản đến; NĐ 30/2020/NĐ-CP, Phụ lục IV).
 *
 * @param key the series: register {@link RegisterConfig#INCOMING}
 * @param number arrival number (số đến)
 * @param arrivedOn day of arrival (ngày đến)
 * @param sender who sent it
 * @param symbol its own number and symbol, as its sender wrote them
 * @param issuedOn its own date
 * @param subject trích yếu
 * @param dossierId the dossier that it belongs to
 * @param answerId the answer that it is
 * @param recordId the frozen record
 * @param registeredBy user name of the clerk
 * @param registeredAt when
 */
public record IncomingEntry(
    RegisterKey key,
    long number,
    LocalDate arrivedOn,
    String sender,
    String symbol,
    LocalDate issuedOn,
    String subject,
    String dossierId,
    String answerId,
    String recordId,
    String registeredBy,
    Instant registeredAt) {

  public IncomingEntry withRecord(String id) {
    return new IncomingEntry(
        key,
        number,
        arrivedOn,
        sender,
        symbol,
        issuedOn,
        subject,
        dossierId,
        answerId,
        id,
        registeredBy,
        registeredAt);
  }
}
