package vn.ttdn.core.plan;

import java.util.Optional;

/**
 * What a letter apart belongs to.
 *
 * @param planId the plan dossier that it is about
 * @param round the round whose letter it reminds of or mends, 1 to 3
 * @param purpose why it is written
 * @param recordId the issued record that it corrects, replaces or recalls; empty for a reminder
 */
public record LetterCase(
    String planId, int round, LetterPurpose purpose, Optional<String> recordId) {}
