package io.github.qlikconnections.plan;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an update changed.
 *
 * <p>Immutable.
 */
public final class UpdateResult {

    private final String connectionId;
    private final List<PlannedChange> changes;
    private final List<String> warnings;

    private UpdateResult(String connectionId, List<PlannedChange> changes, List<String> warnings) {
        this.connectionId = Arguments.given(connectionId, "connectionId");
        this.changes = Arguments.list(changes, "changes");
        this.warnings = Arguments.list(warnings, "warnings");
    }

    /**
     * Gathers the parts; the library does it itself, and stubs of it can.
     *
     * @param connectionId a connection id
     * @param changes an unmodifiable list
     * @param warnings an unmodifiable list of sentences
     * @return the value
     */
    public static UpdateResult of(String connectionId, List<PlannedChange> changes, List<String> warnings) {
        return new UpdateResult(connectionId, changes, warnings);
    }

    /**
     * The connection that was updated.
     *
     * @return a connection id
     */
    public String connectionId() {
        return connectionId;
    }

    /**
     * What was sent.
     *
     * @return an unmodifiable list
     */
    public List<PlannedChange> changes() {
        return changes;
    }

    /**
     * What a person should know, such as credentials that the tenant detaches.
     *
     * @return an unmodifiable list of sentences
     */
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UpdateResult that
                && connectionId.equals(that.connectionId)
                && changes.equals(that.changes)
                && warnings.equals(that.warnings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(connectionId, changes, warnings);
    }

    /** Returns the id, the paths with their values as far as they may be shown, and the warnings. */
    @Override
    public String toString() {
        List<String> shown = changes.stream().map(UpdateResult::shown).toList();
        return "UpdateResult[" + connectionId + ", changed " + shown + ", warnings " + warnings + "]";
    }

    private static String shown(PlannedChange change) {
        if (change.after().isPresent()) {
            return change.path() + ": "
                    + change.before().map(before -> before + " -> ").orElse("")
                    + change.after().get();
        }
        return change.path() + change.before().map(before -> ": was " + before).orElse(" (value not shown)");
    }
}
