package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.internal.spec.SecretConditionFinder;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.text.NameSuggester;
import io.github.qlikconnections.internal.validation.DeclaredProperty;
import io.github.qlikconnections.internal.validation.DraftValidator;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.model.ConnectionDraft;
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
 * What a data source says about the properties of its connections, as answered by
 * {@code GET /api/v1/data-sources/{dataSourceId}/api-specs}.
 *
 * <p>Pure: it never talks to a tenant. Immutable and safe for use by several threads.
 */
public final class ConnectionSpec {

    private final String dataSourceId;
    private final SpecReader document;
    private final Map<String, PropertySpec> properties = new HashMap<>();
    private final DraftValidator validator;

    ConnectionSpec(String dataSourceId, SpecReader document) {
        this.dataSourceId = Arguments.given(dataSourceId, "dataSourceId");
        this.document = document;
        document.properties().forEach(property -> properties.put(property.name(), property));
        this.validator = new DraftValidator(
                dataSourceId,
                document.schema(),
                document.properties().stream().map(ConnectionSpec::declared).toList(),
                document.unusableReason());
    }

    private static DeclaredProperty declared(PropertySpec property) {
        return new DeclaredProperty(
                property.name(),
                property.type() == PropertyType.FILE,
                property.requirement() != Requirement.NOT_STATED,
                property.uncheckedReason());
    }

