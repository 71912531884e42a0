package io.github.qlikconnections.model;

import static io.github.qlikconnections.internal.wire.WireNames.CREDENTIALS_NAME;
import static io.github.qlikconnections.internal.wire.WireNames.SELECTED_CREDENTIALS;
import static io.github.qlikconnections.internal.wire.WireNames.SEPARATE_CREDENTIALS;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.argument.Arguments;
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
import org.jspecify.annotations.Nullable;

/**
 * Collects what a {@link ConnectionDraft} is made of; not safe for use by several threads.
 *
 * <p>Setting a property again replaces its value, except {@link #file}, which adds a further file.
 */
public final class ConnectionDraftBuilder {

    private static final int MAX_VERSION_BYTES = 240;
    private static final String GATEWAY_INSTANCE = "gatewayInstance";

    final String dataSourceId;
    final String name;
    SpaceRef space = SpaceRef.personal();
    final List<String> tags = new ArrayList<>();
    private Map<String, Object> properties = new LinkedHashMap<>();
    private boolean handedOver;

    @Nullable ConnectStatement statement;

    boolean authUrlOnly;
    final List<String> unknownMembers = new ArrayList<>();
    final List<String> nullMembers = new ArrayList<>();

    @Nullable String gatewayName;

    @Nullable String credentialsToFind;

    @Nullable String secretsVersion;

    ConnectionDraftBuilder(String dataSourceId, String name) {
        if (Arguments.given(dataSourceId, "dataSourceId").isBlank()) {
            throw new IllegalArgumentException("The data source id must not be blank");
        }
        this.dataSourceId = dataSourceId;
        this.name = Arguments.given(name, "name");
    }

    ConnectionDraftBuilder(ConnectionDraft draft) {
        this(draft.dataSourceId(), draft.name());
        space = draft.space();
        tags.addAll(draft.tags());
        properties.putAll(draft.properties());
        statement = draft.connectStatement().orElse(null);
        authUrlOnly = draft.isAuthUrlOnly();
        unknownMembers.addAll(draft.unknownMembers());
        nullMembers.addAll(draft.nullMembers());
        gatewayName = draft.gatewayName().orElse(null);
        credentialsToFind = draft.credentialsToFind().orElse(null);
        secretsVersion = draft.secretsVersion().orElse(null);
    }

    ConnectionDraftBuilder statement(ConnectStatement value) {
        statement = Arguments.optional(value, "statement");
        return this;
    }

    /** To a draft; the builder changes them no more. */
    Map<String, Object> handOverProperties() {
        handedOver = true;
        return Collections.unmodifiableMap(properties);
    }

    private Map<String, Object> own() {
        if (handedOver) {
            properties = new LinkedHashMap<>(properties);
            handedOver = false;
        }
        return properties;
    }

    /**
     * Puts the connection into a space known by its id.
     *
     * @param spaceId the id of the space
     * @return this builder
     * @throws IllegalArgumentException when the id is blank
     */
    public ConnectionDraftBuilder inSpace(String spaceId) {
        return in(SpaceRef.ofId(spaceId));
    }

    /**
     * Puts the connection into a space known by its exact name.
     *
     * @param spaceName the name of the space
     * @return this builder
     * @throws IllegalArgumentException when the name is blank
     */
    public ConnectionDraftBuilder inSpaceNamed(String spaceName) {
        return in(SpaceRef.ofName(spaceName));
    }

    /**
     * Puts the connection into the personal space of the caller, which is also the default.
     *
     * @return this builder
     */
    public ConnectionDraftBuilder personal() {
        return in(SpaceRef.personal());
    }

    /**
     * Puts the connection into a space.
     *
     * @param space the space
     * @return this builder
     */
    public ConnectionDraftBuilder in(SpaceRef space) {
        this.space = Arguments.given(space, "space", "For the personal space call personal()");
        return this;
    }

    /**
     * Adds tags.
     *
     * @param values the tags; the API takes at most 31, of at most 256 bytes of UTF-8 each
     * @return this builder
     */
    public ConnectionDraftBuilder tags(String... values) {
        tags.addAll(DraftArguments.tags(values));
        return this;
    }

