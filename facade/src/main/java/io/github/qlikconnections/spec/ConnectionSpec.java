package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.internal.spec.SecretConditionFinder;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.text.NameSuggester;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.validation.DeclaredProperty;
import io.github.qlikconnections.internal.validation.DraftValidator;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.CopySpecification;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Specification of the connection properties of a data source, as returned by
 * {@code GET /api/v1/data-sources/{dataSourceId}/api-specs}.
 *
 * <p>The methods send no requests. Instances are immutable and thread-safe.
 */
public final class ConnectionSpec implements CopySpecification {

    private final String dataSourceId;
    private final ApiSpecsResponse response;
    private final Map<String, PropertySpec> properties = new HashMap<>();
    private final DraftValidator validator;

    ConnectionSpec(String dataSourceId, ApiSpecsResponse response) {
        this.dataSourceId = Arguments.require(dataSourceId, "dataSourceId");
        this.response = response;
        response.properties().forEach(property -> properties.put(property.name(), property));
        this.validator = new DraftValidator(
                dataSourceId,
                response.preparedSchema(),
                response.properties().stream()
                        .map(ConnectionSpec::toDeclaredProperty)
                        .toList(),
                response.unusableReason());
    }

    private static DeclaredProperty toDeclaredProperty(PropertySpec property) {
        return new DeclaredProperty(
                property.name(),
                property.type() == PropertyType.FILE,
                property.requirement() != Requirement.NOT_STATED,
                property.uncheckedReason());
    }

    /**
     * Parses a response of the service.
     *
     * <p>If the response contains no usable JSON Schema, the specification is not {@linkplain #isUsable() usable}. No exception
     * is thrown.
     *
     * @param dataSourceId the id of the requested data source
     * @param json the response body; its {@code connectionProperties} are a JSON object or a string that contains one
     * @return the specification
     */
    public static ConnectionSpec parse(String dataSourceId, String json) {
        return new ConnectionSpec(dataSourceId, ApiSpecsResponse.parse(Arguments.require(json, "json")));
    }

