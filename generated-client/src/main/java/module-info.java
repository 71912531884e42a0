/** The generated client. It is accessible only to the library and may change in any version. */
// The module of the library is compiled later, so it is unknown here.
@SuppressWarnings("module")
module io.github.qlikconnections.client {
    requires static jakarta.annotation;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;

    exports io.github.qlikconnections.client to
            io.github.qlikconnections;
    exports io.github.qlikconnections.client.dataconnections.api to
            io.github.qlikconnections;
    exports io.github.qlikconnections.client.dataconnections.model to
            io.github.qlikconnections;
    exports io.github.qlikconnections.client.datacredentials.api to
            io.github.qlikconnections;
    exports io.github.qlikconnections.client.datacredentials.model to
            io.github.qlikconnections;
    exports io.github.qlikconnections.client.datasources.api to
            io.github.qlikconnections;
    exports io.github.qlikconnections.client.datasources.model to
            io.github.qlikconnections;
    exports io.github.qlikconnections.client.spaces.api to
            io.github.qlikconnections;
    exports io.github.qlikconnections.client.spaces.model to
            io.github.qlikconnections;
    exports io.github.qlikconnections.client.users.api to
            io.github.qlikconnections;
    exports io.github.qlikconnections.client.users.model to
            io.github.qlikconnections;

    // Jackson sets fields and calls constructors of the models by reflection.
    opens io.github.qlikconnections.client to
            com.fasterxml.jackson.databind;
    opens io.github.qlikconnections.client.dataconnections.model to
            com.fasterxml.jackson.databind;
    opens io.github.qlikconnections.client.datacredentials.model to
            com.fasterxml.jackson.databind;
    opens io.github.qlikconnections.client.datasources.model to
            com.fasterxml.jackson.databind;
    opens io.github.qlikconnections.client.spaces.model to
            com.fasterxml.jackson.databind;
    opens io.github.qlikconnections.client.users.model to
            com.fasterxml.jackson.databind;
}
