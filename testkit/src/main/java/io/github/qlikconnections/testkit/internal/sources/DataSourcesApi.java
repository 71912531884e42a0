package io.github.qlikconnections.testkit.internal.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Request;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.http.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** {@code /api/v1/data-sources}. */
public final class DataSourcesApi {

    private static final String ROOT = "/api/v1/data-sources";
    private static final String ID = "dataSourceId";

    private final DataSourceCatalog catalog;
    private final Clock clock;
    private final Instant lastUpdated;
    private Instant gatewaysRefreshed;

    public DataSourcesApi(DataSourceCatalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
        this.lastUpdated = clock.instant();
        this.gatewaysRefreshed = lastUpdated;
    }

    public void addTo(Routes routes) {
        routes.add("GET", ROOT, this::list);
        routes.add("GET", ROOT + "/{dataSourceId}/api-specs", this::apiSpecs);
        routes.add("GET", ROOT + "/{dataSourceId}/gateways", this::gateways);
        routes.add("GET", ROOT + "/{dataSourceId}/settings", this::settings);
        routes.add("PUT", ROOT + "/{dataSourceId}/settings", this::putSettings);
    }

    private Response list(RoutedCall call) {
        Request request = call.request();
        boolean includeDisabled = request.flag("includeDisabled");
        boolean includeUi = request.flag("includeui");
        List<DataSourceDefinition> sources = request.query(ID)
                .map(id -> List.of(includeDisabled ? catalog.known(id) : catalog.usable(id)))
                .orElseGet(catalog::all);
        ObjectNode body = Json.object();
        ArrayNode entries = body.putArray("dataSources");
        for (DataSourceDefinition source : sources) {
            boolean disabled = catalog.isDisabled(source.id());
            if (disabled && !includeDisabled) {
                continue;
            }
            ObjectNode entry = source.entry();
            if (includeDisabled) {
                entry.put("disabled", disabled);
            }
            if (includeUi && source.uiInfo().isObject()) {
                entry.set("uiInfo", source.uiInfo());
            }
            entries.add(entry);
        }
        body.put("lastUpdated", Timestamps.millis(lastUpdated));
        if (request.flag("detail")) {
            body.set("connectorNodes", connectorNodes(sources));
        }
        return Response.json(200, body);
    }

    private static ArrayNode connectorNodes(List<DataSourceDefinition> sources) {
        ArrayNode nodes = Json.array();
        for (DataSourceDefinition source : sources) {
            ObjectNode node = nodes.addObject();
            node.put("url", "localhost:50060");
            node.put("state", "READY");
            node.put("contractType", 2);
            node.set("providerName", source.entry().path("providerName"));
            node.putArray("cachedDataSources").add(source.id());
            node.put("dataSourcesUpdated", true);
        }
        return nodes;
    }

    private Response apiSpecs(RoutedCall call) {
        DataSourceDefinition source = catalog.usable(call.variable(ID));
        ObjectNode body = Json.object();
        body.put("connectorProvider", source.provider());
        body.put("connectorVersion", source.connectorVersion());
        body.set("connectionProperties", source.schema());
        return Response.json(200, body);
    }

    private Response gateways(RoutedCall call) {
        DataSourceDefinition source = catalog.usable(call.variable(ID));
        if (source.gateways().isEmpty()) {
            throw new ApiErrorException(
                    404, "HTTP-404", "No gateway found.", "This tenant has no gateway for " + source.id());
        }
        if (call.request().flag("forceRefresh")) {
            gatewaysRefreshed = clock.instant();
        }
        ObjectNode body = Json.object();
        body.set("gateways", source.gateways());
        body.put("refreshedAt", Timestamps.millis(gatewaysRefreshed));
        return Response.json(200, body);
    }

    private Response settings(RoutedCall call) {
        return settingsOf(catalog.known(call.variable(ID)).id());
    }

    private Response putSettings(RoutedCall call) {
        String id = catalog.known(call.variable(ID)).id();
        JsonNode disabled = call.request().jsonObject().path("disabled");
        if (!disabled.isBoolean()) {
            throw ApiErrorException.badRequest("Field disabled is missing or not a boolean");
        }
        catalog.disable(id, disabled.booleanValue());
        return settingsOf(id);
    }

    private Response settingsOf(String id) {
        return Response.json(200, Json.object().put("disabled", catalog.isDisabled(id)));
    }
}
