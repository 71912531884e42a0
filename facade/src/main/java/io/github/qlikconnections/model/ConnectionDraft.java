package io.github.qlikconnections.model;

import static io.github.qlikconnections.internal.wire.WireNames.CREDENTIALS_NAME;
import static io.github.qlikconnections.internal.wire.WireNames.SELECTED_CREDENTIALS;
import static io.github.qlikconnections.internal.wire.WireNames.SEPARATE_CREDENTIALS;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.MalformedDraftException;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.constraint.RequestSchema;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.ControlCharacters;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.internal.wire.WireNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data connection that is to be created: its data source, name and space, and either connection properties ({@code
 * DcaasConnectionCreate} of the data connections API) or a {@link ConnectStatement} ({@code ConnectionCreate}).
 *
 * <p>A draft contains its values unchecked. {@link
 * io.github.qlikconnections.spec.ConnectionSpec#validate(ConnectionDraft)} validates them. Instances are immutable and
 * thread-safe, but the creator of a {@link Secret} in it can clear the secret.
 */
public final class ConnectionDraft {

    private final String dataSourceId;
    private final String name;
    private final SpaceRef space;
    private final List<String> tags;
    private final Map<String, Object> properties;
    private final @Nullable ConnectStatement statement;
    private final boolean authUrlOnly;
    private final List<String> unknownMembers;
    private final List<String> nullMembers;
    private final List<String> missingSecrets;
    private final @Nullable String gatewayName;
    private final @Nullable String credentialsName;
    private final @Nullable String secretsVersion;
    private final Map<String, Object> additionalMembers;

    private ConnectionDraft(Builder builder) {
        dataSourceId = builder.dataSourceId;
        name = builder.name;
        space = builder.space;
        tags = List.copyOf(builder.tags);
        properties = builder.properties.share();
        statement = builder.statement;
        authUrlOnly = builder.authUrlOnly;
        unknownMembers = List.copyOf(builder.unknownMembers);
        nullMembers = List.copyOf(builder.nullMembers);
        missingSecrets = List.copyOf(builder.missingSecrets);
        gatewayName = builder.gatewayName;
        credentialsName = builder.credentialsName;
        secretsVersion = builder.secretsVersion;
        additionalMembers = Collections.unmodifiableMap(new LinkedHashMap<>(builder.additionalMembers));
    }

    /**
     * Creates a builder of a draft with connection properties.
     *
     * @param dataSourceId the id of the data source, for example {@code File_AmazonS3ConnectorV2}
     * @param name the name of the connection ({@code qName})
     * @return a builder; without further calls the connection is created in the personal space
     * @throws IllegalArgumentException if the id is blank
     */
    public static Builder builder(String dataSourceId, String name) {
        return new Builder(dataSourceId, name);
    }

    /**
     * Creates a builder of a draft with a connect statement.
     *
     * @param dataSourceId the id of the data source, for example {@code snowflake}
     * @param name the name of the connection ({@code qName})
     * @param statement the connect statement and its credentials
     * @return a builder that accepts no properties
     * @throws IllegalArgumentException if the id is blank
     */
    public static Builder builder(String dataSourceId, String name, ConnectStatement statement) {
        return new Builder(dataSourceId, name).statement(statement);
    }

    /**
     * Copies what can be read of a connection into a draft that creates it elsewhere: name, space, tags, and the properties
     * that the tenant returned and the specification declares, or the connect statement if it returned no properties.
     *
     * <p>Secrets, masked values, computed members and the ids of credentials are not copied. {@link #missingSecrets()} names
     * the credentials to add with {@link Builder#secret}. Values that belong to one tenant, such as the space and the
     * gateway, are copied as they are.
     *
     * @param connection the connection, as {@link
     *     io.github.qlikconnections.DataConnections#getWithProperties(String) getWithProperties} returns it
     * @param specification the specification of its data source, an {@link io.github.qlikconnections.spec.ConnectionSpec}
     * @return the draft
     * @throws IllegalArgumentException if the specification is of another data source, or if the connection was created from
     *     properties and read without them
     */
    public static ConnectionDraft from(DataConnection connection, CopySpecification specification) {
        return ConnectionCopy.create(
                Arguments.require(connection, "connection"), Arguments.require(specification, "specification"));
    }

    /**
     * Reads the body of a create request, as the API's documentation prints it: {@code dataSourceId} or
     * {@code datasourceID}, either form of the request, booleans and numbers as strings, the older member names
     * {@code connectionName} and {@code spaceId}, placeholders such as {@code <SPACE_ID>}, and quotes escaped for a
     * shell. Values whose names suggest a secret, such as
     * {@code password}, become {@link io.github.qlikconnections.auth.Secret}s. A member that is null counts as absent.
     *
     * @param json the request body
     * @return the draft
     * @throws MalformedDraftException if the string is not JSON (with line and column) or not a create request; the message
     *     repeats no part of it
     */
    public static ConnectionDraft fromJson(String json) {
        return DraftReader.read(Arguments.require(json, "json"));
    }

    /**
     * Reads the body of a create request from a UTF-8 file, as {@link #fromJson(String)} does.
     *
     * @param file the file
     * @return the draft
     * @throws MalformedDraftException if the file contains no create request
     * @throws UncheckedIOException if the file cannot be read or is not UTF-8 text
     */
    public static ConnectionDraft fromJson(Path file) {
        return fromJson(RequestBody.readFile(Arguments.require(file, "file"), "draft"));
    }

    /**
     * Returns the id of the data source.
     *
     * @return the id ({@code datasourceID})
     */
    public String dataSourceId() {
        return dataSourceId;
    }

    /**
     * Returns the name of the connection.
     *
     * @return the name ({@code qName})
     */
    public String name() {
        return name;
    }

    /**
     * Returns the space of the connection.
     *
     * @return the space
     */
    public SpaceRef space() {
        return space;
    }

    /**
     * Returns the tags of the connection.
     *
     * @return an unmodifiable list in the order given
     */
    public List<String> tags() {
        return tags;
    }

    /**
     * Returns the connection properties as plain values.
     *
     * @return an unmodifiable map in the order given; a value is a {@code String}, {@code Boolean}, {@code Long},
     *     {@code BigDecimal}, {@link Secret}, or a {@code List} or {@code Map} of these
     */
    public Map<String, Object> properties() {
        return properties;
    }

    /**
     * Returns the connect statement.
     *
     * @return the statement; empty for a draft with connection properties
     */
    public Optional<ConnectStatement> connectStatement() {
        return Optional.ofNullable(statement);
    }

    /**
     * Returns whether only the address for an interactive OAuth login is requested ({@code authUrlOnly}).
     *
     * @return true if the request does not create the connection
     */
    public boolean isAuthUrlOnly() {
        return authUrlOnly;
    }

    /**
     * Returns the members of a request read by {@code fromJson} that the API does not define. They are not sent.
     *
     * @return an unmodifiable list of their names, empty for a draft built in code
     */
    public List<String> unknownMembers() {
        return unknownMembers;
    }

    /**
     * Returns the places of null in the properties of a request read by {@code fromJson}. These members are not sent.
     *
     * @return an unmodifiable list of JSON Pointers that begin at the connection properties, empty for a draft
     *     built in code
     */
    public List<String> nullMembers() {
        return nullMembers;
    }

    /**
     * Returns the credentials that a draft copied by {@link #from} lacks: secrets, and a user name that the tenant does
     * not return.
     *
     * @return an unmodifiable list of names for {@link Builder#secret}, empty for a draft that is not a copy
     */
    public List<String> missingSecrets() {
        return missingSecrets;
    }

    /**
     * Returns the name of the gateway. Its id becomes the property {@code gatewayInstance} when the draft is sent
     * to a tenant.
     *
     * @return the name, empty if none was given
     */
    public Optional<String> gatewayName() {
        return Optional.ofNullable(gatewayName);
    }

    /**
     * Returns the name of the existing credentials. Their id becomes the property {@code selectedCredentials} when
     * the draft is sent to a tenant.
     *
     * @return the name, empty if none was given
     */
    public Optional<String> credentialsName() {
        return Optional.ofNullable(credentialsName);
    }

    /**
     * Returns the version of the secrets in this draft, kept with the connection as the tag {@code secrets-version:…}.
     *
     * @return the version, empty if none was given
     */
    public Optional<String> secretsVersion() {
        return Optional.ofNullable(secretsVersion);
    }

    /**
     * Returns the members that are sent although the library does not model them.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps in the order given; a string whose name suggests
     *     a secret is a {@link Secret}
     */
    public Map<String, Object> additionalMembers() {
        return additionalMembers;
    }

    /**
     * Creates a builder with all values of this draft.
     *
     * @return a new builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Returns the values for a JSON library: members of the API by their names in the API, other values by the names of their methods. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put(
                        statement == null ? WireMembers.DATA_SOURCE_ID : WireMembers.DATA_SOURCE_ID_OF_CONNECTION,
                        dataSourceId)
                .put(WireMembers.NAME, name)
                .put(WireMembers.SPACE, space.id())
                .put("spaceName", space.name())
                .put(WireMembers.TAGS, tags)
                .putMember(WireMembers.CONNECTION_PROPERTIES, statement == null ? properties : null)
                .putMembers(connectStatement().map(ConnectStatement::toMap).orElse(Map.of()))
                .put(WireMembers.AUTH_URL_ONLY, authUrlOnly)
                .put("gatewayName", gatewayName)
                .put(WireNames.CREDENTIALS_NAME, credentialsName)
                .put("secretsVersion", secretsVersion)
                .put("missingSecrets", missingSecrets)
                .put("unknownMembers", unknownMembers)
                .put("nullMembers", nullMembers)
                .putMembers(additionalMembers)
                .toMap();
    }

    /**
     * Compares all values, including secrets.
     *
     * @param other what to compare with
     * @return whether both would be sent as the same request
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConnectionDraft that
                && dataSourceId.equals(that.dataSourceId)
                && name.equals(that.name)
                && space.equals(that.space)
                && tags.equals(that.tags)
                && properties.equals(that.properties)
                && Objects.equals(statement, that.statement)
                && authUrlOnly == that.authUrlOnly
                && Objects.equals(gatewayName, that.gatewayName)
                && Objects.equals(credentialsName, that.credentialsName)
                && Objects.equals(secretsVersion, that.secretsVersion)
                && unknownMembers.equals(that.unknownMembers)
                && nullMembers.equals(that.nullMembers)
                && missingSecrets.equals(that.missingSecrets)
                && additionalMembers.equals(that.additionalMembers);
    }

    /**
     * Returns a hash that is consistent with {@link #equals(Object)} and contains no values.
     *
     * @return the hash
     */
    @Override
    public int hashCode() {
        return Objects.hash(dataSourceId, name, space, properties.keySet());
    }

    /**
     * Returns the data source, the name, the space and the names of the properties, without values.
     *
     * @return a short string
     */
    @Override
    public String toString() {
        return "ConnectionDraft[" + dataSourceId + " \"" + name + "\" in " + space
                + (statement == null ? ", properties " + properties.keySet() : ", " + statement) + "]";
    }

    /**
     * Builds a {@link ConnectionDraft}. Not thread-safe.
     *
     * <p>Setting a property again replaces its value, except {@link #file}, which adds a further file.
     */
    public static final class Builder {

        /** The version is sent as a tag with a prefix, so the limit of a tag applies to both together. */
        private static final int MAX_VERSION_BYTES =
                RequestSchema.PROPERTIES.maxItemBytes(WireMembers.TAGS).orElse(Integer.MAX_VALUE)
                        - WireNames.SECRETS_VERSION_TAG.length();

        private final String dataSourceId;
        private String name;
        private SpaceRef space = SpaceRef.personal();
        final List<String> tags = new ArrayList<>();
        private final DraftProperties properties = new DraftProperties();

        private @Nullable ConnectStatement statement;

        private boolean authUrlOnly;
        final List<String> unknownMembers = new ArrayList<>();
        final List<String> nullMembers = new ArrayList<>();
        final List<String> missingSecrets = new ArrayList<>();

        private @Nullable String gatewayName;

        private @Nullable String credentialsName;

        private @Nullable String secretsVersion;
        private final Map<String, Object> additionalMembers = new LinkedHashMap<>();

        private Builder(String dataSourceId, String name) {
            if (Arguments.require(dataSourceId, "dataSourceId").isBlank()) {
                throw new IllegalArgumentException("The data source id must not be blank");
            }
            this.dataSourceId = dataSourceId;
            this.name = Arguments.require(name, "name");
        }

        private Builder(ConnectionDraft draft) {
            this(draft.dataSourceId(), draft.name());
            space = draft.space();
            tags.addAll(draft.tags());
            properties.addAll(draft.properties());
            statement = draft.connectStatement().orElse(null);
            authUrlOnly = draft.isAuthUrlOnly();
            unknownMembers.addAll(draft.unknownMembers());
            nullMembers.addAll(draft.nullMembers());
            missingSecrets.addAll(draft.missingSecrets());
            additionalMembers.putAll(draft.additionalMembers());
            gatewayName = draft.gatewayName().orElse(null);
            credentialsName = draft.credentialsName().orElse(null);
            secretsVersion = draft.secretsVersion().orElse(null);
        }

        Builder statement(ConnectStatement value) {
            statement = Arguments.optional(value, "statement");
            return this;
        }

        /**
         * Sets the name of the connection.
         *
         * @param name the name of the connection ({@code qName})
         * @return this builder
         */
        public Builder name(String name) {
            this.name = Arguments.require(name, "name");
            return this;
        }

        /**
         * Sets the space by its id.
         *
         * @param spaceId the id of the space
         * @return this builder
         * @throws IllegalArgumentException if the id is blank
         */
        public Builder inSpace(String spaceId) {
            return in(SpaceRef.ofId(spaceId));
        }

        /**
         * Sets the space by its exact name.
         *
         * @param spaceName the name of the space
         * @return this builder
         * @throws IllegalArgumentException if the name is blank
         */
        public Builder inSpaceNamed(String spaceName) {
            return in(SpaceRef.ofName(spaceName));
        }

        /**
         * Sets the personal space of the caller, which is the default.
         *
         * @return this builder
         */
        public Builder personal() {
            return in(SpaceRef.personal());
        }

        /**
         * Sets the space.
         *
         * @param space the space
         * @return this builder
         */
        public Builder in(SpaceRef space) {
            this.space = Arguments.require(space, "space", "For the personal space call personal()");
            return this;
        }

        /**
         * Adds tags.
         *
         * @param values the tags; the API accepts at most 31 beside connection properties and 32 beside a connect statement, of at
         *     most 256 bytes of UTF-8 each
         * @return this builder
         */
        public Builder tags(String... values) {
            tags.addAll(DraftArguments.tags(values));
            return this;
        }

        /**
         * Sets the version of the secrets in this draft. Secrets cannot be read back, so {@code ensure} compares their
         * version: it is kept with the connection as the tag {@code secrets-version:…}, and another version sends the
         * secrets. Each user who can see the connection can read its tags: never derive a version from a secret.
         *
         * @param version for example {@code 2026-11}; 1 to 240 bytes of UTF-8, without control characters
         * @return this builder
         * @throws IllegalArgumentException if it is blank, too long or has control characters
         */
        public Builder secretsVersion(String version) {
            Arguments.require(version, "version", "Give a string such as 2026-11");
            int bytes = version.getBytes(StandardCharsets.UTF_8).length;
            if (version.isBlank() || bytes > MAX_VERSION_BYTES || ControlCharacters.hasAny(version)) {
                throw new IllegalArgumentException("The secrets version must have 1 to " + MAX_VERSION_BYTES
                        + " bytes and no control characters; use a date such as 2026-11.");
            }
            secretsVersion = version;
            return this;
        }

        /**
         * Sets a property to a string.
         *
         * @param property the name of the property
         * @param value the value
         * @return this builder
         */
        public Builder set(String property, String value) {
            return put(property, value);
        }

        /**
         * Sets a property to true or false.
         *
         * @param property the name of the property
         * @param value the value
         * @return this builder
         */
        public Builder set(String property, boolean value) {
            return put(property, value);
        }

        /**
         * Sets a property to a whole number.
         *
         * @param property the name of the property
         * @param value the value
         * @return this builder
         */
        public Builder set(String property, long value) {
            return put(property, value);
        }

        /**
         * Sets a property to a number.
         *
         * @param property the name of the property
         * @param value the value
         * @return this builder
         * @throws IllegalArgumentException if the number is infinite or not a number
         */
        public Builder set(String property, double value) {
            return put(property, value);
        }

        /**
         * Sets a property to a number.
         *
         * @param property the name of the property
         * @param value the value
         * @return this builder
         */
        public Builder set(String property, BigDecimal value) {
            return put(property, value);
        }

        /**
         * Sets a property to a list, for example of query headers.
         *
         * @param property the name of the property
         * @param value strings, booleans, numbers, secrets, lists and maps of these; copied
         * @return this builder
         * @throws IllegalArgumentException if a value is of another type
         */
        public Builder set(String property, List<?> value) {
            return put(property, value);
        }

        /**
         * Sets a property to an object.
         *
         * @param property the name of the property
         * @param value members that are strings, booleans, numbers, secrets, lists and maps of these; copied
         * @return this builder
         * @throws IllegalArgumentException if a value is of another type
         */
        public Builder set(String property, Map<String, ?> value) {
            return put(property, value);
        }

        /**
         * Sets several properties at once.
         *
         * @param values name and value of each property; the values as in {@link #set(String, List)}
         * @return this builder
         * @throws IllegalArgumentException if a value is of another type
         */
        public Builder setAll(Map<String, ?> values) {
            Arguments.require(values, "values", "Pass an empty map for no property")
                    .forEach(this::put);
            return this;
        }

        /**
         * Sets a property to a secret, regardless of its name and its specification. In a draft with a connect statement, sets
         * {@code qPassword} or {@code qConnectionSecret}.
         *
         * @param property the name of the property
         * @param value the secret
         * @return this builder
         * @throws IllegalArgumentException if the draft has a connect statement and the name is another one
         */
        public Builder secret(String property, Secret value) {
            if (statement == null) {
                return put(property, value);
            }
            DraftArguments.property(property);
            statement = statement.withSecret(property, Arguments.require(value, "value"));
            missingSecrets.remove(property);
            return this;
        }

        /**
         * Adds a file to a property, in the API's form {@code [{"name": ..., "value": base64}]}. The content is treated
         * as a secret.
         *
         * @param property the name of the property
         * @param fileName the name that the API receives
         * @param content the bytes of the file
         * @return this builder
         * @throws IllegalStateException if the property was set to something else before
         */
        public Builder file(String property, String fileName, byte[] content) {
            properties.addFile(property, fileName, content);
            missingSecrets.remove(property);
            return this;
        }

        /**
         * Adds a file to a property under its own name, as {@link #file(String, String, byte[])} does.
         *
         * @param property the name of the property
         * @param file the file, which is read immediately
         * @return this builder
         * @throws UncheckedIOException if the file cannot be read
         * @throws IllegalStateException if the property was set to something else before
         */
        public Builder file(String property, Path file) {
            DraftArguments.property(property);
            Path fileName =
                    Arguments.require(file, "file", "Give the path of a file").getFileName();
            try {
                return file(property, fileName == null ? "" : fileName.toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + file + " for " + property + " cannot be read", e);
            }
        }

        /**
         * Removes a property from the draft.
         *
         * @param property the name of the property
         * @return this builder
         */
        public Builder unset(String property) {
            properties.remove(property);
            return this;
        }

        Builder put(String property, Object value) {
            properties.put(property, value);
            missingSecrets.remove(property);
            return this;
        }

        /**
         * Creates credentials of the caller with a new name and the secrets of this draft. Other users provide
         * their own ({@code separateCredentials}, {@code credentialsName}).
         *
         * @param newName the name of the new credentials
         * @return this builder
         */
        public Builder separateCredentials(String newName) {
            Arguments.require(newName, "newName", "Give the name of the new credentials");
            unset(SELECTED_CREDENTIALS);
            credentialsName = null;
            return put(SEPARATE_CREDENTIALS, true).put(CREDENTIALS_NAME, newName);
        }

        /**
         * Selects existing credentials of the caller by their id ({@code separateCredentials}, {@code
         * selectedCredentials}). The draft then needs no secrets.
         *
         * @param credentialsId the id of the credentials
         * @return this builder
         */
        public Builder useCredentials(String credentialsId) {
            Arguments.require(credentialsId, "credentialsId", "Give the id of existing credentials");
            unset(CREDENTIALS_NAME);
            credentialsName = null;
            missingSecrets.clear();
            return put(SEPARATE_CREDENTIALS, true).put(SELECTED_CREDENTIALS, credentialsId);
        }

        /**
         * Selects existing credentials of the caller by their name, which is looked up when the draft is sent to a tenant.
         *
         * @param credentialsName the name of the credentials
         * @return this builder
         */
        public Builder useCredentialsNamed(String credentialsName) {
            unset(CREDENTIALS_NAME);
            unset(SELECTED_CREDENTIALS);
            missingSecrets.clear();
            this.credentialsName =
                    Arguments.require(credentialsName, "credentialsName", "Give the name of existing credentials");
            return put(SEPARATE_CREDENTIALS, true);
        }

        /**
         * Sets the Direct Access gateway by its name, which is looked up when the draft is sent to a tenant.
         *
         * @param name the name of the gateway
         * @return this builder
         */
        public Builder onGateway(String name) {
            unset(WireNames.GATEWAY_INSTANCE);
            gatewayName = Arguments.require(name, "name", "Give the name of a gateway");
            return this;
        }

        /**
         * Sets the Direct Access gateway by its id ({@code gatewayInstance}).
         *
         * @param gatewayId the id, see {@link Gateway#id()}
         * @return this builder
         */
        public Builder onGatewayWithId(String gatewayId) {
            Arguments.require(gatewayId, "gatewayId", "Give the id of a gateway");
            gatewayName = null;
            return put(WireNames.GATEWAY_INSTANCE, gatewayId);
        }

        /**
         * Sets whether the request only returns the address of an interactive OAuth login and creates nothing ({@code
         * authUrlOnly}). The default is false.
         *
         * @param value true to request only the address
         * @return this builder
         */
        public Builder authUrlOnly(boolean value) {
            authUrlOnly = value;
            return this;
        }

        /** Returns the data source, the name, the space and the names of the properties, without values. */
        @Override
        public String toString() {
            return "ConnectionDraft.Builder[" + dataSourceId + " \"" + name + "\" in " + space
                    + (statement == null ? ", properties " + properties.names() : ", " + statement) + "]";
        }

        /**
         * Adds a member to the request, for a member of the API that this version of the library does not model.
         *
         * @param name the name of the member
         * @param value a string, boolean, number, secret, list or map of these; a string whose name suggests a secret is sent
         *     and never shown
         * @return this builder
         * @throws IllegalArgumentException if the builder has a method for the member, or if the value is of another type
         */
        public Builder additionalMember(String name, Object value) {
            AdditionalMembers.add(additionalMembers, name, value, RequestSchema.PROPERTIES, RequestSchema.STATEMENT);
            return this;
        }

        /**
         * Builds the draft. This builder can be used again.
         *
         * @return the draft
         * @throws IllegalStateException if properties were set beside a connect statement, because the API accepts
         *     only one of them
         */
        public ConnectionDraft build() {
            if (statement != null && !properties.isEmpty()) {
                throw new IllegalStateException(
                        "A draft with a connect statement takes no properties: " + properties.names());
            }
            return new ConnectionDraft(this);
        }
    }
}
