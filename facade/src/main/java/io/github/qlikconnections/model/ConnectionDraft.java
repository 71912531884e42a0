package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.argument.Arguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data connection that is to be created: its data source, name and space, and either connection properties
 * ({@code DcaasConnectionCreate} of the data connections API) or a {@link ConnectStatement} ({@code ConnectionCreate}).
 *
 * <p>A draft holds whatever the caller gave; whether it is right is for
 * {@link io.github.qlikconnections.spec.ConnectionSpec#validate(ConnectionDraft)} to say. Immutable and safe for use by
 * several threads; the {@link Secret}s in it can be cleared by whoever made them.
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
    private final @Nullable String gatewayName;
    private final @Nullable String credentialsToFind;
    private final @Nullable String secretsVersion;

    ConnectionDraft(ConnectionDraftBuilder builder) {
        dataSourceId = builder.dataSourceId;
        name = builder.name;
        space = builder.space;
        tags = List.copyOf(builder.tags);
        properties = builder.handOverProperties();
        statement = builder.statement;
        authUrlOnly = builder.authUrlOnly;
        unknownMembers = List.copyOf(builder.unknownMembers);
        nullMembers = List.copyOf(builder.nullMembers);
        gatewayName = builder.gatewayName;
        credentialsToFind = builder.credentialsToFind;
        secretsVersion = builder.secretsVersion;
    }

    /**
     * Starts a draft that is described by connection properties.
     *
     * @param dataSourceId the id of the data source, for example {@code File_AmazonS3ConnectorV2}
     * @param name the name of the connection ({@code qName})
     * @return a builder; without further calls the connection goes into the personal space
     * @throws IllegalArgumentException when the id is blank
     */
    public static ConnectionDraftBuilder of(String dataSourceId, String name) {
        return new ConnectionDraftBuilder(dataSourceId, name);
    }

    /**
     * Starts a draft that is described by a connect statement.
     *
     * @param dataSourceId the id of the data source, for example {@code snowflake}
     * @param name the name of the connection ({@code qName})
     * @param statement the statement and what goes with it
     * @return a builder that accepts no properties
     * @throws IllegalArgumentException when the id is blank
     */
    public static ConnectionDraftBuilder ofStatement(String dataSourceId, String name, ConnectStatement statement) {
        return new ConnectionDraftBuilder(dataSourceId, name).statement(statement);
    }

    /**
     * Reads the body of a create request, as the API's documentation prints it: {@code dataSourceId} or
     * {@code datasourceID}, either form of the request, booleans and numbers as texts, the older member names
     * {@code connectionName} and {@code spaceId}, placeholders such as {@code <SPACE_ID>}, and quotes escaped for a
     * shell. Values whose names say that they may be secret (see {@link io.github.qlikconnections.auth.SecretNames})
     * become {@link io.github.qlikconnections.auth.Secret}s; a member that is null counts as not given.
     *
     * @param json the text of the request body
     * @return the draft
     * @throws MalformedDraftException when the text is no JSON (with line and column) or no create request; the message
     *     repeats none of the text
     */
    public static ConnectionDraft fromJson(String json) {
        return DraftReader.read(Arguments.given(json, "json"));
    }

    /**
     * Reads the body of a create request from a UTF-8 file, as {@link #fromJson(String)} does.
     *
     * @param file the file
     * @return the draft
     * @throws MalformedDraftException when the file holds no create request
     * @throws UncheckedIOException when the file cannot be read or is not UTF-8 text
     */
    public static ConnectionDraft fromJson(Path file) {
        String json;
        try {
            json = Files.readString(Arguments.given(file, "file"));
        } catch (IOException e) {
            throw new UncheckedIOException("The draft file " + file + " cannot be read as UTF-8 text", e);
        }
        return fromJson(json);
    }

    /**
     * The id of the data source.
     *
     * @return the id ({@code datasourceID})
     */
    public String dataSourceId() {
        return dataSourceId;
    }

    /**
     * The name of the connection.
     *
     * @return the name ({@code qName})
     */
    public String name() {
        return name;
    }

    /**
     * Where the connection goes.
     *
     * @return the space
     */
    public SpaceRef space() {
        return space;
    }

    /**
     * The tags of the connection.
     *
     * @return an unmodifiable list in the order given
     */
    public List<String> tags() {
        return tags;
    }

    /**
     * The connection properties as plain values.
     *
     * @return an unmodifiable map in the order given; a value is a {@code String}, {@code Boolean}, {@code Long},
     *     {@code BigDecimal}, {@link Secret}, or a {@code List} or {@code Map} of these
     */
    public Map<String, Object> properties() {
        return properties;
    }

    /**
     * The connect statement of a draft made by {@link #ofStatement}.
     *
     * @return the statement; empty for a draft that is described by properties
     */
    public Optional<ConnectStatement> connectStatement() {
        return Optional.ofNullable(statement);
    }

    /**
     * Tells whether only the address for an interactive OAuth login is asked for ({@code authUrlOnly}).
     *
     * @return whether nothing is to be created yet
     */
    public boolean isAuthUrlOnly() {
        return authUrlOnly;
    }

    /**
     * Members of a request read by {@code fromJson} that the API does not know; they are not sent.
     *
     * @return an unmodifiable list of their names, empty for a draft built in code
     */
    public List<String> unknownMembers() {
        return unknownMembers;
    }

    /**
     * Where in the connection properties a request read by {@code fromJson} had null; these members are not sent.
     *
     * @return an unmodifiable list of JSON Pointers that begin at the connection properties, empty for a draft built in code
     */
    public List<String> nullMembers() {
        return nullMembers;
    }

    /**
     * The gateway by its name; its id becomes the property {@code gatewayInstance} when the draft is held against a tenant.
     *
     * @return the name, empty when none was given
     */
    public Optional<String> gatewayName() {
        return Optional.ofNullable(gatewayName);
    }

    /**
     * The existing credentials by their name; their id becomes the property {@code selectedCredentials} when the draft is
     * held against a tenant.
     *
     * @return the name, empty when none was given
     */
    public Optional<String> credentialsToFind() {
        return Optional.ofNullable(credentialsToFind);
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
     * Starts a draft that begins with everything this one holds.
     *
     * @return a new builder
     */
    public ConnectionDraftBuilder toBuilder() {
        return new ConnectionDraftBuilder(this);
    }

    /**
     * Compares everything, secrets included.
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
                && Objects.equals(credentialsToFind, that.credentialsToFind)
                && Objects.equals(secretsVersion, that.secretsVersion)
                && unknownMembers.equals(that.unknownMembers)
                && nullMembers.equals(that.nullMembers);
    }

    /**
     * Goes with {@link #equals(Object)}; values play no part in it.
     *
     * @return the hash
     */
    @Override
    public int hashCode() {
        return Objects.hash(dataSourceId, name, space, properties.keySet());
    }

    /**
     * Names the source, the connection, the space and the properties, without any value.
     *
     * @return a short text
     */
    @Override
    public String toString() {
        return "ConnectionDraft[" + dataSourceId + " \"" + name + "\" in " + space
                + (statement == null ? ", properties " + properties.keySet() : ", " + statement) + "]";
    }
}
