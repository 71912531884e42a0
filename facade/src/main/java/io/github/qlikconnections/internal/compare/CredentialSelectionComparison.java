package io.github.qlikconnections.internal.compare;

import static io.github.qlikconnections.internal.wire.WireNames.CREDENTIALS_NAME;
import static io.github.qlikconnections.internal.wire.WireNames.SELECTED_CREDENTIALS;
import static io.github.qlikconnections.internal.wire.WireNames.SEPARATE_CREDENTIALS;

import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.PlannedChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares how a draft selects its credentials: inline, separated, by id or by name. */
final class CredentialSelectionComparison {

    private final DesiredConnection desired;
    private final DataConnection current;
    private final Predicate<WriteRecord> isRecorded;

    final List<PlannedChange> entries = new ArrayList<>();
    final List<WriteRecord> writeRecords = new ArrayList<>();
    final Map<String, Object> changes = new LinkedHashMap<>();
    final boolean isSeparated;
    private @Nullable String secretsReason;

    CredentialSelectionComparison(
            DesiredConnection desired, DataConnection current, boolean hasSecrets, Predicate<WriteRecord> isRecorded) {
        this.desired = desired;
        this.current = current;
        this.isRecorded = isRecorded;
        Map<String, Object> properties = desired.draft().properties();
        Object separateCredentials = properties.get(SEPARATE_CREDENTIALS);
        this.isSeparated = separateCredentials == null ? current.separateCredentials() : isTrue(separateCredentials);
        if (separateCredentials != null) {
            compareSeparation();
        }
        Object selectedId = properties.get(SELECTED_CREDENTIALS);
        Object name = properties.get(CREDENTIALS_NAME);
        if (selectedId != null) {
            compareId(SELECTED_CREDENTIALS, String.valueOf(selectedId), String.valueOf(selectedId));
        } else if (name != null) {
            compareName(String.valueOf(name), hasSecrets);
        }
    }

    private static boolean isTrue(Object value) {
        return "true".equalsIgnoreCase(String.valueOf(value));
    }

    /** Returns the reason why the selection requires the secrets of the draft, or null if it does not. */
    @Nullable String secretsReason() {
        return secretsReason;
    }

    private void compareSeparation() {
        String before = String.valueOf(current.separateCredentials());
        boolean isEqual = isSeparated == current.separateCredentials();
        String path = DraftPropertyComparison.pathOf(SEPARATE_CREDENTIALS);
        WriteRecord record = new WriteRecord(path, isSeparated, before);
        if (isEqual) {
            entries.add(PlannedChange.builder(path, ComparisonStatus.EQUAL)
                    .before(before)
                    .after(before)
                    .build());
        } else if (isRecorded.test(record)) {
            entries.add(PlannedChange.builder(path, ComparisonStatus.STORED_AS)
                    .before(before)
                    .after(String.valueOf(isSeparated))
                    .note("The setting was written, but the tenant returns the previous value.")
                    .build());
        } else {
            entries.add(PlannedChange.builder(path, ComparisonStatus.DIFFERENT)
                    .before(before)
                    .after(String.valueOf(isSeparated))
                    .build());
            writeRecords.add(record);
            changes.put(SEPARATE_CREDENTIALS, isSeparated);
            if (!isSeparated) {
                secretsReason = "the credentials are no longer separated";
            }
        }
    }

    private void compareName(String name, boolean hasSecrets) {
        String path = DraftPropertyComparison.pathOf(CREDENTIALS_NAME);
        String currentId = current.credentialsId().orElse(null);
        WriteRecord record = new WriteRecord(path, name, currentId);
        if (desired.credentials().found().isPresent()) {
            compareId(
                    CREDENTIALS_NAME, name, desired.credentials().found().get().id());
        } else if (isRecorded.test(record)) {
            entries.add(PlannedChange.builder(path, ComparisonStatus.STORED_AS)
                    .before(currentId)
                    .after(name)
                    .note("The credentials were written, but the tenant returns none of this name.")
                    .build());
        } else if (hasSecrets
                && (!current.separateCredentials()
                        || currentId == null
                        || desired.credentials().isCurrentVisible())) {
            entries.add(PlannedChange.builder(path, ComparisonStatus.DIFFERENT)
                    .before(currentId)
                    .after(name)
                    .note("No credentials have this name. They are created with the secrets of the draft.")
                    .build());
            writeRecords.add(record);
            changes.put(CREDENTIALS_NAME, name);
            secretsReason = "the credentials \"" + name + "\" are created";
        } else {
            entries.add(PlannedChange.builder(path, ComparisonStatus.NOT_COMPARED)
                    .before(currentId)
                    .after(name)
                    .note("The caller can see no credentials of this name. Credentials of another user cannot be"
                            + " looked up.")
                    .build());
        }
    }

    /** Compares the id of the credentials. A difference is written as the selected credentials. */
    private void compareId(String property, String displayedValue, String id) {
        String path = DraftPropertyComparison.pathOf(property);
        String currentId = current.credentialsId().orElse(null);
        WriteRecord record = new WriteRecord(path, id, currentId);
        if (id.equals(currentId) && current.separateCredentials()) {
            entries.add(PlannedChange.builder(path, ComparisonStatus.EQUAL)
                    .before(currentId)
                    .after(displayedValue)
                    .build());
        } else if (isRecorded.test(record)) {
            entries.add(PlannedChange.builder(
                            path, currentId == null ? ComparisonStatus.NOT_RETURNED : ComparisonStatus.STORED_AS)
                    .before(currentId)
                    .after(displayedValue)
                    .note("The credentials were selected, but the tenant returns "
                            + (currentId == null ? "none." : "others."))
                    .build());
        } else {
            entries.add(PlannedChange.builder(
                            path, currentId == null ? ComparisonStatus.MISSING : ComparisonStatus.DIFFERENT)
                    .before(currentId)
                    .after(displayedValue)
                    .build());
            writeRecords.add(record);
            changes.put(SELECTED_CREDENTIALS, id);
        }
    }
}
