package vn.ttdn.core.register;

import java.time.Instant;

/**
 * A frozen record, as the ledger knows it; its content is the host's.
 *
 * @param recordId the host's id
 * @param dossierId where it comes from
 * @param documentId the draft it was frozen from
 * @param version the draft's version
 * @param name file name
 * @param mimeType as detected
 * @param size bytes
 * @param sha256 64 hexadecimal digits; what the content is checked against
 * @param frozenAt when
 */
public record IssuedRecord(
    String recordId,
    String dossierId,
    String documentId,
    String version,
    String name,
    String mimeType,
    long size,
    String sha256,
    Instant frozenAt) {}
