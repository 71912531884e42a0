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
    private final DataSourcesApi api;

    /** Over this client. */
    public DataSourcesGateway(WireClient wire) {
        this.wire = wire;
        this.api = new DataSourcesApi(wire);
    }

    /** All sources, the disabled ones too if asked for. */
    public List<DataSource> list(Deadline deadline, boolean includeDisabled) {
        Call call = call(Operation.LIST_DATA_SOURCES, "", deadline);
        return sources(wire.send(call, () -> api.listDataSources(null, null, includeDisabled ? true : null, null)));
    }

    /** The sources of this id: one, or none when the tenant ignores the id; an unknown id is refused with 404. */
    public List<DataSource> find(Deadline deadline, String dataSourceId) {
        String id = PathId.of(dataSourceId, "data source id");
        Call call = call(Operation.LIST_DATA_SOURCES, "with the id \"" + id + "\"", deadline);
        return sources(wire.send(call, () -> api.listDataSources(id, null, null, null)));
    }

    /** The whole answer about the properties of a source, as JSON text. */
    public String spec(Deadline deadline, String dataSourceId) {
        String id = PathId.of(dataSourceId, "data source id");
        Call call = call(Operation.GET_API_SPECS, about(id), deadline);
        return text(wire.send(call, () -> api.getDataSourceApiSpecs(id)));
    }

    /** The gateways that reach a source. */
    public List<Gateway> gateways(Deadline deadline, String dataSourceId) {
        String id = PathId.of(dataSourceId, "data source id");
        Call call = call(Operation.LIST_GATEWAYS, about(id), deadline);
        return present(wire.send(call, () -> api.listDataSourceGateways(id, null))
                        .getGateways())
                .stream()
                .filter(gateway -> gateway.getId() != null)
                .map(gateway -> Gateway.builder(
                                gateway.getId(), Objects.requireNonNullElse(gateway.getName(), gateway.getId()))
                        .isDefault(Boolean.TRUE.equals(gateway.getDefault()))
                        .build())
                .toList();
    }

    /** Whether a source is switched off. */
    public boolean disabled(Deadline deadline, String dataSourceId) {
        String id = PathId.of(dataSourceId, "data source id");
        Call call = call(Operation.GET_SETTINGS, about(id), deadline);
        return Boolean.TRUE.equals(
                wire.send(call, () -> api.getDataSourceSettings(id)).getDisabled());
    }

    /** Switches a source on or off. */
    public void disable(Deadline deadline, String dataSourceId, boolean disabled) {
        String id = PathId.of(dataSourceId, "data source id");
        Call call = call(Operation.UPDATE_SETTINGS, about(id), deadline);
        wire.send(call, () -> api.updateDataSourceSettings(id, new DataSourceSettingsUpdate().disabled(disabled)));
    }

    private static Call call(Operation operation, String subject, Deadline deadline) {
        return new Call(operation, subject, deadline, Redactor.NONE);
    }

    private static String about(String id) {
        return "of data source \"" + id + "\"";
    }

    private String text(ApiSpecResponse spec) {
        ObjectNode root = wire.json().createObjectNode();
        root.put("connectorProvider", spec.getConnectorProvider());
        root.put("connectorVersion", spec.getConnectorVersion());
        root.set("connectionProperties", spec.getConnectionProperties());
        try {
            return wire.json().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON could not be written as JSON", e);
        }
    }

    private static List<DataSource> sources(DataSourcesResponseNew answer) {
        return present(answer.getDataSources()).stream()
                .filter(source -> source.getDataSourceId() != null)
                .map(DataSourcesGateway::source)
                .toList();
    }

    private static DataSource source(DataSourceNew source) {
        String id = source.getDataSourceId();
        // The member "name" is the provider's name; what a person sees is "dataSourceName".
        String displayName = Objects.requireNonNullElse(source.getDataSourceName(), id);
        QriDefinition qri = source.getQriDefinition();
        return DataSource.builder(id, displayName)
                .provider(source.getProvider())
                .providerName(source.getProviderName() == null ? source.getName() : source.getProviderName())
                .type(source.getDataSourceType())
                .propertyName(source.getDataSourcePropertyName())
                .qriPrefix(qri == null ? null : qri.getQriPrefix())
                .capabilities(present(source.getCapabilities()))
                .disabled(Boolean.TRUE.equals(source.getDisabled()))
                .build();
    }
}