    /**
     * Sets the version of the secrets in this draft. Secrets cannot be read back, so {@code ensure} compares their version: it is
     * kept with the connection as the tag {@code secrets-version:…}, and another version sends the secrets. Everybody who sees the
     * connection can read its tags: never derive a version from a secret.
     *
     * @param version for example {@code 2026-11}; 1 to 240 bytes of UTF-8, without control characters
     * @return this builder
     * @throws IllegalArgumentException if it is blank, too long or has control characters
     */
    public ConnectionDraftBuilder secretsVersion(String version) {
        Arguments.given(version, "version", "Give a text such as 2026-11");
        int bytes = version.getBytes(StandardCharsets.UTF_8).length;
        if (version.isBlank() || bytes > MAX_VERSION_BYTES || version.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The secrets version must have 1 to " + MAX_VERSION_BYTES
                    + " bytes and no control characters; a date such as 2026-11 will do.");
        }
        secretsVersion = version;
        return this;
    }

    /**
     * Sets a property to a text.
     *
     * @param property the name of the property
     * @param value the value
     * @return this builder
     */
    public ConnectionDraftBuilder set(String property, String value) {
        return put(property, value);
    }

    /**
     * Sets a property to true or false.
     *
     * @param property the name of the property
     * @param value the value
     * @return this builder
     */
    public ConnectionDraftBuilder set(String property, boolean value) {
        return put(property, value);
    }

    /**
     * Sets a property to a whole number.
     *
     * @param property the name of the property
     * @param value the value
     * @return this builder
     */
    public ConnectionDraftBuilder set(String property, long value) {
        return put(property, value);
    }

    /**
     * Sets a property to a number.
     *
     * @param property the name of the property
     * @param value the value
     * @return this builder
     * @throws IllegalArgumentException when the number is infinite or not a number
     */
    public ConnectionDraftBuilder set(String property, double value) {
        return put(property, value);
    }

    /**
     * Sets a property to a number.
     *
     * @param property the name of the property
     * @param value the value
     * @return this builder
     */
    public ConnectionDraftBuilder set(String property, BigDecimal value) {
        return put(property, value);
    }

    /**
     * Sets a property to a list, for example of query headers.
     *
     * @param property the name of the property
     * @param value strings, booleans, numbers, secrets, lists and maps of these; copied
     * @return this builder
     * @throws IllegalArgumentException when a value is of another type
     */
    public ConnectionDraftBuilder set(String property, List<?> value) {
        return put(property, value);
    }

    /**
     * Sets a property to an object.
     *
     * @param property the name of the property
     * @param value members that are strings, booleans, numbers, secrets, lists and maps of these; copied
     * @return this builder
     * @throws IllegalArgumentException when a value is of another type
     */
    public ConnectionDraftBuilder set(String property, Map<String, ?> value) {
        return put(property, value);
    }

    /**
     * Sets several properties at once.
     *
     * @param values name and value of each property; the values as in {@link #set(String, List)}
     * @return this builder
     * @throws IllegalArgumentException when a value is of another type
     */
    public ConnectionDraftBuilder setAll(Map<String, ?> values) {
        Arguments.given(values, "values", "Pass an empty map for no property").forEach(this::put);
        return this;
    }

    /**
     * Sets a property to a secret, whatever its name and its specification say.
     *
     * @param property the name of the property
     * @param value the secret
     * @return this builder
     */
    public ConnectionDraftBuilder secret(String property, Secret value) {
        return put(property, value);
    }

    /**
     * Adds a file to a property, in the API's form {@code [{"name": ..., "value": base64}]}; the content is held as a
     * secret.
     *
     * @param property the name of the property
     * @param fileName the name that the API is told
     * @param content the bytes of the file
     * @return this builder
     * @throws IllegalStateException when the property was set to something else before
     */
    public ConnectionDraftBuilder file(String property, String fileName, byte[] content) {
        Arguments.given(fileName, "fileName", "Give the name that the API receives for the file");
        Arguments.given(content, "content", "Give the bytes of the file");
        List<Object> files = new ArrayList<>(filesOf(property));
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", fileName);
        file.put("value", FileValue.of(content));
        files.add(file);
        return put(property, files);
    }

    /**
     * Adds a file to a property under its own name, as {@link #file(String, String, byte[])} does.
     *
     * @param property the name of the property
     * @param file the file, read now
     * @return this builder
     * @throws UncheckedIOException when the file cannot be read
     * @throws IllegalStateException when the property was set to something else before
     */
    public ConnectionDraftBuilder file(String property, Path file) {
        DraftArguments.property(property);
        Path fileName = Arguments.given(file, "file", "Give the path of a file").getFileName();
        try {
            return file(property, fileName == null ? "" : fileName.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " for " + property + " cannot be read", e);
        }
    }

    private List<?> filesOf(String property) {
        Object present = properties.get(property);
        if (present == null) {
            return List.of();
        }
        if (present instanceof List<?> files) {
            return files;
        }
        throw new IllegalStateException("The property " + property + " was already set to something that is no file");
    }

    /**
     * Takes a property out of the draft again.
     *
     * @param property the name of the property
     * @return this builder
     */
    public ConnectionDraftBuilder unset(String property) {
        own().remove(DraftArguments.property(property));
        return this;
    }

    /**
     * Asks for credentials of the caller's own under a new name, made from the secrets of this draft; other users bring
     * their own ({@code separateCredentials}, {@code credentialsName}).
     *
     * @param newName the name that the credentials get
     * @return this builder
     */
    public ConnectionDraftBuilder separateCredentials(String newName) {
        Arguments.given(newName, "newName", "Give the name of the new credentials");
        unset(SELECTED_CREDENTIALS);
        credentialsToFind = null;
        return put(SEPARATE_CREDENTIALS, true).put(CREDENTIALS_NAME, newName);
    }

    /**
     * Uses existing credentials of the caller ({@code separateCredentials}, {@code selectedCredentials}); the draft
     * then needs no secrets.
     *
     * @param credentialsId the id of the credentials
     * @return this builder
     */
    public ConnectionDraftBuilder useCredentials(String credentialsId) {
        Arguments.given(credentialsId, "credentialsId", "Give the id of existing credentials");
        unset(CREDENTIALS_NAME);
        credentialsToFind = null;
        return put(SEPARATE_CREDENTIALS, true).put(SELECTED_CREDENTIALS, credentialsId);
    }

    /**
     * Uses existing credentials of the caller, found by their name when the draft is held against a tenant.
     *
     * @param credentialsName the name of the credentials
     * @return this builder
     */
    public ConnectionDraftBuilder useCredentialsNamed(String credentialsName) {
        unset(CREDENTIALS_NAME);
        unset(SELECTED_CREDENTIALS);
        credentialsToFind =
                Arguments.given(credentialsName, "credentialsName", "Give the name of existing credentials");
        return put(SEPARATE_CREDENTIALS, true);
    }

    /**
     * Reaches the source through a Direct Access gateway, found by its name when the draft is held against a tenant.
     *
     * @param name the name of the gateway
     * @return this builder
     */
    public ConnectionDraftBuilder onGateway(String name) {
        unset(GATEWAY_INSTANCE);
        gatewayName = Arguments.given(name, "name", "Give the name of a gateway");
        return this;
    }

    /**
     * Reaches the source through a Direct Access gateway of known id ({@code gatewayInstance}).
     *
     * @param gatewayId the id, as the list of gateways gives it
     * @return this builder
     */
    public ConnectionDraftBuilder onGatewayWithId(String gatewayId) {
        Arguments.given(gatewayId, "gatewayId", "Give the id of a gateway");
        gatewayName = null;
        return put(GATEWAY_INSTANCE, gatewayId);
    }

    /**
     * Asks only for the address of an interactive OAuth login; nothing is created ({@code authUrlOnly}).
     *
     * @param value whether only the address is wanted
     * @return this builder
     */
    public ConnectionDraftBuilder authUrlOnly(boolean value) {
        authUrlOnly = value;
        return this;
    }

    ConnectionDraftBuilder put(String property, Object value) {
        DraftArguments.property(property);
        Arguments.given(
                value,
                "The value of " + DraftArguments.shown(property),
                "Leave the property out, or call unset(\"" + DraftArguments.shown(property) + "\")");
        own().put(property, PropertyValues.copyOf(property, value));
        return this;
    }

    /** Returns what the draft would be, without any value of a property. */
    @Override
    public String toString() {
        return "ConnectionDraftBuilder[" + dataSourceId + " \"" + name + "\" in " + space
                + (statement == null ? ", properties " + properties.keySet() : ", " + statement) + "]";
    }

    /**
     * Makes the draft; this builder can go on to be used for another.
     *
     * @return the draft
     * @throws IllegalStateException when properties were set beside a connect statement, since the API takes one form or
     *     the other
     */
    public ConnectionDraft build() {
        if (statement != null && !properties.isEmpty()) {
            throw new IllegalStateException(
                    "A draft with a connect statement takes no properties: " + properties.keySet());
        }
        return new ConnectionDraft(this);
    }
}
