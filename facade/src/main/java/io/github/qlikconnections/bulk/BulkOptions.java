package io.github.qlikconnections.bulk;

import io.github.qlikconnections.internal.argument.Arguments;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options for a bulk action: move, change of owner, and deletion of many connections.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class BulkOptions {

    private static final BulkOptions DEFAULTS = builder().build();

    private final @Nullable Path journal;

    private BulkOptions(Builder builder) {
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

        private @Nullable Path journal;

        private Builder() {}

        /**
         * Sets the journal file, which records each write request before and after it is sent. A run that was
         * interrupted continues if it is started again with the same arguments and the same journal.
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
