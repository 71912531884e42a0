/**
 * Client library for Qlik Cloud data connections. Only packages for users are exported. The packages below {@code internal} and the
 * generated client may change in any version.
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
