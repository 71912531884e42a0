package io.github.qlikconnections.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.sources.DataSourceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A data source to add to a {@link FakeTenant} with {@link FakeTenant#addDataSource(FakeDataSource)}. Instances are immutable and
 * thread-safe.
 */
public final class FakeDataSource {

    private final DataSourceDefinition source;

    private FakeDataSource(DataSourceDefinition source) {
        this.source = source;
    }

    DataSourceDefinition source() {
        return source;
    }

    /**
     * Returns the id of the data source.
     *
     * @return the id, for example {@code rest}
     */
    public String id() {
        return source.id();
    }

    /**
     * Returns a builder for a data source.
     *
     * @param id the {@code dataSourceId}
     * @return a builder
     */
    public static Builder builder(String id) {
        return new Builder(Objects.requireNonNull(id, "id"));
    }

    /**
     * Parses a data source in the format of the catalog files of this library.
     *
     * <p>The members are {@code entry} (as in the list of data sources), {@code connectorVersion} and
     * {@code connectionProperties} (the schema). Optional members are {@code uiInfo}, {@code secretProperties},
     * {@code credentialProperties} (stored with the secrets, such as a user name), {@code gateways} and {@code oauth}.
     *
     * @param json the JSON string
     * @return the data source
     * @throws IllegalArgumentException if the string is not JSON or a required member is missing
     */
    public static FakeDataSource fromJson(String json) {
        return new FakeDataSource(DataSourceDefinition.parse(json));
    }

    /**
     * Builds a {@link FakeDataSource}. This class is not thread-safe.
     */
    public static final class Builder {

        private final String id;
        private String displayName;
        private String provider = "FakeConnector.exe";
        private String connectorVersion = "1.0.0";
        private JsonNode schema = Json.object().put("type", "object").set("properties", Json.object());
        private final List<String> secrets = new ArrayList<>();
        private final ArrayNode gateways = Json.array();
        private boolean oauth;

        private Builder(String id) {
            this.id = id;
            this.displayName = id;
        }

        /**
         * Sets the display name, {@code dataSourceName} in the list.
         *
         * @param name the name; defaults to the id
         * @return this builder
         */
        public Builder displayName(String name) {
            this.displayName = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Sets the connector.
         *
         * @param executable the executable, {@code provider} in the list and {@code qType} of connections
         * @param version the version of the connector
         * @return this builder
         */
        public Builder connector(String executable, String version) {
            this.provider = Objects.requireNonNull(executable, "executable");
            this.connectorVersion = Objects.requireNonNull(version, "version");
            return this;
        }

        /**
         * Sets the schema that {@code api-specs} returns as {@code connectionProperties}. Properties that the schema marks
         * with {@code writeOnly} or {@code "format": "password"} are secrets.
         *
         * @param jsonSchema any JSON value, not necessarily a valid schema
         * @return this builder
         * @throws IllegalArgumentException if the string is not JSON
         */
        public Builder connectionProperties(String jsonSchema) {
            this.schema = Json.parse(jsonSchema);
            return this;
        }

        /**
         * Adds secret properties that the schema does not mark as secret.
         *
         * @param names property names
         * @return this builder
         */
        public Builder secretProperties(String... names) {
            secrets.addAll(List.of(names));
            return this;
        }

        /**
         * Adds a gateway. The first one is the default gateway.
         *
         * @param gatewayId the gateway id, of the form {@code agent::instance}
         * @param name the name of the gateway
         * @return this builder
         */
        public Builder gateway(String gatewayId, String name) {
            boolean first = gateways.isEmpty();
            gateways.addObject()
                    .put("id", Objects.requireNonNull(gatewayId, "gatewayId"))
                    .put("name", Objects.requireNonNull(name, "name"))
                    .put("default", first);
            return this;
        }

        /**
         * Enables authorization in a browser: a request with {@code authUrlOnly} returns an authorization URL.
         *
         * @return this builder
         */
        public Builder oauth() {
            this.oauth = true;
            return this;
        }

        /**
         * Builds the data source.
         *
         * @return the data source
         */
        public FakeDataSource build() {
            ObjectNode definition = Json.object();
            ObjectNode entry = definition.putObject("entry");
            entry.putArray("capabilities");
            entry.putNull("dataLoadUrlOverride");
            entry.put("dataSourceId", id);
            entry.put("dataSourceName", displayName);
            entry.put("dataSourcePropertyName", "sourceType");
            entry.put("provider", provider);
            entry.put("providerName", provider);
            entry.putArray("settings");
            ObjectNode qri = entry.putObject("qriDefinition");
            qri.put("qriPrefix", "qri:" + id + "://");
            for (String part : List.of("connectionPart", "pathPart")) {
                qri.putObject(part).put("template", "").putArray("properties");
            }
            entry.put("name", provider);
            definition.put("connectorVersion", connectorVersion);
            definition.set("secretProperties", Json.tree(secrets));
            definition.set("gateways", gateways);
            if (oauth) {
                definition.putObject("oauth").put("authorizeUrl", "https://accounts.example.com/authorize");
            }
            definition.set("connectionProperties", schema);
            return new FakeDataSource(DataSourceDefinition.parse(definition.toString()));
        }
    }
}
