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
 * A data source to add to a {@link FakeTenant} with {@link FakeTenant#addDataSource(FakeDataSource)}. Immutable and safe for use
 * by any number of threads.
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
     * The source's id.
     *
     * @return such as {@code rest}
     */
    public String id() {
        return source.id();
    }

    /**
     * Begins a data source.
     *
     * @param id its {@code dataSourceId}
     * @return a builder
     */
    public static Builder builder(String id) {
        return new Builder(Objects.requireNonNull(id, "id"));
    }

    /**
     * Reads a data source in the form of the catalogue files of this library: the members {@code entry} (as in the list
     * of data sources), {@code connectorVersion}, {@code connectionProperties} (the schema) and, as needed,
     * {@code uiInfo}, {@code secretProperties}, {@code credentialProperties} (kept with the secrets, such as a user name),
     * {@code gateways} and {@code oauth}.
     *
     * @param json the JSON text
     * @return the data source
     * @throws IllegalArgumentException when the text is not JSON or lacks a member
     */
    public static FakeDataSource fromJson(String json) {
        return new FakeDataSource(DataSourceDefinition.parse(json));
    }

    /**
     * Puts a data source together. Not safe for use by several threads.
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
         * The name that people see, {@code dataSourceName} in the list.
         *
         * @param name the name; the id when this is not called
         * @return this builder
         */
        public Builder displayName(String name) {
            this.displayName = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * The connector.
         *
         * @param executable its executable, {@code provider} in the list and {@code qType} of connections
         * @param version its version
         * @return this builder
         */
        public Builder connector(String executable, String version) {
            this.provider = Objects.requireNonNull(executable, "executable");
            this.connectorVersion = Objects.requireNonNull(version, "version");
            return this;
        }

        /**
         * What {@code api-specs} answers as {@code connectionProperties}. Properties that the schema marks with
         * {@code writeOnly} or {@code "format": "password"} are secrets.
         *
         * @param jsonSchema any JSON, so that odd schemas can be tried as well
         * @return this builder
         * @throws IllegalArgumentException when the text is not JSON
         */
        public Builder connectionProperties(String jsonSchema) {
            this.schema = Json.parse(jsonSchema);
            return this;
        }

        /**
         * Names secret properties that the schema does not mark.
         *
         * @param names property names
         * @return this builder
         */
        public Builder secretProperties(String... names) {
            secrets.addAll(List.of(names));
            return this;
        }

        /**
         * Adds a gateway; the first one is the default.
         *
         * @param gatewayId its id, of the form {@code agent::instance}
         * @param name its name
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
         * Lets a person grant access in a browser: {@code authUrlOnly} answers with an URL.
         *
         * @return this builder
         */
        public Builder oauth() {
            this.oauth = true;
            return this;
        }

        /**
         * Finishes the data source.
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
