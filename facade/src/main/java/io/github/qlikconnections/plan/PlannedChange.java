package io.github.qlikconnections.plan;

import io.github.qlikconnections.internal.argument.Arguments;
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

    private PlannedChange(
            String path,
            ComparisonStatus status,
            @Nullable String before,
            @Nullable String after,
            @Nullable String note) {
        this.path = Arguments.given(path, "path");
        this.status = Arguments.given(status, "status");
        this.before = before;
        this.after = after;
        this.note = note;
    }

    /**
     * Creates a compared value without a note, for stubs and tests.
     *
     * @param path a JSON Pointer such as {@code /connectionProperties/region}
     * @param status the status
     * @param before the value on the tenant as a string, or null
     * @param after the value of the draft as a string, or null
     * @return the compared value
     */
    public static PlannedChange of(
            String path, ComparisonStatus status, @Nullable String before, @Nullable String after) {
        return new PlannedChange(path, status, before, after, null);
    }

    /**
     * Returns a copy with a note.
     *
     * @param note one or more sentences
     * @return the copy
     */
    public PlannedChange withNote(String note) {
        return new PlannedChange(path, status, before, after, Arguments.given(note, "note"));
    }

    /**
     * Returns a copy with another status and note.
     *
     * @param newStatus the status
     * @param note one or more sentences
     * @return the copy
     */
    public PlannedChange withStatus(ComparisonStatus newStatus, String note) {
        return new PlannedChange(
                path, Arguments.given(newStatus, "newStatus"), before, after, Arguments.given(note, "note"));
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
}
