package vn.ttdn.core.port;

import java.time.Instant;
import vn.ttdn.core.schema.DocumentKind;
import vn.ttdn.core.schema.DocumentSlot;

/**
 * One version of a document as the host's repository has it.
 *
 * @param id the host's id, the same for all versions
 * @param slot which place of the dossier it fills
 * @param name file name
 * @param mimeType as detected, not as claimed
 * @param size bytes
 * @param sha256 of the content, 64 hexadecimal digits
 * @param version the host's label, e.g. {@code 1.0}
 * @param createdBy user name of who stored this version
 * @param createdAt when
 */
public record StoredDocument(
    String id,
    DocumentSlot slot,
    String name,
    String mimeType,
    long size,
    String sha256,
    String version,
    String createdBy,
    Instant createdAt) {

  public DocumentKind kind() {
    return slot.kind();
  }
}
