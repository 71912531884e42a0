package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.WireNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes to a connection, sent as one JSON Patch (RFC 6902) by {@code patchDataConnection}. Only what is
 * named here is sent. Instances are immutable and thread-safe.
 */
public final class ConnectionPatch {

    private final List<PatchOperation> operations;
    private final @Nullable Secret authCode;

    private ConnectionPatch(List<PatchOperation> operations, @Nullable Secret authCode) {
        this.operations = Arguments.list(operations, "operations");
        this.authCode = authCode;
    }

    /**
     * Creates a builder.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the body of a patch request, as the API's documentation prints it: an array of operations, member names in any
     * letter case such as {@code Value}, the former object {@code patchData}, and quotes escaped for a shell. Values whose
     * paths suggest a secret, such as {@code /qPassword}, and contents of files become {@link Secret}s.
     *
     * @param json the request body
     * @return the patch
     * @throws MalformedDraftException if the string is not JSON (with line and column) or not a patch request; the message
     *     repeats none of the values
     */
    public static ConnectionPatch fromJson(String json) {
        return PatchReader.read(Arguments.require(json, "json"));
    }

    /**
     * Reads the body of a patch request from a UTF-8 file, as {@link #fromJson(String)} does.
     *
     * @param file the file
     * @return the patch
     * @throws MalformedDraftException if the file contains no patch request
     * @throws java.io.UncheckedIOException if the file cannot be read or is not UTF-8 text
     */
    public static ConnectionPatch fromJson(Path file) {
        return fromJson(RequestBody.readFile(Arguments.require(file, "file"), "patch"));
    }

    /**
     * Returns the operations in the order in which they were added.
     *
     * @return an unmodifiable list
     */
    public List<PatchOperation> operations() {
        return operations;
    }

    /**
     * Returns the authorization code of an interactive sign-in, which some data sources require for an update.
     *
     * @return the code, empty if none was given
     */
    public Optional<Secret> authCode() {
        return Optional.ofNullable(authCode);
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("operations", operations, PatchOperation::toMap)
                .put(WireNames.AUTH_CODE, authCode)
                .toMap();
    }

    /** Returns the kinds and paths, without values. */
    @Override
    public String toString() {
        return "ConnectionPatch" + operations;
    }

    /** Builds a {@link ConnectionPatch}. Not thread-safe. */
    public static final class Builder {

        private final List<PatchOperation> operations = new ArrayList<>();
        private @Nullable Secret authCode;

        private Builder() {}

        /**
         * Sets the name of the connection.
         *
         * @param name a name that is free in its space
         * @return this builder
         */
        public Builder rename(String name) {
            return add(WireNames.NAME, name);
        }

        /**
         * Replaces all tags of the connection.
         *
         * @param tags all tags of the connection after the change
         * @return this builder
         */
        public Builder tags(String... tags) {
            return add(WireNames.TAGS, DraftArguments.tags(tags));
        }

        /**
         * Sets a property.
         *
         * @param property the name, as the specification of the source spells it
         * @param value the value
         * @return this builder
         */
        public Builder set(String property, String value) {
            return add(pointer(property), value);
        }

        /**
         * Sets a property.
         *
         * @param property the name, as the specification of the source spells it
         * @param value the value
         * @return this builder
         */
        public Builder set(String property, boolean value) {
            return add(pointer(property), value);
        }

        /**
         * Sets a property.
         *
         * @param property the name, as the specification of the source spells it
         * @param value the value; the API accepts no fractions in a patch
         * @return this builder
         */
        public Builder set(String property, long value) {
            return add(pointer(property), value);
        }

        /**
         * Removes a property.
         *
         * @param property the name, as the specification of the source spells it
         * @return this builder
         */
        public Builder remove(String property) {
            operations.add(PatchOperation.remove(pointer(property)));
            return this;
        }

        /**
         * Sets a secret property, such as a password.
         *
         * @param property the name, as the specification of the source spells it
         * @param value the secret
         * @return this builder
         */
        public Builder secret(String property, Secret value) {
            return add(pointer(property), value);
        }

        /**
         * Replaces one file of a file-valued property.
         *
         * @param property the name, as the specification of the source spells it
         * @param index the index of the file, from 0
         * @param fileName the name of the new file
         * @param content its content, not encoded
         * @return this builder
         */
        public Builder file(String property, int index, String fileName, byte[] content) {
            String file = pointer(property) + "/" + index;
            Arguments.require(fileName, "fileName", "Give the name that the API receives for the file");
            Arguments.require(content, "content", "Give the bytes of the file");
            operations.add(PatchOperation.set(PatchOperation.Op.REPLACE, file + "/name", fileName));
            operations.add(PatchOperation.set(PatchOperation.Op.REPLACE, file + "/value", FileValue.of(content)));
            return this;
        }

        /**
         * Replaces the whole connect statement. Requires {@link #password(Secret)} in the same patch.
         *
         * @param statement the statement, in the connector's own encoding
         * @return this builder
         */
        public Builder connectStatement(String statement) {
            return add(WireNames.STATEMENT, statement);
        }

        /**
         * Sets the password beside the connect statement.
         *
         * @param value the password, in the connector's own encoding
         * @return this builder
         */
        public Builder password(Secret value) {
            return add(WireNames.PASSWORD, value);
        }

        /**
         * Sets the authorization code of an interactive sign-in, sent in the header {@code qlik-auth-code}.
         *
         * @param value the code
         * @return this builder
         */
        public Builder authCode(Secret value) {
            this.authCode = Arguments.require(value, "authCode", "Leave it out if no person signed in");
            return this;
        }

        /**
         * Appends a custom operation.
         *
         * @param operation the operation
         * @return this builder
         */
        public Builder operation(PatchOperation operation) {
            operations.add(Arguments.require(operation, "operation", "Create it with PatchOperation.set or remove"));
            return this;
        }

        /**
         * Builds the patch.
         *
         * @return the patch
         * @throws IllegalStateException if the patch has no operation
         */
        public ConnectionPatch build() {
            if (operations.isEmpty()) {
                throw new IllegalStateException(
                        "The patch changes nothing: call rename, set, secret or another before build().");
            }
            return new ConnectionPatch(operations, authCode);
        }

        /** Returns the kinds and paths, without values. */
        @Override
        public String toString() {
            return "ConnectionPatch.Builder" + operations;
        }

        /** RFC 6902: add also replaces an existing value, so the current value is not needed. */
        private Builder add(String path, Object value) {
            Arguments.require(value, "The value of " + path, "To remove a property, call remove");
            operations.add(PatchOperation.set(PatchOperation.Op.ADD, path, value));
            return this;
        }

        private static String pointer(String property) {
            return JsonPointers.child(WireNames.PROPERTIES, DraftArguments.property(property));
        }
    }
}
