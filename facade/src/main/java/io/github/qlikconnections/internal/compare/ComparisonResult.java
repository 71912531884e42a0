package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.validation.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of comparing a draft with a connection, and the requests that remove the differences.
 *
 * @param entries one entry for each value of the draft
 * @param replacement the complete new definition, which is sent before the patch; only for a connect statement
 * @param patch the changes, empty if nothing is patched
 * @param writeRecords the values that the requests write, for {@link WriteHistory}
 * @param notPatchable the values that differ and cannot be written by any request
 * @param credentialsSent the names of the credential properties in the requests
 * @param credentialsReason the reason why they are sent, null if none are sent
 * @param credentialsNotSent the names of the credential properties of the draft that are not sent
 * @param violations the violations that prevent the requests
 * @param warnings messages for the caller that prevent nothing
 */
public record ComparisonResult(
        List<PlannedChange> entries,
        Optional<ConnectionReplacement> replacement,
        Optional<ConnectionPatch> patch,
        List<WriteRecord> writeRecords,
        List<WriteRecord> notPatchable,
        List<String> credentialsSent,
        @Nullable String credentialsReason,
        List<String> credentialsNotSent,
        List<Violation> violations,
        List<String> warnings) {

    /** Returns whether the result contains a request. */
    public boolean hasWrites() {
        return replacement.isPresent() || patch.isPresent();
    }

    /** Returns whether a value could not be compared. */
    public boolean isUnverified() {
        return entries.stream().anyMatch(entry -> entry.status() == ComparisonStatus.NOT_COMPARED);
    }
}
