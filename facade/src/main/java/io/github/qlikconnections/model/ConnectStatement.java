package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.WireMembers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The older form of a connection: a complete connect statement in the connector's own encoding instead of
 * connection properties ({@code ConnectionCreate} of the data connections API).
 *
 * <p>A connect statement cannot be validated against the specification of a data source. Prefer properties if the
 * source has them. Instances are immutable and thread-safe.
 */
public final class ConnectStatement {

    private final Builder parts;

    private ConnectStatement(Builder parts) {
        this.parts = parts;
    }

    /**
     * Creates a builder of a connect statement.
     *
     * @param text the statement, {@code CUSTOM CONNECT TO "provider=...;"} ({@code qConnectStatement})
     * @param type the connector that provides it, for example {@code QvOdbcConnectorPackage.exe} ({@code qType})
     * @return a builder for the optional members
     */
    public static Builder builder(String text, String type) {
        return new Builder(Arguments.require(text, "text"), Arguments.require(type, "type"));
    }

    /**
     * Returns the statement ({@code qConnectStatement}), which may contain secrets.
     *
     * @return the statement
     */
    public String text() {
        return parts.text;
    }

    /**
     * Returns the connector that provides it ({@code qType}).
     *
     * @return the type
     */
    public String type() {
        return parts.type;
    }

    /**
     * Returns the user name ({@code qUsername}).
     *
     * @return the user name, if given
     */
    public Optional<String> username() {
        return Optional.ofNullable(parts.username);
    }

    /**
     * Returns the password in the connector's encoding ({@code qPassword}).
     *
     * @return the password, if given
     */
    public Optional<Secret> password() {
        return Optional.ofNullable(parts.password);
    }

    /**
     * Returns the connection secret ({@code qConnectionSecret}).
     *
     * @return the secret, if given
     */
    public Optional<Secret> connectionSecret() {
        return Optional.ofNullable(parts.connectionSecret);
    }

    /**
     * Returns the account under which the connector logs on ({@code qLogOn}): {@code 0}, {@code 1}, {@code
     * LOG_ON_SERVICE_USER} or {@code LOG_ON_CURRENT_USER}.
     *
     * @return the value, if given
     */
    public Optional<String> logOn() {
        return Optional.ofNullable(parts.logOn);
    }

    /**
     * Returns the architecture of the connector ({@code qArchitecture}): 0 for 64 bit, 1 for 32 bit.
     *
     * @return the number, if given
     */
    public Optional<Integer> architecture() {
        return Optional.ofNullable(parts.architecture);
    }

    /**
     * Returns whether the credentials are stored separately for each user ({@code qSeparateCredentials}).
     *
     * @return true for separated credentials, if given
     */
    public Optional<Boolean> separateCredentials() {
        return Optional.ofNullable(parts.separateCredentials);
    }

    /**
     * Returns the id of existing credentials ({@code qCredentialsID}).
     *
     * @return the id, if given
     */
    public Optional<String> credentialsId() {
        return Optional.ofNullable(parts.credentialsId);
    }

    /**
     * Returns the name of the credentials ({@code qCredentialsName}).
     *
     * @return the name, if given
     */
    public Optional<String> credentialsName() {
        return Optional.ofNullable(parts.credentialsName);
    }

    /**
     * Returns the requested id of the connection ({@code qID}).
     *
     * @return the id, if given
     */
    public Optional<String> connectionId() {
        return Optional.ofNullable(parts.connectionId);
    }

    /**
     * Returns the engine's id for the connection ({@code qEngineObjectID}).
     *
     * @return the id, if given
     */
    public Optional<String> engineObjectId() {
        return Optional.ofNullable(parts.engineObjectId);
    }

    /**
     * Returns the id of the app that owns the connection ({@code owner}). It is not the id of a user.
     *
     * @return the id, if given
     */
    public Optional<String> owner() {
        return Optional.ofNullable(parts.owner);
    }

    /**
     * Returns the resource identifier, which the service keeps only from trusted clients ({@code qriInRequest}).
     *
     * @return the identifier, if given
     */
    public Optional<String> qri() {
        return Optional.ofNullable(parts.qri);
    }

    /** Returns a copy with another value of a secret member. */
    ConnectStatement withSecret(String member, Secret value) {
        Builder builder = new Builder(parts);
        return switch (member) {
            case WireMembers.PASSWORD -> builder.password(value).build();
            case WireMembers.CONNECTION_SECRET ->
                builder.connectionSecret(value).build();
            default ->
                throw new IllegalArgumentException("A draft with a connect statement has no secret "
                        + MessageFormatter.formatName(member) + ". It takes " + WireMembers.PASSWORD + " and "
                        + WireMembers.CONNECTION_SECRET + ".");
        };
    }

    private List<@Nullable Object> members() {
        return Arrays.asList(
                parts.text,
                parts.type,
                parts.username,
                parts.password,
                parts.connectionSecret,
                parts.logOn,
                parts.architecture,
                parts.separateCredentials,
                parts.credentialsId,
                parts.credentialsName,
                parts.connectionId,
                parts.engineObjectId,
                parts.owner,
                parts.qri);
    }

