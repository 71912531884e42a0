package io.github.qlikconnections.internal.gateway;

import static io.github.qlikconnections.internal.gateway.ResponseLists.present;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.client.datasources.api.DataSourcesApi;
import io.github.qlikconnections.client.datasources.api.DataSourcesApi.ListDataSourcesParams;
import io.github.qlikconnections.client.datasources.model.ApiSpecResponse;
import io.github.qlikconnections.client.datasources.model.DataSourceNew;
import io.github.qlikconnections.client.datasources.model.DataSourceSettingsUpdate;
import io.github.qlikconnections.client.datasources.model.DataSourcesResponseNew;
import io.github.qlikconnections.client.datasources.model.QriDefinition;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.model.DataSource;
import io.github.qlikconnections.model.Gateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The operations of {@code data-sources.yaml} in own types. Thread-safe. */
public final class DataSourcesGateway {

    private final ApiClientFactory clients;

    /** Over this client. */
    public DataSourcesGateway(ApiClientFactory clients) {
        this.clients = clients;
    }

    /** All sources, the disabled ones too if asked for. */
    public List<DataSource> list(Deadline deadline, boolean includeDisabled) {
        Call call = new Call(Operation.LIST_DATA_SOURCES, "", deadline);
        return sources(
                call,
                api(call).listDataSources(new ListDataSourcesParams().includeDisabled(includeDisabled ? true : null)));
    }

    /** The sources of this id: one, or none when the tenant ignores the id; an unknown id is refused with 404. */
    public List<DataSource> find(Deadline deadline, String dataSourceId) {
        String id = id(dataSourceId);
        Call call = new Call(Operation.LIST_DATA_SOURCES, "with the id \"" + id + "\"", deadline);
        return sources(call, api(call).listDataSources(new ListDataSourcesParams().dataSourceId(id)));
    }

    /** The whole answer about the properties of a source, as JSON text. */
    public String spec(Deadline deadline, String dataSourceId) {
        String id = id(dataSourceId);
        ApiSpecResponse answer =
                api(Operation.GET_API_SPECS, about(id), deadline).getDataSourceApiSpecs(id);
        ObjectNode text = clients.json().createObjectNode();
        text.put(WireMembers.CONNECTOR_PROVIDER, answer.connectorProvider);
        text.put(WireMembers.CONNECTOR_VERSION, answer.connectorVersion);
        text.set(WireMembers.CONNECTION_PROPERTIES, answer.connectionProperties);
        return text.toString();
    }

    /** The gateways that reach a source. */
    public List<Gateway> gateways(Deadline deadline, String dataSourceId) {
        String id = id(dataSourceId);
        List<Gateway> gateways = new ArrayList<>();
        for (var gateway :
                present(api(Operation.LIST_GATEWAYS, about(id), deadline).listDataSourceGateways(id).gateways)) {
            if (gateway.id != null) {
                gateways.add(Gateway.builder(gateway.id, Objects.requireNonNullElse(gateway.name, gateway.id))
                        .isDefault(Boolean.TRUE.equals(gateway._default))
                        .build());
            }
        }
        return List.copyOf(gateways);
    }

    /** Whether a source is switched off. */
    public boolean disabled(Deadline deadline, String dataSourceId) {
        String id = id(dataSourceId);
        return Boolean.TRUE.equals(
                api(Operation.GET_SETTINGS, about(id), deadline).getDataSourceSettings(id).disabled);
    }

    /** Switches a source on or off. */
    public void disable(Deadline deadline, String dataSourceId, boolean disabled) {
        String id = id(dataSourceId);
        DataSourceSettingsUpdate body = new DataSourceSettingsUpdate();
        body.disabled = disabled;
        api(Operation.UPDATE_SETTINGS, about(id), deadline).updateDataSourceSettings(id, body);
    }

    private static String id(String dataSourceId) {
        return PathSegment.of(dataSourceId, "data source id");
    }

    private static String about(String id) {
        return "of data source \"" + id + "\"";
    }

    private static List<DataSource> sources(Call call, DataSourcesResponseNew answer) {
        List<DataSource> sources = new ArrayList<>();
        for (DataSourceNew source : ResponseLists.required(answer.dataSources, call, "dataSources")) {
            if (source.dataSourceId != null) {
                sources.add(source(source, source.dataSourceId));
            }
        }
        return List.copyOf(sources);
    }

    private static DataSource source(DataSourceNew source, String id) {
        // The member "name" is the provider's name; what a person sees is "dataSourceName".
        String displayName = Objects.requireNonNullElse(source.dataSourceName, id);
        QriDefinition qri = source.qriDefinition;
        return DataSource.builder(id, displayName)
                .provider(source.provider)
                .providerName(source.providerName == null ? source.name : source.providerName)
                .type(source.dataSourceType)
                .propertyName(source.dataSourcePropertyName)
                .qriPrefix(qri == null ? null : qri.qriPrefix)
                .capabilities(present(source.capabilities))
                .disabled(Boolean.TRUE.equals(source.disabled))
                .build();
    }

    private DataSourcesApi api(Operation operation, String subject, Deadline deadline) {
        return api(new Call(operation, subject, deadline));
    }

    private DataSourcesApi api(Call call) {
        return new DataSourcesApi(clients.forCall(call));
    }
}