    /**
     * Reads what the service answers. Text that holds no usable JSON Schema gives a specification that is not
     * {@linkplain #isUsable() usable}, never an exception.
     *
     * @param dataSourceId the id of the data source that was asked for
     * @param json the body of the answer; its {@code connectionProperties} are an object or a string that holds one
     * @return the specification
     */
    public static ConnectionSpec parse(String dataSourceId, String json) {
        return new ConnectionSpec(dataSourceId, SpecReader.read(Arguments.given(json, "json")));
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    /**
     * The id of the data source.
     *
     * @return the id
     */
    public String dataSourceId() {
        return dataSourceId;
    }

    /**
     * The connector behind the data source.
     *
     * @return the provider, for example {@code QvRestConnector.exe}; the empty string when not stated
     */
    public String connectorProvider() {
        return text(document.answer().get(WireMembers.CONNECTOR_PROVIDER));
    }

    /**
     * The version of the connector.
     *
     * @return the version, the empty string when not stated
     */
    public String connectorVersion() {
        return text(document.answer().get(WireMembers.CONNECTOR_VERSION));
    }

    /**
     * A text that is the same exactly when the schema of the properties is the same, whatever the order of its members
     * and the version of the connector.
     *
     * @return {@code sha256:} and 64 hexadecimal digits
     */
    public String fingerprint() {
        byte[] schema = JsonWriter.canonical(document.source()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(schema);
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The properties that the specification names.
     *
     * @return an unmodifiable list in the order of the document
     */
    public List<PropertySpec> properties() {
        return document.properties();
    }

    /**
     * One property.
     *
     * @param name the exact name
     * @return the property, empty when the specification does not name it
     */
    public Optional<PropertySpec> property(String name) {
        return Optional.ofNullable(properties.get(Arguments.given(name, "name")));
    }

    /**
     * Returns the default of a property for a draft. If branches of the specification state different defaults, the
     * branch that the draft selects decides.
     *
     * @param name the exact name of the property
     * @param draft the draft
     * @return the default, empty if none is stated or the draft does not select one
     */
    public Optional<Object> defaultValue(String name, ConnectionDraft draft) {
        Arguments.given(draft, "draft");
        return property(name)
                .flatMap(property -> new BranchSelection(document.schema().schema())
                        .defaultValue(property, draft.properties(), properties()));
    }

    /**
     * Returns whether the specification itself marks a value as secret, as {@link PropertySpec#isMarkedSecret()} says it of a property
     * as a whole.
     *
     * @param pointer a JSON Pointer that begins at the connection properties, such as {@code /queryHeaders/0/value}
     * @return whether the value has a mark of its own
     */
    public boolean isMarkedSecret(String pointer) {
        return validator.secretAnnotations().isMarked(Arguments.given(pointer, "pointer"));
    }

    /**
     * Returns the properties that a condition or a discriminator of the specification ties to a secret property, such as the kind of
     * authentication. Changing one of them calls for other credentials.
     *
     * @return an unmodifiable set of names, empty if the specification has no such rule
     */
    public Set<String> authenticationProperties() {
        Set<String> secrets = new HashSet<>();
        for (PropertySpec property : properties()) {
            if (property.isSecret()) {
                secrets.add(property.name());
            }
        }
        return SecretConditionFinder.find(document.schema().schema(), secrets);
    }

    /**
     * Tells whether drafts can be checked against this specification.
     *
     * @return whether it can be used
     */
    public boolean isUsable() {
        return document.unusableReason() == null;
    }

    /**
     * Why drafts cannot be checked.
     *
     * @return the reason, empty when they can
     */
    public Optional<String> unusableReason() {
        return Optional.ofNullable(document.unusableReason());
    }

    /**
     * Checks a draft under the {@linkplain ValidationPolicy#strict() strict} policy.
     *
     * @param draft the draft
     * @return what was found
     * @throws IllegalArgumentException when the draft is for another data source
     */
    public ValidationReport validate(ConnectionDraft draft) {
        return validate(draft, ValidationPolicy.strict());
    }

    /**
     * Checks a draft.
     *
     * @param draft the draft
     * @param policy how strictly to look
     * @return what was found
     * @throws IllegalArgumentException when the draft is for another data source
     */
    public ValidationReport validate(ConnectionDraft draft, ValidationPolicy policy) {
        return validator.validate(Arguments.given(draft, "draft"), Arguments.given(policy, "policy"));
    }

    /**
     * Which properties of a draft carry, or may carry, secrets: those that the specification marks or whose names say so,
     * those that the draft gives as a {@link io.github.qlikconnections.auth.Secret}, and all of them when the
     * specification cannot be used.
     *
     * @param draft the draft
     * @return an unmodifiable set of names in the order of the draft
     */
    public Set<String> secretProperties(ConnectionDraft draft) {
        return validator.secretProperties(Arguments.given(draft, "draft"));
    }

    /**
     * Compares with an older specification of the same data source.
     *
     * @param older the older specification
     * @return what is different
     * @throws IllegalArgumentException when the older one is for another data source
     */
    public SpecDiff diff(ConnectionSpec older) {
        if (!Arguments.given(older, "older").dataSourceId.equals(dataSourceId)) {
            throw new IllegalArgumentException(
                    "A specification for " + dataSourceId + " cannot be compared with one for " + older.dataSourceId);
        }
        return new SpecDiff(older, this);
    }

    /**
     * Writes the specification to a file, so that drafts can be checked without a tenant.
     *
     * @param file the file, replaced when it exists
     * @throws IllegalStateException when the specification came from text that was no JSON object
     * @throws java.io.UncheckedIOException when the file cannot be written
     */
    public void save(Path file) {
        Arguments.given(file, "file");
        if (document.answer().isEmpty()) {
            throw new IllegalStateException("There is nothing to save of " + this);
        }
        SpecFile.write(dataSourceId, document.answer(), file);
    }

    /**
     * Reads a specification from a file that {@link #save(Path)} wrote.
     *
     * @param file the file
     * @return the specification
     * @throws IllegalArgumentException when the file is no saved specification
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static ConnectionSpec load(Path file) {
        return SpecFile.read(Arguments.given(file, "file"));
    }

    /**
     * Describes one property: its whole description, when it is required, and the defaults and values of all branches.
     *
     * @param name the exact name of the property
     * @return several lines for a terminal of 120 columns, without a line break at the end
     * @throws IllegalArgumentException if the specification does not name the property
     */
    public String describe(String name) {
        return PropertyText.of(property(name)
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
     * A table of the properties for a terminal of 120 columns. What does not fit into a row is below it.
     *
     * @return several lines, without a line break at the end
     */
    public String describe() {
        return SpecTable.of(this);
    }

    /**
     * Source, connector and number of properties.
     *
     * @return a short text
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
