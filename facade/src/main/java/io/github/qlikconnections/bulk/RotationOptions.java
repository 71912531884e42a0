package io.github.qlikconnections.bulk;

import io.github.qlikconnections.event.ProgressListener;
import io.github.qlikconnections.internal.argument.Arguments;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Options for a rotation of the credentials of many connections.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class RotationOptions {

    private static final int DEFAULT_PARALLELISM = 4;
    private static final RotationOptions DEFAULTS = builder().build();

    private final boolean dryRun;
    private final int parallelism;
    private final ProgressListener listener;
    private final BooleanSupplier stopWhen;
    private final @Nullable Path journal;

    private RotationOptions(Builder builder) {
        this.dryRun = builder.dryRun;
        this.parallelism = builder.parallelism;
        this.listener = builder.listener;
        this.stopWhen = builder.stopWhen;
        this.journal = builder.journal;
    }

    /**
     * Returns the default options. The credentials of up to four connections are written concurrently.
     *
     * @return the options
     */
    public static RotationOptions defaults() {
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
     * Returns whether the connections are only listed.
     *
     * @return true if nothing is written
     */
    public boolean isDryRun() {
        return dryRun;
    }

    /**
     * Returns the number of connections that are processed concurrently.
     *
     * @return at least 1
     */
    public int parallelism() {
        return parallelism;
    }

    /**
     * Returns the listener for the progress of the run.
     *
     * @return the listener
     */
    public ProgressListener listener() {
        return listener;
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

    /** Returns the options, without the listener. */
    @Override
    public String toString() {
        return "RotationOptions[" + (dryRun ? "dry run, " : "") + "parallelism " + parallelism
                + (journal == null ? "" : ", journal " + journal) + "]";
    }

    /** Builds {@link RotationOptions}. Not thread-safe. */
    public static final class Builder {

        private boolean dryRun;
        private int parallelism = DEFAULT_PARALLELISM;
        private ProgressListener listener = ProgressListener.NONE;
        private BooleanSupplier stopWhen = () -> false;
        private @Nullable Path journal;

        private Builder() {}

        /**
         * Sets whether the connections are only listed. A dry run does not call the supplier of credentials.
         *
         * <p>Default: false.
         *
         * @param value true to write nothing
         * @return this builder
         */
        public Builder dryRun(boolean value) {
            this.dryRun = value;
            return this;
        }

        /**
         * Sets the number of connections that are processed concurrently.
         *
         * <p>Default: 4.
         *
         * @param number at least 1
         * @return this builder
         * @throws IllegalArgumentException if the number is less than 1
         */
        public Builder parallelism(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("parallelism must be at least 1, not " + number);
            }
            this.parallelism = number;
            return this;
        }

        /**
         * Sets the listener for the progress of the run.
         *
         * <p>Default: none.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder listener(ProgressListener value) {
            this.listener = Arguments.require(value, "listener");
            return this;
        }

        /**
         * Sets a condition that stops the run, such as a flag of the application or a point in time. It is checked
         * before each connection. Once it is true, no other connection is started, those that have been started are
         * completed, and the rest is reported as {@link RotationOutcome#PLANNED}.
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

        /** Returns the current options, without the listener. */
        @Override
        public String toString() {
            return "Builder of " + build();
        }

        /**
         * Builds the options.
         *
         * @return the options
         */
        public RotationOptions build() {
            return new RotationOptions(this);
        }
    }
}
