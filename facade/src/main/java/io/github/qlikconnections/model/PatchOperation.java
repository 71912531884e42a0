package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a JSON Patch (RFC 6902), of the kinds that the API supports: add, replace and remove. Instances are
 * immutable and thread-safe.
 */
public final class PatchOperation {

    /** The kinds of operation. */
    public enum Op {
        /** Sets a value, whether there was one or not. */
        ADD,
        /** Sets a value in place of one that is there. */
        REPLACE,
        /** Removes a value. */
        REMOVE
    }

    private final Op op;
    private final String path;
    private final @Nullable Object value;

    private PatchOperation(Op op, String path, @Nullable Object value) {
        this.op = Arguments.require(op, "op");
        this.path = Arguments.require(path, "path");
        this.value = value;
    }

    /**
     * Sets a value.
     *
     * @param op add or replace
     * @param path where, as a JSON Pointer
     * @param value a string, boolean, whole number, list of these, or {@link Secret}
     * @return the operation
     */
    public static PatchOperation set(Op op, String path, Object value) {
        return new PatchOperation(op, path, Arguments.require(value, "value"));
    }

    /**
     * Removes a value.
     *
     * @param path where, as a JSON Pointer
     * @return the operation
     */
    public static PatchOperation remove(String path) {
        return new PatchOperation(Op.REMOVE, path, null);
    }

    /**
     * Returns the kind of operation.
     *
     * @return the kind
     */
    public Op op() {
        return op;
    }

    /**
     * Returns the path of the operation.
     *
     * @return a JSON Pointer such as {@code /connectionProperties/region}
     */
    public String path() {
        return path;
    }

    /**
     * Returns the new value.
     *
     * @return a string, boolean, whole number, list or {@link Secret}; empty for remove
     */
    public Optional<Object> value() {
        return Optional.ofNullable(value);
    }

    /**
     * Returns the values for a JSON library: members of the API by their names in the API, other values by the names of their methods. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("op", op.name().toLowerCase(Locale.ROOT))
                .put("path", path)
                .put("value", value == null ? null : PatchSecretMarker.mark(path, value, new ArrayList<>()))
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PatchOperation that
                && op == that.op
                && path.equals(that.path)
                && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(op, path);
    }

    /** Returns the kind and the path, without the value. */
    @Override
    public String toString() {
        return op + " " + path;
    }
}
