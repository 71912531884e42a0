package io.github.qlikconnections.plan;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.model.DataConnection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code ensure} for one draft.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class EnsureResult {

    private final EnsureOutcome outcome;
    private final DataConnection connection;
    private final List<PlannedChange> changes;
    private final List<PlannedChange> entries;
    private final List<String> credentialsSent;
    private final List<String> credentialsNotSent;
    private final List<String> warnings;

    private EnsureResult(Builder builder) {
        this.outcome = builder.outcome;
        this.connection = builder.connection;
        this.changes = List.copyOf(builder.changes);
        this.entries = List.copyOf(builder.entries);
        this.credentialsSent = List.copyOf(builder.credentialsSent);
        this.credentialsNotSent = List.copyOf(builder.credentialsNotSent);
        this.warnings = List.copyOf(builder.warnings);
    }

    /**
     * Creates a builder of a result, for stubs and tests.
     *
     * @param outcome the outcome
     * @param connection the connection
     * @return a builder
     */
    public static Builder builder(EnsureOutcome outcome, DataConnection connection) {
        return new Builder(outcome, connection);
    }

    /**
     * Returns the outcome, which indicates whether the connection was written.
     *
     * @return the outcome
     */
    public EnsureOutcome outcome() {
        return outcome;
    }

    /**
     * Returns the connection as it was last read.
     *
     * @return the connection
     */
    public DataConnection connection() {
        return connection;
    }

    /**
     * Returns the changes that an update wrote. Credentials are included without values.
     *
     * @return an unmodifiable list; empty unless the outcome is {@link EnsureOutcome#UPDATED}
     */
    public List<PlannedChange> changes() {
        return changes;
    }

    /**
     * Returns the comparison of the draft with the connection as it was last read, which is after the write if there
     * was one.
     *
     * @return an unmodifiable list with an entry for each value of the draft
     */
    public List<PlannedChange> entries() {
        return entries;
    }

    /**
     * Returns the values whose comparison has no result. The note of each value contains the reason.
     *
     * @return an unmodifiable list of the entries that are not equal
     */
    public List<PlannedChange> notCompared() {
        return entries.stream()
                .filter(entry -> entry.status() != ComparisonStatus.EQUAL)
                .toList();
    }

    /**
     * Returns which credentials were sent.
     *
     * @return an unmodifiable list of property names
     */
    public List<String> credentialsSent() {
        return credentialsSent;
    }

    /**
     * Returns which credentials of the draft were not sent. The connection keeps its existing ones.
     *
     * @return an unmodifiable list of property names
     */
    public List<String> credentialsNotSent() {
        return credentialsNotSent;
    }

    /**
     * Returns the warnings about the result: the notes and warnings of the validation of the draft, then those of the
     * comparison and of the write.
     *
     * @return an unmodifiable list of sentences without secret values
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
                .put("outcome", outcome)
                .put("connection", connection.toMap())
                .put("changes", changes, PlannedChange::toMap)
                .put("entries", entries, PlannedChange::toMap)
                .put("credentialsSent", credentialsSent)
                .put("credentialsNotSent", credentialsNotSent)
                .put("warnings", warnings)
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnsureResult that
                && outcome == that.outcome
                && connection.equals(that.connection)
                && changes.equals(that.changes)
                && entries.equals(that.entries)
                && credentialsSent.equals(that.credentialsSent)
                && credentialsNotSent.equals(that.credentialsNotSent)
                && warnings.equals(that.warnings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(outcome, connection, changes, entries, warnings);
    }

    /** Returns the outcome, the connection, the changes and the warnings. */
    @Override
    public String toString() {
        return outcome + " " + connection + (changes.isEmpty() ? "" : " " + changes)
                + (warnings.isEmpty() ? "" : " " + warnings);
    }

    /** Builds an {@link EnsureResult}. Not thread-safe. */
    public static final class Builder {

        private final EnsureOutcome outcome;
        private final DataConnection connection;
        private List<PlannedChange> changes = List.of();
        private List<PlannedChange> entries = List.of();
        private List<String> credentialsSent = List.of();
        private List<String> credentialsNotSent = List.of();
        private List<String> warnings = List.of();

        private Builder(EnsureOutcome outcome, DataConnection connection) {
            this.outcome = Arguments.require(outcome, "outcome");
            this.connection = Arguments.require(connection, "connection");
        }

        /**
         * Sets the changes that were written.
         *
         * @param value the changes
         * @return this builder
         */
        public Builder changes(List<PlannedChange> value) {
            this.changes = Arguments.list(value, "changes");
            return this;
        }

        /**
         * Sets the comparison with the connection as it was last read.
         *
         * @param value the entries
         * @return this builder
         */
        public Builder entries(List<PlannedChange> value) {
            this.entries = Arguments.list(value, "entries");
            return this;
        }

        /**
         * Sets which credentials were sent.
         *
         * @param names the property names
         * @return this builder
         */
        public Builder credentialsSent(List<String> names) {
            this.credentialsSent = Arguments.list(names, "names");
            return this;
        }

        /**
         * Sets which credentials of the draft were not sent.
         *
         * @param names the property names
         * @return this builder
         */
        public Builder credentialsNotSent(List<String> names) {
            this.credentialsNotSent = Arguments.list(names, "names");
            return this;
        }

        /**
         * Sets the warnings about the result.
         *
         * @param value the warnings, as sentences
         * @return this builder
         */
        public Builder warnings(List<String> value) {
            this.warnings = Arguments.list(value, "warnings");
            return this;
        }

        /**
         * Builds the result.
         *
         * @return the result
         */
        public EnsureResult build() {
            return new EnsureResult(this);
        }

        /** Returns the outcome and the connection. */
        @Override
        public String toString() {
            return "EnsureResult.Builder[" + outcome + " " + connection + "]";
        }
    }
}
