package io.github.qlikconnections.internal.gateway;

import static io.github.qlikconnections.internal.gateway.Lists.present;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.client.datasources.api.DataSourcesApi;
import io.github.qlikconnections.client.datasources.model.ApiSpecResponse;
import io.github.qlikconnections.client.datasources.model.DataSourceNew;
import io.github.qlikconnections.client.datasources.model.DataSourceSettingsUpdate;
import io.github.qlikconnections.client.datasources.model.DataSourcesResponseNew;
import io.github.qlikconnections.client.datasources.model.QriDefinition;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.http.Redactor;
import io.github.qlikconnections.model.DataSource;
import io.github.qlikconnections.model.Gateway;
import java.util.List;
import java.util.Objects;

/** The operations of {@code data-sources.yaml} in own types. Thread-safe. */
public final class DataSourcesGateway {

    private final WireClient wire;

    /** Over this client. */
    public DataSourcesGateway(WireClient wire) {
        this.wire = wire;
    }

    /** All sources, the disabled ones too if asked for. */
    public List<DataSource> list(Deadline deadline, boolean includeDisabled) {
        Call call = call(Operation.LIST_DATA_SOURCES, "", deadline);
        return sources(api(call).listDataSources(null, null, includeDisabled ? true : null, null));
    }

    /** The sources of this id: one, or none when the tenant ignores the id; an unknown id is refused with 404. */
    public List<DataSource> find(Deadline deadline, String dataSourceId) {
        String id = PathId.of(dataSourceId, "data source id");
        Call call = call(Operation.LIST_DATA_SOURCES, "with the id \"" + id + "\"", deadline);
        return sources(api(call).listDataSources(id, null, null, null));
    }

    /** The whole answer about the properties of a source, as JSON text. */
    public String spec(Deadline deadline, String dataSourceId) {
        String id = PathId.of(dataSourceId, "data source id");
        Call call = call(Operation.GET_API_SPECS, about(id), deadline);
        return text(api(call).getDataSourceApiSpecs(id));
    }

    /** The gateways that reach a source. */
    public List<Gateway> gateways(Deadline deadline, String dataSourceId) {
        String id = PathId.of(dataSourceId, "data source id");
        Call call = call(Operation.LIST_GATEWAYS, about(id), deadline);
        return present(api(call).listDataSourceGateways(id, null).gateways).stream()
                .filter(gateway -> gateway.id != null)
                .map(gateway -> Gateway.builder(gateway.id, Objects.requireNonNullElse(gateway.name, gateway.id))
                        .isDefault(Boolean.TRUE.equals(gateway._default))
                        .build())
                .toList();
    }

    /** Whether a source is switched off. */
    public boolean disabled(Deadline deadline, String dataSourceId) {
        String id = PathId.of(dataSourceId, "data source id");
        Call call = call(Operation.GET_SETTINGS, about(id), deadline);
        return Boolean.TRUE.equals(api(call).getDataSourceSettings(id).disabled);
    }

    /** Switches a source on or off. */
    public void disable(Deadline deadline, String dataSourceId, boolean disabled) {
        String id = PathId.of(dataSourceId, "data source id");
        Call call = call(Operation.UPDATE_SETTINGS, about(id), deadline);
        DataSourceSettingsUpdate body = new DataSourceSettingsUpdate();
        body.disabled = disabled;
        api(call).updateDataSourceSettings(id, body);
    }

    private static Call call(Operation operation, String subject, Deadline deadline) {
        return new Call(operation, subject, deadline, Redactor.NONE);
    }

    private static String about(String id) {
        return "of data source \"" + id + "\"";
    }

    private String text(ApiSpecResponse spec) {
        ObjectNode root = wire.json().createObjectNode();
        root.put("connectorProvider", spec.connectorProvider);
        root.put("connectorVersion", spec.connectorVersion);
        root.set("connectionProperties", spec.connectionProperties);
        try {
            return wire.json().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON could not be written as JSON", e);
        }
    }

    private static List<DataSource> sources(DataSourcesResponseNew answer) {
        return present(answer.dataSources).stream()
                .filter(source -> source.dataSourceId != null)
                .map(DataSourcesGateway::source)
                .toList();
    }

    private static DataSource source(DataSourceNew source) {
        String id = source.dataSourceId;
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

    private DataSourcesApi api(Call call) {
        return new DataSourcesApi(wire.sending(call));
    }
}
