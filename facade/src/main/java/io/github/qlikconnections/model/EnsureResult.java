package io.github.qlikconnections.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ensure} found or did.
 *
 * <p>Immutable.
 */
public final class EnsureResult {

    private final EnsureOutcome outcome;
    private final DataConnection connection;
    private final List<PropertyChange> changes;
    private final List<String> warnings;

    private EnsureResult(
            EnsureOutcome outcome, DataConnection connection, List<PropertyChange> changes, List<String> warnings) {
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.connection = Objects.requireNonNull(connection, "connection");
        this.changes = List.copyOf(changes);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Gathers the parts; the library does it itself, and stubs of it can.
     *
     * @param outcome the outcome
     * @param connection the connection
     * @param changes an unmodifiable list; empty unless the outcome is UPDATED
     * @param warnings an unmodifiable list of sentences
     * @return the value
     */
    public static EnsureResult of(
            EnsureOutcome outcome, DataConnection connection, List<PropertyChange> changes, List<String> warnings) {
        return new EnsureResult(outcome, connection, changes, warnings);
    }

    /**
     * Whether anything was written.
     *
     * @return the outcome
     */
    public EnsureOutcome outcome() {
        return outcome;
    }

    /**
     * The connection as it is now.
     *
     * @return the connection
     */
    public DataConnection connection() {
        return connection;
    }

    /**
     * What an update changed.
     *
     * @return an unmodifiable list; empty unless the outcome is UPDATED
     */
    public List<PropertyChange> changes() {
        return changes;
    }

    /**
     * What a person should know all the same.
     *
     * @return an unmodifiable list of sentences
     */
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnsureResult that
                && outcome.equals(that.outcome)
                && connection.equals(that.connection)
                && changes.equals(that.changes)
                && warnings.equals(that.warnings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(outcome, connection, changes, warnings);
    }

    /** The outcome, the connection and the changes. */
    @Override
    public String toString() {
        return outcome + " " + connection + (changes.isEmpty() ? "" : " " + changes);
    }
}
