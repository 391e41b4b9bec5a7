package vn.ttdn.core.port;

import vn.ttdn.core.plan.Dossier;
import vn.ttdn.core.register.RecordFacts;

/**
 * What a host needs to make a record.
 *
 * @param dossier the dossier, as it stands before the freeze
 * @param document the version to freeze
 * @param facts what is written about it
 */
public record RecordToFreeze(Dossier dossier, StoredDocument document, RecordFacts facts) {}
