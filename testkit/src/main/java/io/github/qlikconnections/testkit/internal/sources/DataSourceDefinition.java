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

/** A data source, read from the JSON of the catalogue; it never changes. */
public final class DataSourceDefinition {

    /** Names that give a secret away when neither schema nor catalogue speaks of the property. */
    private static final Pattern SECRET_NAME =
            Pattern.compile("pass|pwd|secret|token|credential|authcode|apikey|accesskey|privatekey|keyfile");

    /** These select or describe credentials and hold none. */
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
     * Reads a source.
     *
     * @throws IllegalArgumentException when the text is not a source in the form of the catalogue files
     */
    public static DataSourceDefinition parse(String json) {
        return new DataSourceDefinition(Json.parse(json));
    }

    private static String required(JsonNode object, String member) {
        String text = Json.text(object, member);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a data source needs the text member " + member);
        }
        return text;
    }

    public String id() {
        return id;
    }

    /** The connector's executable, which is also the {@code qType} of its connections. */
    public String provider() {
        return required(definition.path("entry"), "provider");
    }

    public String connectorVersion() {
        return required(definition, "connectorVersion");
    }

    /** The connect statement's key that names the source ({@code sourceType}, {@code driver}), if it has one. */
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

    /** The schema of one property; missing when the schema does not name it. */
    public JsonNode property(String name) {
        return schema().path("properties").path(name);
    }

    /** The property names in the schema's order. */
    public List<String> propertyNames() {
        List<String> names = new ArrayList<>();
        schema().path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Whether a property holds a secret that no answer may give back. */
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
     * Whether a property is kept with the credential and so is neither in the connect statement nor read back: secrets,
     * and the user names that belong to them.
     */
    public boolean belongsToCredential(String name) {
        return isSecret(name) || lists("credentialProperties", name);
    }

    /** Whether the {@code value} of the property's {name, value} items is a secret. */
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

    /** Whether a person can grant access to this source in a browser. */
    public boolean supportsOAuth() {
        return definition.has("oauth");
    }

    /** Where that person is sent. */
    public String authorizeUrl() {
        return required(definition.path("oauth"), "authorizeUrl");
    }

    /** Whether these properties choose to be authorised in a browser. */
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

    /** The qri of a connection: the source's prefix and a digest of what the connection part names. */
    public String qri(JsonNode properties) {
        return Qri.of(definition.path("entry").path("qriDefinition"), properties);
    }
}
