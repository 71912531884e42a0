package io.github.qlikconnections;

import io.github.qlikconnections.model.DataSource;
import io.github.qlikconnections.model.DataSourceSettings;
import io.github.qlikconnections.model.Gateway;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.util.List;
import java.util.Optional;

/**
 * What the tenant can connect to: the data-sources document of the API. Thread-safe.
 *
 * <p>Every method can throw the types of {@link io.github.qlikconnections.error}; below, only those with a meaning of their
 * own are named.
 */
public interface DataSources {

    /**
     * Lists the data sources that are enabled on the tenant ({@code GET /data-sources}).
     *
     * @return an unmodifiable list in the order of the tenant
     */
    List<DataSource> list();

    /**
     * Looks one data source up ({@code GET /data-sources?dataSourceId=…}).
     *
     * @param dataSourceId for example {@code File_AmazonS3ConnectorV2}; case matters
     * @return the data source, empty when the tenant has none of this id or has it disabled
     */
    Optional<DataSource> find(String dataSourceId);

    /**
     * Gets what a data source says about its connection properties ({@code GET /data-sources/{id}/api-specs}). A
     * specification is remembered for the time set on the builder.
     *
     * @param dataSourceId for example {@code File_AmazonS3ConnectorV2}; case matters
     * @return the specification, which can validate drafts without the tenant
     * @throws io.github.qlikconnections.error.NotFoundException if the tenant has no such source or has it disabled; the
     *     message names the nearest ids
     */
    ConnectionSpec spec(String dataSourceId);

    /**
     * Lists the Direct Access gateways that can reach a {@code DG_} data source ({@code GET /data-sources/{id}/gateways}).
     *
     * @param dataSourceId for example {@code DG_mssql}; case matters
     * @return an unmodifiable list in the order of the tenant
     * @throws io.github.qlikconnections.error.NotFoundException if the source is unknown or disabled, or if the tenant has no
     *     gateway
     */
    List<Gateway> gateways(String dataSourceId);

    /**
     * Gets what an administrator has set for a data source ({@code GET /data-sources/{id}/settings}).
     *
     * @param dataSourceId for example {@code rest}; case matters
     * @return the settings
     * @throws io.github.qlikconnections.error.NotFoundException if the tenant has no such source
     */
    DataSourceSettings settings(String dataSourceId);

    /**
     * Lets users connect to a data source ({@code PUT /data-sources/{id}/settings}).
     *
     * @param dataSourceId for example {@code rest}; case matters
     * @throws io.github.qlikconnections.error.NotFoundException if the tenant has no such source
     */
    void enable(String dataSourceId);

    /**
     * Stops users from connecting to a data source ({@code PUT /data-sources/{id}/settings}).
     *
     * @param dataSourceId for example {@code rest}; case matters
     * @throws io.github.qlikconnections.error.NotFoundException if the tenant has no such source
     */
    void disable(String dataSourceId);
}