    private static String stringOrEmpty(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    /**
     * Returns the id of the data source.
     *
     * @return the id
     */
    @Override
    public String dataSourceId() {
        return dataSourceId;
    }

    /**
     * Returns the connector of the data source.
     *
     * @return the provider, for example {@code QvRestConnector.exe}; the empty string if the response does not contain it
     */
    public String connectorProvider() {
        return stringOrEmpty(response.response().get(WireMembers.CONNECTOR_PROVIDER));
    }

    /**
     * Returns the version of the connector.
     *
     * @return the version, the empty string if the response does not contain it
     */
    public String connectorVersion() {
        return stringOrEmpty(response.response().get(WireMembers.CONNECTOR_VERSION));
    }

    /**
     * Returns a hash of the schema.
     *
     * <p>Equal schemas have equal fingerprints. The order of members and the version of the connector do not matter.
     *
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    public String fingerprint() {
        byte[] schema = JsonWriter.canonical(response.receivedSchema()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(schema);
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available. Every Java platform must provide it.", e);
        }
    }

    /**
     * Returns the properties of the specification.
     *
     * @return an unmodifiable list in the order of the specification
     */
    public List<PropertySpec> properties() {
        return response.properties();
    }

    /**
     * Returns a property.
     *
     * @param name the exact name, case-sensitive
     * @return the property, empty if the specification does not contain it
     */
    public Optional<PropertySpec> property(String name) {
        return Optional.ofNullable(properties.get(Arguments.require(name, "name")));
    }

    /**
     * Returns the default of a property for a draft.
     *
     * <p>If the branches of the specification have different defaults, the branch that the draft selects is used.
     *
     * @param name the exact name of the property
     * @param draft the draft
     * @return the default, empty if there is none or the draft does not select one
     */
    public Optional<Object> defaultValue(String name, ConnectionDraft draft) {
        Arguments.require(draft, "draft");
        return property(name)
                .flatMap(property -> new DefaultValueResolver(
                                response.preparedSchema().schema())
                        .resolve(property, draft.properties(), properties()));
    }

    /**
     * Returns whether the specification itself marks a value as secret. For a whole property, see
     * {@link PropertySpec#isMarkedSecret()}.
     *
     * @param pointer a JSON Pointer that begins at the connection properties, such as {@code /queryHeaders/0/value}
     * @return whether the value has a mark of its own
     */
    public boolean isMarkedSecret(String pointer) {
        return validator.secretAnnotations().isMarked(Arguments.require(pointer, "pointer"));
    }

    /**
     * Returns the properties on which secret properties depend, such as the authentication mode.
     *
     * <p>A condition or a discriminator of the specification links them. A change of one of them requires other credentials.
     *
     * @return an unmodifiable set of names, empty if no secret property depends on another property
     */
    public Set<String> authenticationProperties() {
        Set<String> secrets = new HashSet<>();
        for (PropertySpec property : properties()) {
            if (property.isSecret()) {
                secrets.add(property.name());
            }
        }
        return SecretConditionFinder.find(response.preparedSchema().schema(), secrets);
    }

    /**
     * Returns whether drafts can be validated against this specification.
     *
     * @return whether the specification is usable
     */
    public boolean isUsable() {
        return response.unusableReason() == null;
    }

    /**
     * Returns why the specification is not usable.
     *
     * @return the reason, empty if the specification is usable
     */
    public Optional<String> unusableReason() {
        return Optional.ofNullable(response.unusableReason());
    }

    /**
     * Validates a draft with the {@linkplain ValidationPolicy#strict() strict} policy.
     *
     * @param draft the draft
     * @return the report
     * @throws IllegalArgumentException if the draft is for another data source
     */
    public ValidationReport validate(ConnectionDraft draft) {
        return validate(draft, ValidationPolicy.strict());
    }

    /**
     * Validates a draft with the given policy.
     *
     * @param draft the draft
     * @param policy decides which violations are errors
     * @return the report
     * @throws IllegalArgumentException if the draft is for another data source
     */
    public ValidationReport validate(ConnectionDraft draft, ValidationPolicy policy) {
        return validator.validate(Arguments.require(draft, "draft"), Arguments.require(policy, "policy"));
    }

    /**
     * Returns the properties of a draft that are or may contain secrets.
     *
     * <p>These are the properties that the specification or their names indicate as secret, and those that the draft contains as
     * a {@link io.github.qlikconnections.auth.Secret}. If the specification is not usable, these are all properties.
     *
     * @param draft the draft
     * @return an unmodifiable set of names in the order of the draft
     */
    public Set<String> secretProperties(ConnectionDraft draft) {
        return validator.secretProperties(Arguments.require(draft, "draft"));
    }

    /**
     * Returns the properties of a draft that are or may contain secrets, as far as their values, their names and the readable
     * part of the specification indicate.
     *
     * <p>The result differs from {@link #secretProperties} only if the specification is not usable: it then does not contain
     * every property.
     *
     * @param draft the draft
     * @return an unmodifiable set of names in the order of the draft
     */
    public Set<String> presumedSecretProperties(ConnectionDraft draft) {
        return validator.presumedSecretProperties(Arguments.require(draft, "draft"));
    }

    @Override
    public Set<String> copyableProperties(ConnectionDraft returned) {
        return copyablePropertyFinder(Arguments.require(returned, "returned")).find(returned);
    }

    @Override
    public List<String> missingSecrets(ConnectionDraft returned, ConnectionDraft copy, boolean hasCredentials) {
        CopyablePropertyFinder finder = copyablePropertyFinder(Arguments.require(returned, "returned"));
        Arguments.require(copy, "copy");
        return new MissingSecretFinder(this, copy).find(finder.findWithheld(returned), hasCredentials);
    }

    private CopyablePropertyFinder copyablePropertyFinder(ConnectionDraft returned) {
        return new CopyablePropertyFinder(this, validator.presumedSecretProperties(returned));
    }

    /**
     * Compares this specification with an older one of the same data source.
     *
     * @param older the older specification
     * @return the differences
     * @throws IllegalArgumentException if the older specification is for another data source
     */
    public SpecDiff diff(ConnectionSpec older) {
        if (!Arguments.require(older, "older").dataSourceId.equals(dataSourceId)) {
            throw new IllegalArgumentException("The specification of " + dataSourceId
                    + " cannot be compared with that of " + older.dataSourceId + ".");
        }
        return new SpecDiff(older, this);
    }

    /**
     * Writes the specification to a file. With {@link #load(Path)}, drafts can be validated without a tenant.
     *
     * @param file the file; an existing file is replaced
     * @throws IllegalStateException if the specification was parsed from a response that is not a JSON object
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void save(Path file) {
        Arguments.require(file, "file");
        if (response.response().isEmpty()) {
            throw new IllegalStateException(
                    "The specification of " + dataSourceId + " cannot be saved: " + response.unusableReason() + ".");
        }
        SpecFile.write(dataSourceId, response.response(), file);
    }

    /**
     * Reads a specification from a file that {@link #save(Path)} wrote.
     *
     * @param file the file
     * @return the specification
     * @throws IllegalArgumentException if the file is not a saved specification
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static ConnectionSpec load(Path file) {
        return SpecFile.read(Arguments.require(file, "file"));
    }

    /**
     * Reads a specification from a file that contains a response of {@code GET /data-sources/{dataSourceId}/api-specs}, or that
     * {@link #save(Path)} wrote.
     *
     * @param dataSourceId the id of the data source, which a response does not contain
     * @param file the file
     * @return the specification
     * @throws IllegalArgumentException if the file is neither, or is the saved specification of another data source
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static ConnectionSpec load(String dataSourceId, Path file) {
        return SpecFile.read(Arguments.require(dataSourceId, "dataSourceId"), Arguments.require(file, "file"));
    }

    /**
     * Describes one property: its description, its requirement, and the defaults and allowed values of all branches.
     *
     * @param name the exact name of the property
     * @return several lines for a terminal of 120 columns, without a line break at the end
     * @throws IllegalArgumentException if the specification does not contain the property
     */
    public String describe(String name) {
        return PropertyFormatter.format(property(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(MessageFormatter.formatName(name) + " is not a property of "
                                + dataSourceId
                                + NameSuggester.suggest(name, names(), 1).stream()
                                        .map(nearest -> ". " + NameSuggester.toQuestion(List.of(nearest)))
                                        .findFirst()
                                        .orElse("."))));
    }

    private List<String> names() {
        return properties().stream().map(PropertySpec::name).toList();
    }

    /**
     * Formats the properties as a table for a terminal of 120 columns. Cells that do not fit are repeated below their row.
     *
     * @return several lines, without a line break at the end
     */
    public String describe() {
        return SpecTableFormatter.format(this);
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put(WireMembers.DATA_SOURCE_ID, dataSourceId)
                .put(WireMembers.CONNECTOR_PROVIDER, connectorProvider())
                .put(WireMembers.CONNECTOR_VERSION, connectorVersion())
                .put("fingerprint", fingerprint())
                .put("properties", properties(), PropertySpec::toMap)
                .put("authenticationProperties", authenticationProperties())
                .put("isUsable", isUsable())
                .put("unusableReason", unusableReason())
                .toMap();
    }

    /**
     * Returns the id of the data source, the connector, and the number of properties.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return "ConnectionSpec[" + dataSourceId + ", " + connectorProvider() + " " + connectorVersion() + ", "
                + unusableReason()
                        .map(reason -> "not usable: " + reason)
                        .orElse(properties().size() + " properties")
                + "]";
    }
}