    /**
     * Returns the values for a JSON library: members of the API by their names in the API, other values by the names of their methods. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .putMember(WireMembers.CONNECT_STATEMENT, parts.text)
                .put(WireMembers.TYPE, parts.type)
                .put(WireMembers.USERNAME, parts.username)
                .put(WireMembers.PASSWORD, parts.password)
                .put(WireMembers.CONNECTION_SECRET, parts.connectionSecret)
                .put(WireMembers.LOG_ON, parts.logOn)
                .put(WireMembers.ARCHITECTURE, parts.architecture)
                .put(WireMembers.SEPARATE_CREDENTIALS, parts.separateCredentials)
                .put(WireMembers.CREDENTIALS_ID, parts.credentialsId)
                .put(WireMembers.CREDENTIALS_NAME, parts.credentialsName)
                .put(WireMembers.ID, parts.connectionId)
                .put(WireMembers.ENGINE_OBJECT_ID, parts.engineObjectId)
                .put(WireMembers.OWNER, parts.owner)
                .put(WireMembers.QRI_IN_REQUEST, parts.qri)
                .toMap();
    }

    /**
     * Compares all members, including secrets.
     *
     * @param other what to compare with
     * @return whether both would be sent as the same members
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConnectStatement that && members().equals(that.members());
    }

    /**
     * Returns a hash that is consistent with {@link #equals(Object)} and does not contain the statement.
     *
     * @return the hash
     */
    @Override
    public int hashCode() {
        return parts.type.hashCode();
    }

    /**
     * Returns the connector only, because a statement may contain secrets.
     *
     * @return a short string without values
     */
    @Override
    public String toString() {
        return "ConnectStatement[" + parts.type + "]";
    }

    /** Builds a {@link ConnectStatement}. Not thread-safe. */
    public static final class Builder {

        private final String text;
        private final String type;
        private @Nullable String username;
        private @Nullable Secret password;
        private @Nullable Secret connectionSecret;
        private @Nullable String logOn;
        private @Nullable Integer architecture;
        private @Nullable Boolean separateCredentials;
        private @Nullable String credentialsId;
        private @Nullable String credentialsName;
        private @Nullable String connectionId;
        private @Nullable String engineObjectId;
        private @Nullable String owner;
        private @Nullable String qri;

        private Builder(String text, String type) {
            this.text = text;
            this.type = type;
        }

        private Builder(Builder from) {
            this(from.text, from.type);
            username = from.username;
            password = from.password;
            connectionSecret = from.connectionSecret;
            logOn = from.logOn;
            architecture = from.architecture;
            separateCredentials = from.separateCredentials;
            credentialsId = from.credentialsId;
            credentialsName = from.credentialsName;
            connectionId = from.connectionId;
            engineObjectId = from.engineObjectId;
            owner = from.owner;
            qri = from.qri;
        }

        /**
         * Sets {@code qUsername}.
         *
         * @param value the user name
         * @return this builder
         */
        public Builder username(String value) {
            username = Arguments.optional(value, "username");
            return this;
        }

        /**
         * Sets {@code qPassword}.
         *
         * @param value the password in the connector's encoding
         * @return this builder
         */
        public Builder password(Secret value) {
            password = Arguments.optional(value, "password");
            return this;
        }

        /**
         * Sets {@code qConnectionSecret}.
         *
         * @param value the connection secret
         * @return this builder
         */
        public Builder connectionSecret(Secret value) {
            connectionSecret = Arguments.optional(value, "connectionSecret");
            return this;
        }

        /**
         * Sets {@code qLogOn}.
         *
         * @param value {@code 0}, {@code 1}, {@code LOG_ON_SERVICE_USER} or {@code LOG_ON_CURRENT_USER}
         * @return this builder
         */
        public Builder logOn(String value) {
            logOn = Arguments.optional(value, "logOn");
            return this;
        }

        /**
         * Sets {@code qArchitecture}.
         *
         * @param value 0 for 64 bit, 1 for 32 bit
         * @return this builder
         */
        public Builder architecture(int value) {
            architecture = value;
            return this;
        }

        /**
         * Sets {@code qSeparateCredentials}.
         *
         * @param value true to store the credentials separately for each user
         * @return this builder
         */
        public Builder separateCredentials(boolean value) {
            separateCredentials = value;
            return this;
        }

        /**
         * Sets {@code qCredentialsID}.
         *
         * @param value the id of existing credentials
         * @return this builder
         */
        public Builder credentialsId(String value) {
            credentialsId = Arguments.optional(value, "credentialsId");
            return this;
        }

        /**
         * Sets {@code qCredentialsName}.
         *
         * @param value the name of the credentials
         * @return this builder
         */
        public Builder credentialsName(String value) {
            credentialsName = Arguments.optional(value, "credentialsName");
            return this;
        }

        /**
         * Sets {@code qID}.
         *
         * @param value the requested id of the connection, a UUID
         * @return this builder
         */
        public Builder connectionId(String value) {
            connectionId = Arguments.optional(value, "connectionId");
            return this;
        }

        /**
         * Sets {@code qEngineObjectID}.
         *
         * @param value the engine's id for the connection, a UUID
         * @return this builder
         */
        public Builder engineObjectId(String value) {
            engineObjectId = Arguments.optional(value, "engineObjectId");
            return this;
        }

        /**
         * Sets {@code owner}.
         *
         * @param value the id of the app that owns the connection
         * @return this builder
         */
        public Builder owner(String value) {
            owner = Arguments.optional(value, "owner");
            return this;
        }

        /**
         * Sets {@code qriInRequest}.
         *
         * @param value the resource identifier
         * @return this builder
         */
        public Builder qri(String value) {
            qri = Arguments.optional(value, "qri");
            return this;
        }

        /**
         * Builds the statement.
         *
         * @return the statement
         */
        public ConnectStatement build() {
            return new ConnectStatement(new Builder(this));
        }

        /** Returns the connector type only, because the statement may contain secrets. */
        @Override
        public String toString() {
            return "ConnectStatement.Builder[" + type + "]";
        }
    }
}
