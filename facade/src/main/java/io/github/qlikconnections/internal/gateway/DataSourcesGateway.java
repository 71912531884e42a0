package io.github.qlikconnections.internal.gateway;

import static io.github.qlikconnections.internal.gateway.ResponseLists.nonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.client.datasources.api.DataSourcesApi;
import io.github.qlikconnections.client.datasources.api.DataSourcesApi.ListDataSourcesParams;
import io.github.qlikconnections.client.datasources.model.ApiSpecResponse;
import io.github.qlikconnections.client.datasources.model.DataSourceNew;
import io.github.qlikconnections.client.datasources.model.DataSourceSettingsUpdate;
import io.github.qlikconnections.client.datasources.model.DataSourcesResponseNew;
import io.github.qlikconnections.client.datasources.model.QriDefinition;
import io.github.qlikconnections.event.RunContext;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.model.DataSource;
import io.github.qlikconnections.model.DataSourceSettings;
import io.github.qlikconnections.model.Gateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls the operations of {@code data-sources.yaml} and maps them to types of the library. This class is thread-safe. */
public final class DataSourcesGateway {

    private final ApiClientFactory clients;

    /** Creates a gateway that sends its requests with the clients of this factory. */
    public DataSourcesGateway(ApiClientFactory clients) {
        this.clients = clients;
    }

    /** Returns a gateway whose requests belong to this bulk run. */
    public DataSourcesGateway forBulkRun(RunContext run) {
        return new DataSourcesGateway(clients.forBulkRun(run));
    }

    /** Returns the data sources, including the disabled ones if requested. */
    public List<DataSource> list(Deadline deadline, boolean includeDisabled) {
        Call call = new Call(Operation.LIST_DATA_SOURCES, "", deadline);
        return toDataSources(
                call,
                api(call).listDataSources(new ListDataSourcesParams().includeDisabled(includeDisabled ? true : null)));
    }

    /** Returns the data sources that the tenant lists for an id. A tenant may ignore the id, or reject an unknown one with 404. */
    public List<DataSource> find(Deadline deadline, String dataSourceId) {
        String id = requireValid(dataSourceId);
        Call call = new Call(Operation.LIST_DATA_SOURCES, "with the id \"" + id + "\"", deadline);
        return toDataSources(call, api(call).listDataSources(new ListDataSourcesParams().dataSourceId(id)));
    }

    /** Returns the specification of a data source, as JSON text. */
    public String spec(Deadline deadline, String dataSourceId) {
        String id = requireValid(dataSourceId);
        ApiSpecResponse response =
                api(Operation.GET_API_SPECS, subject(id), deadline).getDataSourceApiSpecs(id);
        ObjectNode spec = clients.json().createObjectNode();
        spec.put(WireMembers.CONNECTOR_PROVIDER, response.connectorProvider);
        spec.put(WireMembers.CONNECTOR_VERSION, response.connectorVersion);
        spec.set(WireMembers.CONNECTION_PROPERTIES, response.connectionProperties);
        return spec.toString();
    }

    /** Returns the gateways that can reach a data source. */
    public List<Gateway> gateways(Deadline deadline, String dataSourceId) {
        String id = requireValid(dataSourceId);
        List<Gateway> gateways = new ArrayList<>();
        for (var gateway :
                nonNull(api(Operation.LIST_GATEWAYS, subject(id), deadline).listDataSourceGateways(id).gateways)) {
            if (gateway.id != null) {
                gateways.add(Gateway.builder(gateway.id, Objects.requireNonNullElse(gateway.name, gateway.id))
                        .isDefault(Boolean.TRUE.equals(gateway._default))
                        .additionalMembers(
                                UnmappedMembers.of(gateway.additionalMembers).toMap())
                        .build());
            }
        }
        return List.copyOf(gateways);
    }

    /** Returns the settings of a data source. */
    public DataSourceSettings settings(Deadline deadline, String dataSourceId) {
        String id = requireValid(dataSourceId);
        var settings = api(Operation.GET_SETTINGS, subject(id), deadline).getDataSourceSettings(id);
        return DataSourceSettings.builder()
                .disabled(Boolean.TRUE.equals(settings.disabled))
                .additionalMembers(
                        UnmappedMembers.of(settings.additionalMembers).toMap())
                .build();
    }

    /** Disables or enables a data source. */
    public void setDisabled(Deadline deadline, String dataSourceId, boolean disabled) {
        String id = requireValid(dataSourceId);
        DataSourceSettingsUpdate body = new DataSourceSettingsUpdate();
        body.disabled = disabled;
        api(Operation.UPDATE_SETTINGS, subject(id), deadline).updateDataSourceSettings(id, body);
    }

    private static String requireValid(String dataSourceId) {
        return PathSegment.requireValid(dataSourceId, "data source id");
    }

    private static String subject(String id) {
        return "of data source \"" + id + "\"";
    }

    private List<DataSource> toDataSources(Call call, DataSourcesResponseNew response) {
        List<DataSource> sources = new ArrayList<>();
        for (DataSourceNew source : ResponseLists.required(response.dataSources, call, "dataSources")) {
            if (source.dataSourceId != null) {
                sources.add(toDataSource(source, source.dataSourceId));
            }
        }
        return List.copyOf(sources);
    }

    /** Returns the settings as plain values. Most sources have none, so the conversion is skipped. */
    private @Nullable List<?> settings(DataSourceNew source) {
        return source.settings == null || source.settings.isEmpty()
                ? source.settings
                : clients.json().convertValue(source.settings, List.class);
    }

    private DataSource toDataSource(DataSourceNew source, String id) {
        // The member "name" is the name of the provider. "dataSourceName" is the display name.
        String displayName = Objects.requireNonNullElse(source.dataSourceName, id);
        QriDefinition qri = source.qriDefinition;
        return DataSource.builder(id, displayName)
                .provider(source.provider)
                .providerName(source.providerName == null ? source.name : source.providerName)
                .type(source.dataSourceType)
                .propertyName(source.dataSourcePropertyName)
                .qriPrefix(qri == null ? null : qri.qriPrefix)
                .capabilities(nonNull(source.capabilities))
                .disabled(Boolean.TRUE.equals(source.disabled))
                .additionalMembers(UnmappedMembers.of(source.additionalMembers)
                        .with("dataLoadUrlOverride", source.dataLoadUrlOverride)
                        .with("settings", settings(source))
                        .toMap())
                .build();
    }

    private DataSourcesApi api(Operation operation, String subject, Deadline deadline) {
        return api(new Call(operation, subject, deadline));
    }

    private DataSourcesApi api(Call call) {
        return new DataSourcesApi(clients.forCall(call));
    }
}
