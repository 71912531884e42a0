package io.github.qlikconnections.testkit.internal.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A data source, parsed from JSON of the catalog. Instances are immutable. */
public final class DataSourceDefinition {

    /** Matches names of secrets. Used for properties that neither the schema nor the catalog contains. */
    private static final Pattern SECRET_NAME =
            Pattern.compile("pass|pwd|secret|token|credential|authcode|apikey|accesskey|privatekey|keyfile");

    /** Properties that select or describe credentials and contain none. */
    private static final Set<String> NEVER_SECRET =
            Set.of("separateCredentials", "selectedCredentials", "credentialsName");

    private final JsonNode definition;
    private final String id;

    private DataSourceDefinition(JsonNode definition) {
        this.definition = definition;
        this.id = required(definition.path("entry"), "dataSourceId");
        required(definition.path("entry"), "provider");
        required(definition, "connectorVersion");
    }

    /**
     * Parses a data source.
     *
     * @throws IllegalArgumentException if the string is not a data source in the format of the catalog files
     */
    public static DataSourceDefinition parse(String json) {
        return new DataSourceDefinition(Json.parse(json));
    }

    private static String required(JsonNode object, String member) {
        String text = Json.text(object, member);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a data source requires the string member " + member);
        }
        return text;
    }

    public String id() {
        return id;
    }

    /** Returns the executable of the connector, which is also the {@code qType} of its connections. */
    public String provider() {
        return required(definition.path("entry"), "provider");
    }

    public String connectorVersion() {
        return required(definition, "connectorVersion");
    }

    /** Returns the key of the connect statement that contains the data source id ({@code sourceType}, {@code driver}), if there is one. */
    public @Nullable String discriminator() {
        return Json.text(definition.path("entry"), "dataSourcePropertyName");
    }

    ObjectNode entry() {
        return definition.path("entry").deepCopy();
    }

    JsonNode uiInfo() {
        return definition.path("uiInfo");
    }

    JsonNode gateways() {
        return definition.path("gateways");
    }

    public JsonNode schema() {
        return definition.path("connectionProperties");
    }

    /** Returns the schema of a property, a missing node if there is none. */
    public JsonNode property(String name) {
        return schema().path("properties").path(name);
    }

    /** Returns the property names in the order of the schema. */
    public List<String> propertyNames() {
        List<String> names = new ArrayList<>();
        schema().path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns whether a property is a secret, which no response contains. */
    public boolean isSecret(String name) {
        if (NEVER_SECRET.contains(name)) {
            return false;
        }
        if (marked(property(name)) || lists("secretProperties", name)) {
            return true;
        }
        return property(name).isMissingNode()
                && SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /**
     * Returns whether a property is stored in the credential: secrets and their user names. Such a property is neither in the
     * connect statement nor in responses.
     */
    public boolean belongsToCredential(String name) {
        return isSecret(name) || lists("credentialProperties", name);
    }

    /** Returns whether the {@code value} of the {name, value} items of a property is a secret. */
    public boolean hasSecretItems(String name) {
        return marked(property(name).path("items").path("properties").path("value"));
    }

    private static boolean marked(JsonNode schema) {
        return schema.path("writeOnly").asBoolean()
                || "password".equals(schema.path("format").textValue());
    }

    private boolean lists(String member, String name) {
        for (JsonNode listed : definition.path(member)) {
            if (listed.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the data source supports authorization in a browser. */
    public boolean supportsOAuth() {
        return definition.has("oauth");
    }

    /** Returns the URL of the authorization page. */
    public String authorizeUrl() {
        return required(definition.path("oauth"), "authorizeUrl");
    }

    /** Returns whether the properties select authorization in a browser. */
    public boolean choosesOAuth(JsonNode properties) {
        JsonNode when = definition.path("oauth").path("when");
        if (!when.isObject()) {
            return false;
        }
        for (var member : when.properties()) {
            if (!member.getValue()
                    .asText()
                    .equals(properties.path(member.getKey()).asText())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the QRI of a connection: the prefix of the data source and a digest of the properties in the connection part. */
    public String qri(JsonNode properties) {
        return Qri.of(definition.path("entry").path("qriDefinition"), properties);
    }
}
