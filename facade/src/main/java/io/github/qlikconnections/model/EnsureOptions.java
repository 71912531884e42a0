package io.github.qlikconnections.model;

import io.github.qlikconnections.event.ProgressListener;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Options for {@code plan} and {@code ensure}. Instances are immutable and thread-safe. */
public final class EnsureOptions {

    private static final int DEFAULT_PARALLELISM = 8;
    private static final EnsureOptions DEFAULTS = builder().build();

    private final SecretUpdate secrets;
    private final TagPolicy tags;
    private final Set<String> notReadable;
    private final int parallelism;
    private final ProgressListener listener;
    private final BooleanSupplier stopWhen;
    private final @Nullable Path journal;

    private EnsureOptions(Builder builder) {
        this.secrets = builder.secrets;
        this.tags = builder.tags;
        this.notReadable = Collections.unmodifiableSet(new LinkedHashSet<>(builder.notReadable));
        this.parallelism = builder.parallelism;
        this.listener = builder.listener;
        this.stopWhen = builder.stopWhen;
        this.journal = builder.journal;
    }

    /**
     * Returns the options with all defaults.
     *
     * @return the options
     */
    public static EnsureOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Creates a builder of options.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns when credentials are sent to a connection that exists.
     *
     * @return the rule
     */
    public SecretUpdate secrets() {
        return secrets;
    }

    /**
     * Returns how tags are treated.
     *
     * @return the rule
     */
    public TagPolicy tags() {
        return tags;
    }

    /**
     * Returns the properties that the tenant does not return, so that their absence is no difference.
     *
     * @return an unmodifiable set of property names
     */
    public Set<String> notReadable() {
        return notReadable;
    }

    /**
     * Returns how many drafts of a run are processed concurrently.
     *
     * @return at least 1
     */
    public int parallelism() {
        return parallelism;
    }

    /**
     * Returns the listener for the progress of a run over many drafts.
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
     * Returns the journal file of a run over many drafts.
     *
     * @return the file; empty if the run has no journal
     */
    public Optional<Path> journal() {
        return Optional.ofNullable(journal);
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("secrets", secrets)
                .put("tags", tags)
                .put("notReadable", notReadable)
                .put("parallelism", parallelism)
                .put("journal", journal)
                .toMap();
    }

    /** Returns the options, without the listener. */
    @Override
    public String toString() {
        return "EnsureOptions[secrets " + secrets + ", tags " + tags + ", notReadable " + notReadable + ", parallelism "
                + parallelism + (journal == null ? "" : ", journal " + journal) + "]";
    }

    /** Builds {@link EnsureOptions}. Not thread-safe. */
    public static final class Builder {

        private SecretUpdate secrets = SecretUpdate.WHEN_NEEDED;
        private TagPolicy tags = TagPolicy.ADD;
        private final Set<String> notReadable = new LinkedHashSet<>();
        private int parallelism = DEFAULT_PARALLELISM;
        private ProgressListener listener = ProgressListener.NONE;
        private BooleanSupplier stopWhen = () -> false;
        private @Nullable Path journal;

        private Builder() {}

        /**
         * Sets when credentials are sent to a connection that exists.
         *
         * <p>Default: {@link SecretUpdate#WHEN_NEEDED}.
         *
         * @param value the rule
         * @return this builder
         */
        public Builder secrets(SecretUpdate value) {
            this.secrets = Arguments.optional(value, "secrets");
            return this;
        }

        /**
         * Sets how tags are treated.
         *
         * <p>Default: {@link TagPolicy#ADD}.
         *
         * @param value the rule
         * @return this builder
         */
        public Builder tags(TagPolicy value) {
            this.tags = Arguments.optional(value, "tags");
            return this;
        }

        /**
         * Adds a property that the tenant does not return although no mark of the specification says so. Its absence is
         * then no difference; a value that the tenant returns is still compared.
         *
         * @param property the exact name
         * @return this builder
         * @throws IllegalArgumentException if the name is blank
         */
        public Builder notReadable(String property) {
            if (Arguments.require(property, "property").isBlank()) {
                throw new IllegalArgumentException("The property name must not be blank.");
            }
            this.notReadable.add(property);
            return this;
        }

        /**
         * Sets how many drafts of a run are processed concurrently.
         *
         * <p>Default: 8.
         *
         * @param number at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder parallelism(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("parallelism must be at least 1, not " + number);
            }
            this.parallelism = number;
            return this;
        }

        /**
         * Sets the listener for the progress of a run over many drafts.
         *
         * <p>Default: none.
         *
         * @param value the listener
         * @return this builder
         */
        public Builder listener(ProgressListener value) {
            this.listener = Arguments.optional(value, "listener");
            return this;
        }

        /**
         * Sets a condition that stops a run over many drafts, such as a flag of the application or a point in time. It
         * is checked before each draft. Once it is true, no other draft is started, those that have been started are
         * completed, and the rest is reported as not started.
         *
         * <p>Default: never.
         *
         * @param condition a thread-safe condition that returns at once; an exception counts as true and is logged
         * @return this builder
         */
        public Builder stopWhen(BooleanSupplier condition) {
            this.stopWhen = Arguments.optional(condition, "condition");
            return this;
        }

        /**
         * Sets the journal file of a run over many drafts, which records each write request before and after it is sent. A run that was
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

        /**
         * Builds the options.
         *
         * @return the options
         */
        public EnsureOptions build() {
            return new EnsureOptions(this);
        }

        /** Returns the current options. */
        @Override
        public String toString() {
            return "EnsureOptions.Builder of " + build();
        }
    }
}
