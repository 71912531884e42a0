package io.github.qlikconnections.plan;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a draft or patch, compared with the connection on the tenant. Never contains a value that may be a secret.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class PlannedChange {

    private final String path;
    private final ComparisonStatus status;
    private final @Nullable String before;
    private final @Nullable String after;
    private final @Nullable String note;

    private PlannedChange(Builder builder) {
        this.path = builder.path;
        this.status = builder.status;
        this.before = builder.before;
        this.after = builder.after;
        this.note = builder.note;
    }

    /**
     * Creates a builder of a compared value, for stubs and tests.
     *
     * @param path a JSON Pointer such as {@code /connectionProperties/region}
     * @param status the result of the comparison
     * @return a builder
     */
    public static Builder builder(String path, ComparisonStatus status) {
        return new Builder(path, status);
    }

    /**
     * Returns a copy with a note.
     *
     * @param note one or more sentences
     * @return the copy
     */
    public PlannedChange withNote(String note) {
        return copy(status, Arguments.require(note, "note"));
    }

    /**
     * Returns a copy with another status and note.
     *
     * @param newStatus the status
     * @param note one or more sentences
     * @return the copy
     */
    public PlannedChange withStatus(ComparisonStatus newStatus, String note) {
        return copy(Arguments.require(newStatus, "newStatus"), Arguments.require(note, "note"));
    }

    private PlannedChange copy(ComparisonStatus newStatus, String newNote) {
        return builder(path, newStatus)
                .before(before)
                .after(after)
                .note(newNote)
                .build();
    }

    /**
     * Returns the path of the value, as a JSON Pointer (RFC 6901) into the connection.
     *
     * @return for example {@code /connectionProperties/region} or {@code /tags}
     */
    public String path() {
        return path;
    }

    /**
     * Returns the result of the comparison.
     *
     * @return the status
     */
    public ComparisonStatus status() {
        return status;
    }

    /**
     * Returns the value that the tenant returned.
     *
     * @return the value as a string; empty if there was none or it may be a secret
     */
    public Optional<String> before() {
        return Optional.ofNullable(before);
    }

    /**
     * Returns the value of the draft or patch.
     *
     * @return the value as a string; empty if it is removed or may be a secret
     */
    public Optional<String> after() {
        return Optional.ofNullable(after);
    }

    /**
     * Returns why the value could not be compared or written, and the next step.
     *
     * @return one or more sentences; empty if there is nothing to add
     */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("path", path)
                .put("status", status)
                .put("before", before)
                .put("after", after)
                .put("note", note)
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlannedChange that
                && path.equals(that.path)
                && status == that.status
                && Objects.equals(before, that.before)
                && Objects.equals(after, that.after)
                && Objects.equals(note, that.note);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, status, before, after, note);
    }

    /** Returns the status, the path, both values unless they may be secret, and the note. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(status.name()).append(' ').append(path);
        if (before != null && after != null) {
            text.append(": ").append(before).append(" -> ").append(after);
        } else if (after != null) {
            text.append(": ").append(after);
        } else if (before != null) {
            text.append(": was ").append(before);
        }
        return note == null
                ? text.toString()
                : text.append(" (").append(note).append(')').toString();
    }

    /** Builds a {@link PlannedChange}. Not thread-safe. */
    public static final class Builder {

        private final String path;
        private final ComparisonStatus status;
        private @Nullable String before;
        private @Nullable String after;
        private @Nullable String note;

        private Builder(String path, ComparisonStatus status) {
            this.path = Arguments.require(path, "path");
            this.status = Arguments.require(status, "status");
        }

        /**
         * Sets the value on the tenant.
         *
         * @param before the value as text, or null
         * @return this builder
         */
        public Builder before(@Nullable String before) {
            this.before = before;
            return this;
        }

        /**
         * Sets the value of the draft or patch.
         *
         * @param after the value as text, or null
         * @return this builder
         */
        public Builder after(@Nullable String after) {
            this.after = after;
            return this;
        }

        /**
         * Sets why the value could not be compared or written.
         *
         * @param note one or more sentences, or null
         * @return this builder
         */
        public Builder note(@Nullable String note) {
            this.note = note;
            return this;
        }

        /**
         * Builds the compared value.
         *
         * @return the compared value
         */
        public PlannedChange build() {
            return new PlannedChange(this);
        }

        /** Returns the parts that are set. */
        @Override
        public String toString() {
            return "PlannedChange.Builder[" + build() + "]";
        }
    }
}
