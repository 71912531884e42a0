package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.DataSources;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.gateway.DataSourcesGateway;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.EventIds;
import io.github.qlikconnections.internal.text.NameSuggester;
import io.github.qlikconnections.model.DataSource;
import io.github.qlikconnections.model.DataSourceSettings;
import io.github.qlikconnections.model.Gateway;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.SpecCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds data sources and reads their specifications. This class is thread-safe. */
final class DefaultDataSources implements DataSources {

    private static final int NEAREST = 3;
    private static final int CATALOG_PARALLELISM = 4;

    private final DataSourcesGateway gateway;
    private final SpecCache specCache;
    private final Supplier<Deadline> deadlines;

    DefaultDataSources(DataSourcesGateway gateway, SpecCache specCache, Supplier<Deadline> deadlines) {
        this.gateway = gateway;
        this.specCache = specCache;
        this.deadlines = deadlines;
    }

    @Override
    public List<DataSource> list() {
        return gateway.list(deadlines.get(), false);
    }

    @Override
    public Optional<DataSource> find(String dataSourceId) {
        Arguments.require(dataSourceId, "dataSourceId");
        try {
            return gateway.find(deadlines.get(), dataSourceId).stream()
                    .filter(source -> source.id().equals(dataSourceId) && !source.disabled())
                    .findFirst();
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public ConnectionSpec spec(String dataSourceId) {
        Arguments.require(dataSourceId, "dataSourceId");
        Deadline deadline = deadlines.get();
        try {
            return spec(deadline, dataSourceId);
        } catch (NotFoundException e) {
            throw explain(deadline, dataSourceId, e);
        }
    }

    @Override
    public SpecCatalog specs() {
        DataSourcesGateway bulkGateway = gateway.forBulkRun(EventIds.startRun("specs"));
        List<String> ids = bulkGateway.list(deadlines.get(), false).stream()
                .map(DataSource::id)
                .distinct()
                .toList();
        List<FetchResult> results = BoundedExecutor.run(
                ids,
                CATALOG_PARALLELISM,
                StopCondition.NEVER,
                id -> fetch(bulkGateway, id),
                id -> new FetchResult(id, null, interrupted(id)));
        List<ConnectionSpec> specs = new ArrayList<>();
        Map<String, QlikException> failures = new LinkedHashMap<>();
        for (FetchResult result : results) {
            if (result.spec() != null) {
                specs.add(result.spec());
            } else if (result.failure() != null) {
                failures.put(result.dataSourceId(), result.failure());
            }
        }
        return SpecCatalog.of(specs, failures);
    }

    private FetchResult fetch(DataSourcesGateway bulkGateway, String dataSourceId) {
        try {
            return new FetchResult(dataSourceId, spec(bulkGateway, deadlines.get(), dataSourceId), null);
        } catch (QlikException e) {
            return new FetchResult(dataSourceId, null, e);
        }
    }

    private static QlikException interrupted(String dataSourceId) {
        return new TransportException(
                "Could not get the property specification of data source \"" + dataSourceId
                        + "\": the thread was interrupted.",
                false,
                null);
    }

    @Override
    public List<Gateway> gateways(String dataSourceId) {
        Arguments.require(dataSourceId, "dataSourceId");
        return gateways(deadlines.get(), dataSourceId);
    }

    List<Gateway> gateways(Deadline deadline, String dataSourceId) {
        return gateway.gateways(deadline, dataSourceId);
    }

    @Override
    public DataSourceSettings settings(String dataSourceId) {
        Arguments.require(dataSourceId, "dataSourceId");
        return gateway.settings(deadlines.get(), dataSourceId);
    }

    @Override
    public void enable(String dataSourceId) {
        Arguments.require(dataSourceId, "dataSourceId");
        gateway.setDisabled(deadlines.get(), dataSourceId, false);
    }

    @Override
    public void disable(String dataSourceId) {
        Arguments.require(dataSourceId, "dataSourceId");
        gateway.setDisabled(deadlines.get(), dataSourceId, true);
    }

    /** Removes the cached specification of a data source. */
    void evict(String dataSourceId) {
        specCache.evict(dataSourceId);
    }

    ConnectionSpec spec(Deadline deadline, String dataSourceId) {
        return spec(gateway, deadline, dataSourceId);
    }

    private ConnectionSpec spec(DataSourcesGateway sender, Deadline deadline, String dataSourceId) {
        return specCache.get(
                dataSourceId, deadline, () -> ConnectionSpec.parse(dataSourceId, sender.spec(deadline, dataSourceId)));
    }

    /** Returns the reason why a data source has no specification: it is disabled or does not exist. */
    UnavailableSource findUnavailableReason(Deadline deadline, String dataSourceId) {
        List<String> ids =
                gateway.list(deadline, true).stream().map(DataSource::id).toList();
        return ids.contains(dataSourceId)
                ? new UnavailableSource.Disabled()
                : new UnavailableSource.Unknown(NameSuggester.suggest(dataSourceId, ids, NEAREST));
    }

    private NotFoundException explain(Deadline deadline, String dataSourceId, NotFoundException response) {
        UnavailableSource reason;
        try {
            reason = findUnavailableReason(deadline, dataSourceId);
        } catch (QlikException e) {
            response.addSuppressed(e);
            return response;
        }
        return (NotFoundException) response.toBuilder()
                .message("Data source \"" + dataSourceId + "\" is " + describe(reason))
                .build();
    }

    private static String describe(UnavailableSource reason) {
        if (!(reason instanceof UnavailableSource.Unknown unknown)) {
            return "disabled on this tenant. An administrator can enable it, or choose another source.";
        }
        return "unknown on this tenant."
                + (unknown.nearestIds().isEmpty()
                        ? " See dataSources().list() for the ids."
                        : " Nearest ids: " + String.join(", ", unknown.nearestIds()) + ".");
    }

    /** The specification of a data source, or the reason why there is none. */
    private record FetchResult(
            String dataSourceId,
            @Nullable ConnectionSpec spec,
            @Nullable QlikException failure) {}
}
