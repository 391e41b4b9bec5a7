package vn.ttdn.core.register;

import java.time.Instant;
import java.util.Optional;
import vn.ttdn.core.schema.DocumentKind;

/**
 * A frozen record, as the ledger knows it; its content is the host's.
 *
 * @param recordId the host's id
 * @param dossierId where it comes from
 * @param kind what kind of document it is
 * @param round the round in which it was frozen, 1 to 3
 * @param enclosureOf the record that it was sent with; empty for a document of its own
 * @param documentId the document it was frozen from
 * @param version that document's version
 * @param name file name
 * @param mimeType as detected
 * @param size bytes
 * @param sha256 64 hexadecimal digits; what the content is checked against
 * @param frozenAt when
 */
public record IssuedRecord(
    String recordId,
    String dossierId,
    DocumentKind kind,
    int round,
    Optional<String> enclosureOf,
    String documentId,
    String version,
    String name,
    String mimeType,
    long size,
    String sha256,
    Instant frozenAt) {}
