package io.github.qlikconnections.bulk;

import io.github.qlikconnections.internal.argument.Arguments;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Options for a bulk action: move, change of owner, and deletion of many connections.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class BulkOptions {

    private static final BulkOptions DEFAULTS = builder().build();

    private final BooleanSupplier stopWhen;
    private final @Nullable Path journal;

    private BulkOptions(Builder builder) {
        this.stopWhen = builder.stopWhen;
        this.journal = builder.journal;
    }

    /**
     * Returns the default options. The action has no journal.
     *
     * @return the options
     */
    public static BulkOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Creates a builder of options.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the condition that stops a run.
     *
     * @return the condition
     */
    public BooleanSupplier stopWhen() {
        return stopWhen;
    }

    /**
     * Returns the journal file of the run.
     *
     * @return the file; empty if the run has no journal
     */
    public Optional<Path> journal() {
        return Optional.ofNullable(journal);
    }

    /** Returns the options. */
    @Override
    public String toString() {
        return "BulkOptions[" + (journal == null ? "no journal" : "journal " + journal) + "]";
    }

    /** Builds {@link BulkOptions}. Not thread-safe. */
    public static final class Builder {

        private BooleanSupplier stopWhen = () -> false;
        private @Nullable Path journal;

        private Builder() {}

        /**
         * Sets a condition that stops the run, such as a flag of the application or a point in time. It is checked
         * before each request, which contains up to 100 connections. Once it is true, no other request is sent, the
         * current one is completed, and the rest is reported as {@link BulkOutcome#NOT_STARTED}.
         *
         * <p>Default: never.
         *
         * @param condition a thread-safe condition that returns at once; an exception counts as true and is logged
         * @return this builder
         */
        public Builder stopWhen(BooleanSupplier condition) {
            this.stopWhen = Arguments.require(condition, "condition");
            return this;
        }

        /**
         * Sets the journal file, which records each write request before and after it is sent. A run that was
         * interrupted continues if it is started again with the same arguments and the same journal. The order of the
         * ids does not matter. Save the ids before the run: a later query or preview no longer finds what was deleted.
         *
         * <p>Default: none.
         *
         * @param file the file of this run; created if it does not exist
         * @return this builder
         */
        public Builder journal(Path file) {
            this.journal = Arguments.optional(file, "file");
            return this;
        }

        /** Returns the current options. */
        @Override
        public String toString() {
            return "Builder of " + build();
        }

        /**
         * Builds the options.
         *
         * @return the options
         */
        public BulkOptions build() {
            return new BulkOptions(this);
        }
    }
}
