package io.github.qlikconnections.plan;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of an update.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class UpdateResult {

    private final String connectionId;
    private final List<PlannedChange> changes;
    private final List<String> warnings;

    private UpdateResult(String connectionId, List<PlannedChange> changes, List<String> warnings) {
        this.connectionId = Arguments.require(connectionId, "connectionId");
        this.changes = Arguments.list(changes, "changes");
        this.warnings = Arguments.list(warnings, "warnings");
    }

    /**
     * Creates a result, for the library and for stubs.
     *
     * @param connectionId the id of the connection
     * @param changes the changes that were sent
     * @param warnings the warnings, as sentences
     * @return the result
     */
    public static UpdateResult of(String connectionId, List<PlannedChange> changes, List<String> warnings) {
        return new UpdateResult(connectionId, changes, warnings);
    }

    /**
     * Returns the id of the updated connection.
     *
     * @return the id of the connection
     */
    public String connectionId() {
        return connectionId;
    }

    /**
     * Returns the changes that were sent.
     *
     * @return an unmodifiable list
     */
    public List<PlannedChange> changes() {
        return changes;
    }

    /**
     * Returns warnings, for example about credentials that the tenant detaches.
     *
     * @return an unmodifiable list of sentences
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put(WireMembers.CONNECTION_ID, connectionId)
                .put("changes", changes, PlannedChange::toMap)
                .put("warnings", warnings)
                .toMap();
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

    /** Returns the id, the paths with their values unless these may be secret, and the warnings. */
    @Override
    public String toString() {
        List<String> formatted = changes.stream().map(UpdateResult::format).toList();
        return "UpdateResult[" + connectionId + ", changed " + formatted + ", warnings " + warnings + "]";
    }

    private static String format(PlannedChange change) {
        if (change.after().isPresent()) {
            return change.path() + ": "
                    + change.before().map(before -> before + " -> ").orElse("")
                    + change.after().get();
        }
        return change.path() + change.before().map(before -> ": was " + before).orElse(" (value not shown)");
    }
}
