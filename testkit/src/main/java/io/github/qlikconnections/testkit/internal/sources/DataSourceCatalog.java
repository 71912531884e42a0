package io.github.qlikconnections.testkit.internal.sources;

import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The data sources of a tenant and whether they are disabled. Guarded by the lock of the tenant. */
public final class DataSourceCatalog {

    private static final List<String> FILES = List.of(
            "File_AmazonS3ConnectorV2", "rest", "snowflake", "mssql", "DG_mssql", "gbq", "postgres", "repsrc_mysql");

    private static final String FOLDER = "/io/github/qlikconnections/testkit/catalog/";

    /** The data sources of a new tenant. They are immutable, so the tenants share them. */
    private static final List<DataSourceDefinition> INITIAL =
            FILES.stream().map(DataSourceCatalog::read).toList();

    private final Map<String, DataSourceDefinition> sources = new LinkedHashMap<>();
    private final Set<String> disabled = new HashSet<>();
    private long changes;

    /** Returns a number that increases with every change. */
    public long changes() {
        return changes;
    }

    /** Returns the catalog of a new tenant. */
    public static DataSourceCatalog ofResources() {
        DataSourceCatalog catalog = new DataSourceCatalog();
        INITIAL.forEach(catalog::add);
        return catalog;
    }

    private static DataSourceDefinition read(String file) {
        try (InputStream in = DataSourceCatalog.class.getResourceAsStream(FOLDER + file + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the catalog has no file for " + file);
            }
            return DataSourceDefinition.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a data source, or replaces the one with the same id. */
    public void add(DataSourceDefinition source) {
        sources.put(source.id(), source);
        changes++;
    }

    public List<DataSourceDefinition> all() {
        return new ArrayList<>(sources.values());
    }

    public Optional<DataSourceDefinition> find(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** Returns a data source if it exists and is not disabled. */
    public Optional<DataSourceDefinition> enabled(String id) {
        return find(id).filter(source -> !isDisabled(id));
    }

    public boolean isDisabled(String id) {
        return disabled.contains(id);
    }

    /**
     * Disables or enables a data source.
     *
     * @throws ApiErrorException 404 if there is no such data source
     */
    public void disable(String id, boolean disable) {
        known(id);
        changes++;
        if (disable) {
            disabled.add(id);
        } else {
            disabled.remove(id);
        }
    }

    DataSourceDefinition known(String id) {
        return find(id).orElseThrow(
                        () -> new ApiErrorException(404, "HTTP-404", "Data source not found.", "No data source " + id));
    }

    DataSourceDefinition usable(String id) {
        DataSourceDefinition source = known(id);
        if (isDisabled(id)) {
            throw new ApiErrorException(
                    404, "DCAAS-2001", "Data source is not enabled.", "Data source " + id + " is disabled");
        }
        return source;
    }
}
