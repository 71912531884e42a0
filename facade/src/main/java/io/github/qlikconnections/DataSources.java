package io.github.qlikconnections;

import io.github.qlikconnections.model.DataSource;
import io.github.qlikconnections.model.DataSourceSettings;
import io.github.qlikconnections.model.Gateway;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.SpecCatalog;
import java.util.List;
import java.util.Optional;

/**
 * Reads the data sources of the tenant and their settings (document data-sources of the API).
 *
 * <p>Every method can throw the exceptions of {@link io.github.qlikconnections.error}. The methods document only those
 * that have a specific meaning for them.
 *
 * <p>This class is thread-safe.
 */
public interface DataSources {

    /**
     * Lists the data sources that are enabled on the tenant ({@code GET /data-sources}).
     *
     * @return an unmodifiable list in the order of the response
     */
    List<DataSource> list();

    /**
     * Finds a data source by its id ({@code GET /data-sources?dataSourceId=…}).
     *
     * @param dataSourceId for example {@code File_AmazonS3ConnectorV2}; case matters
     * @return the data source; empty if the tenant has none of this id or it is disabled
     */
    Optional<DataSource> find(String dataSourceId);

    /**
     * Gets the specification of the connection properties of a data source ({@code GET /data-sources/{id}/api-specs}).
     * Specifications are cached, see {@link QlikClientBuilder#specCacheTtl(java.time.Duration)}.
     *
     * @param dataSourceId for example {@code File_AmazonS3ConnectorV2}; case matters
     * @return the specification, which validates drafts without a request
     * @throws io.github.qlikconnections.error.NotFoundException if the tenant has no such data source or it is
     *     disabled; the message names similar ids
     */
    ConnectionSpec spec(String dataSourceId);

    /**
     * Gets the specifications of all enabled data sources, for example to save them. Sends one request for the list
     * ({@code GET /data-sources}), and one for each specification that is not cached
     * ({@code GET /data-sources/{id}/api-specs}), four of them concurrently. Like a bulk run, it waits for the rate
     * limit. An interruption ends it, and the specifications that are missing then are among the failures.
     *
     * @return the specifications, and an exception for each data source whose specification could not be fetched
     */
    SpecCatalog specs();

    /**
     * Lists the Direct Access gateways that can reach a {@code DG_} data source
     * ({@code GET /data-sources/{id}/gateways}).
     *
     * @param dataSourceId for example {@code DG_mssql}; case matters
     * @return an unmodifiable list in the order of the response
     * @throws io.github.qlikconnections.error.NotFoundException if the data source is unknown or disabled, or if the
     *     tenant has no gateway
     */
    List<Gateway> gateways(String dataSourceId);

    /**
     * Gets the administrator settings of a data source ({@code GET /data-sources/{id}/settings}).
     *
     * @param dataSourceId for example {@code rest}; case matters
     * @return the settings
     * @throws io.github.qlikconnections.error.NotFoundException if the tenant has no such data source
     */
    DataSourceSettings settings(String dataSourceId);

    /**
     * Enables a data source for all users ({@code PUT /data-sources/{id}/settings}).
     *
     * @param dataSourceId for example {@code rest}; case matters
     * @throws io.github.qlikconnections.error.NotFoundException if the tenant has no such data source
     */
    void enable(String dataSourceId);

    /**
     * Disables a data source for all users ({@code PUT /data-sources/{id}/settings}).
     *
     * @param dataSourceId for example {@code rest}; case matters
     * @throws io.github.qlikconnections.error.NotFoundException if the tenant has no such data source
     */
    void disable(String dataSourceId);
}
