package io.github.qlikconnections.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One difference between what a draft or patch asks for and what a connection holds. The values of secrets are never in it.
 *
 * <p>Immutable.
 */
public final class PropertyChange {

    private final String path;
    private final @Nullable String before;
    private final @Nullable String after;

    private PropertyChange(String path, @Nullable String before, @Nullable String after) {
        this.path = Objects.requireNonNull(path, "path");
        this.before = before;
        this.after = after;
    }

    /**
     * Gathers the parts; the library does it itself, and stubs of it can.
     *
     * @param path for example {@code /connectionProperties/region}
     * @param before the value as text, or null
     * @param after the value as text, or null
     * @return the value
     */
    public static PropertyChange of(String path, @Nullable String before, @Nullable String after) {
        return new PropertyChange(path, before, after);
    }

    /**
     * Where it is, as a JSON Pointer (RFC 6901) into the connection.
     *
     * @return for example {@code /connectionProperties/region}
     */
    public String path() {
        return path;
    }

    /**
     * What the connection held.
     *
     * @return the value as text; empty when there was none or it cannot be read back
     */
    public Optional<String> before() {
        return Optional.ofNullable(before);
    }

    /**
     * What it holds now.
     *
     * @return the value as text; empty when it was removed or is a secret
     */
    public Optional<String> after() {
        return Optional.ofNullable(after);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PropertyChange that
                && path.equals(that.path)
                && Objects.equals(before, that.before)
                && Objects.equals(after, that.after);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, before, after);
    }

    /** The path and both values. */
    @Override
    public String toString() {
        return path + ": " + (before == null ? "-" : before) + " -> " + (after == null ? "-" : after);
    }
}
