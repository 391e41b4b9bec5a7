package vn.ttdn.core.port;

import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.register.RegisterEntry;

/**
 * What a host needs to make a record.
 *
 * @param dossier the dossier, as it stands before the freeze
 * @param document the version to freeze
 * @param entry what is written about it; its {@code recordId} is empty, the host gives it
 */
public record RecordToFreeze(Dossier dossier, StoredDocument document, RegisterEntry entry) {}
