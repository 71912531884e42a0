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

/** Compares how a draft chooses its credentials: inline, separated, selected by id or by name. */
final class CredentialSelectionComparison {

    private final DesiredConnection desired;
    private final DataConnection held;
    private final Predicate<WriteRecord> known;

    final List<PlannedChange> entries = new ArrayList<>();
    final List<WriteRecord> written = new ArrayList<>();
    final Map<String, Object> writes = new LinkedHashMap<>();
    final boolean separated;
    private @Nullable String needsSecrets;

    CredentialSelectionComparison(
            DesiredConnection desired, DataConnection held, boolean hasSecrets, Predicate<WriteRecord> known) {
        this.desired = desired;
        this.held = held;
        this.known = known;
        Map<String, Object> properties = desired.draft().properties();
        Object separate = properties.get(SEPARATE_CREDENTIALS);
        this.separated = separate == null ? held.separateCredentials() : isTrue(separate);
        if (separate != null) {
            compareSeparation();
        }
        Object selected = properties.get(SELECTED_CREDENTIALS);
        Object name = properties.get(CREDENTIALS_NAME);
        if (selected != null) {
            compareId(SELECTED_CREDENTIALS, String.valueOf(selected), String.valueOf(selected));
        } else if (name != null) {
            compareName(String.valueOf(name), hasSecrets);
        }
    }

    private static boolean isTrue(Object value) {
        return "true".equalsIgnoreCase(String.valueOf(value));
    }

    /** Why the selection needs the secrets of the draft, null if it does not. */
    @Nullable String needsSecrets() {
        return needsSecrets;
    }

    private void compareSeparation() {
        String before = String.valueOf(held.separateCredentials());
        boolean same = separated == held.separateCredentials();
        String path = DraftPropertyComparison.path(SEPARATE_CREDENTIALS);
        WriteRecord value = new WriteRecord(path, separated, before);
        if (same) {
            entries.add(PlannedChange.of(path, ComparisonStatus.EQUAL, before, before));
        } else if (known.test(value)) {
            entries.add(PlannedChange.of(path, ComparisonStatus.STORED_AS, before, String.valueOf(separated))
                    .withNote("The setting was written, and the tenant returns the other value."));
        } else {
            entries.add(PlannedChange.of(path, ComparisonStatus.DIFFERENT, before, String.valueOf(separated)));
            written.add(value);
            writes.put(SEPARATE_CREDENTIALS, separated);
            if (!separated) {
                needsSecrets = "the credentials are no longer separated";
            }
        }
    }

    private void compareName(String name, boolean hasSecrets) {
        String path = DraftPropertyComparison.path(CREDENTIALS_NAME);
        String present = held.credentialsId().orElse(null);
        WriteRecord value = new WriteRecord(path, name, present);
        if (desired.credentials().named().isPresent()) {
            compareId(
                    CREDENTIALS_NAME, name, desired.credentials().named().get().id());
        } else if (known.test(value)) {
            entries.add(PlannedChange.of(path, ComparisonStatus.STORED_AS, present, name)
                    .withNote("The credentials were written, and the tenant returns none of this name."));
        } else if (hasSecrets
                && (!held.separateCredentials()
                        || present == null
                        || desired.credentials().ownPresent())) {
            entries.add(PlannedChange.of(path, ComparisonStatus.DIFFERENT, present, name)
                    .withNote(
                            "There are no credentials of this name: they are created with the secrets of the draft."));
            written.add(value);
            writes.put(CREDENTIALS_NAME, name);
            needsSecrets = "the credentials \"" + name + "\" are created";
        } else {
            entries.add(
                    PlannedChange.of(path, ComparisonStatus.NOT_COMPARED, present, name)
                            .withNote(
                                    "The caller can see no credentials of this name. Those of another user cannot be looked up."));
        }
    }

    /** Compares the id of the credentials; a difference is written as the selected credentials. */
    private void compareId(String property, String shown, String id) {
        String path = DraftPropertyComparison.path(property);
        String present = held.credentialsId().orElse(null);
        WriteRecord value = new WriteRecord(path, id, present);
        if (id.equals(present) && held.separateCredentials()) {
            entries.add(PlannedChange.of(path, ComparisonStatus.EQUAL, present, shown));
        } else if (known.test(value)) {
            entries.add(PlannedChange.of(
                            path,
                            present == null ? ComparisonStatus.NOT_RETURNED : ComparisonStatus.STORED_AS,
                            present,
                            shown)
                    .withNote("The credentials were selected, and the tenant returns "
                            + (present == null ? "none." : "others.")));
        } else {
            entries.add(PlannedChange.of(
                    path, present == null ? ComparisonStatus.MISSING : ComparisonStatus.DIFFERENT, present, shown));
            written.add(value);
            writes.put(SELECTED_CREDENTIALS, id);
        }
    }
}
