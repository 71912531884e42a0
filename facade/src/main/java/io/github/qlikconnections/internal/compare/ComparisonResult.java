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
 * The result of comparing a draft with a connection, and the requests that make up for the differences.
 *
 * @param entries one for each value that the draft names
 * @param replacement the whole new definition that is sent first, for connections of a connect statement
 * @param patch the changes that are sent
 * @param written the values that the requests write, as they are to be remembered
 * @param notPatchable the values that differ and that no request can write
 * @param credentialsSent the credentials in the requests, by name
 * @param credentialsReason why they are sent
 * @param credentialsNotSent the credentials of the draft that are not sent
 * @param violations what forbids to send anything
 * @param warnings what to know
 */
public record ComparisonResult(
        List<PlannedChange> entries,
        Optional<ConnectionReplacement> replacement,
        Optional<ConnectionPatch> patch,
        List<WriteRecord> written,
        List<WriteRecord> notPatchable,
        List<String> credentialsSent,
        @Nullable String credentialsReason,
        List<String> credentialsNotSent,
        List<Violation> violations,
        List<String> warnings) {

    /** Whether anything is to be sent. */
    public boolean isWriting() {
        return replacement.isPresent() || patch.isPresent();
    }

    /** Whether nothing can be claimed of a value. */
    public boolean isUnverified() {
        return entries.stream().anyMatch(entry -> entry.status() == ComparisonStatus.NOT_COMPARED);
    }
}
