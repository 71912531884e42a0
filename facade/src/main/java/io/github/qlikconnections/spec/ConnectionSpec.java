package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.JsonReader;
import io.github.qlikconnections.internal.validation.DraftValidation;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a data source says about the properties of its connections, as answered by
 * {@code GET /api/v1/data-sources/{dataSourceId}/api-specs}.
 *
 * <p>Pure: it never talks to a tenant. Immutable and safe for use by several threads.
 */
public final class ConnectionSpec {

    private final String dataSourceId;
    private final String connectorProvider;
    private final String connectorVersion;
    private final List<PropertySpec> properties;
    private final @Nullable String unusableReason;

    private ConnectionSpec(
            String dataSourceId, Map<?, ?> answer, List<PropertySpec> properties, @Nullable String unusableReason) {
        this.dataSourceId = Objects.requireNonNull(dataSourceId, "dataSourceId");
        this.connectorProvider = text(answer.get("connectorProvider"));
        this.connectorVersion = text(answer.get("connectorVersion"));
        this.properties = properties;
        this.unusableReason = unusableReason;
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
        Object answer;
        try {
            answer = JsonReader.read(json);
        } catch (InvalidJsonException e) {
            return unusable(dataSourceId, Map.of(), "the specification cannot be read: " + e.getMessage());
        }
        if (!(answer instanceof Map<?, ?> members)) {
            return unusable(dataSourceId, Map.of(), "the specification is not a JSON object");
        }
        Object schema = members.get("connectionProperties");
        if (schema instanceof String text) {
            try {
                schema = JsonReader.read(text);
            } catch (InvalidJsonException e) {
                return unusable(dataSourceId, members, "connectionProperties cannot be read: " + e.getMessage());
            }
        }
        if (!(schema instanceof Map<?, ?> object)) {
            return unusable(dataSourceId, members, "connectionProperties is not a JSON object");
        }
        return new ConnectionSpec(dataSourceId, members, PropertyReader.read(object), null);
    }

    private static ConnectionSpec unusable(String dataSourceId, Map<?, ?> answer, String reason) {
        return new ConnectionSpec(dataSourceId, answer, List.of(), reason);
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
        return connectorProvider;
    }

    /**
     * The version of the connector.
     *
     * @return the version, the empty string when not stated
     */
    public String connectorVersion() {
        return connectorVersion;
    }

    /**
     * The properties that the specification names.
     *
     * @return an unmodifiable list in the order of the document
     */
    public List<PropertySpec> properties() {
        return properties;
    }

    /**
     * One property.
     *
     * @param name the exact name
     * @return the property, empty when the specification does not name it
     */
    public Optional<PropertySpec> property(String name) {
        return properties.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /**
     * Tells whether drafts can be checked against this specification.
     *
     * @return whether it can be used
     */
    public boolean isUsable() {
        return unusableReason == null;
    }

    /**
     * Why drafts cannot be checked.
     *
     * @return the reason, empty when they can
     */
    public Optional<String> unusableReason() {
        return Optional.ofNullable(unusableReason);
    }

    /**
     * Checks a draft under the {@linkplain ValidationPolicy#strict() strict} policy.
     *
     * @param draft the draft
     * @return what was found
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
     */
    public ValidationReport validate(ConnectionDraft draft, ValidationPolicy policy) {
        return new DraftValidation(this, draft, policy).report();
    }

    /**
     * A table of the properties for a terminal of 120 columns.
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
        return "ConnectionSpec[" + dataSourceId + ", " + connectorProvider + " " + connectorVersion + ", "
                + (unusableReason == null ? properties.size() + " properties" : "not usable: " + unusableReason) + "]";
    }
}
