/**
 * Client library for Qlik Cloud data connections. Only packages for users are exported. The packages below {@code internal} and the
 * generated client may change in any version.
 *
 * <p>Start with {@link io.github.qlikconnections.QlikClient}. It has an entry point for each part of the API:
 *
 * <pre>{@code
 * out.println(qlik.dataSources().spec("mssql").describe());
 * out.println(qlik.dataConnections().validate(draft).render());
 * out.println(qlik.dataConnections().ensure(draft).outcome());
 * out.println(qlik.dataCredentials().findByName("orders-reader").isPresent());
 * out.println(qlik.spaces().findByName("Finance").isPresent());
 * out.println(qlik.users().me().name());
 * }</pre>
 *
 * <p>The packages, in reading order:
 *
 * <ol>
 *   <li>{@link io.github.qlikconnections}: the client, its builder and the entry points
 *   <li>{@link io.github.qlikconnections.auth}: credentials and secrets
 *   <li>{@link io.github.qlikconnections.model}: drafts, queries and what the tenant returns
 *   <li>{@link io.github.qlikconnections.spec}: the properties of a data source
 *   <li>{@link io.github.qlikconnections.validation}: reports, their codes and the policy
 *   <li>{@link io.github.qlikconnections.plan}: what an ensured connection needs, and what was done
 *   <li>{@link io.github.qlikconnections.bulk}: runs over many connections and their reports
 *   <li>{@link io.github.qlikconnections.error}: exceptions by meaning
 *   <li>{@link io.github.qlikconnections.event}: events of requests and progress of runs
 *   <li>{@link io.github.qlikconnections.rate}: rate limits that clients share
 * </ol>
 */
module io.github.qlikconnections {
    requires static transitive org.jspecify;
    requires io.github.qlikconnections.client;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    // Automatic modules. Decision 0009 in docs/decisions explains why they are required by name.
    requires json.schema;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.slf4j;
    // HttpClient sets socket options with it and cannot require it, because it is an automatic module.
    requires jdk.net;

    exports io.github.qlikconnections;
    exports io.github.qlikconnections.auth;
    exports io.github.qlikconnections.bulk;
    exports io.github.qlikconnections.error;
    exports io.github.qlikconnections.event;
    exports io.github.qlikconnections.model;
    exports io.github.qlikconnections.plan;
    exports io.github.qlikconnections.rate;
    exports io.github.qlikconnections.spec;
    exports io.github.qlikconnections.validation;
}
