/** Observations and meters of the requests of Qlik Connections for Java, for Micrometer. */
// Micrometer consists of automatic modules. Its registries are part of the public signatures.
@SuppressWarnings("requires-transitive-automatic")
module io.github.qlikconnections.micrometer {
    requires static transitive org.jspecify;
    requires transitive io.github.qlikconnections;
    requires transitive micrometer.commons;
    requires transitive micrometer.core;
    requires transitive micrometer.observation;

    exports io.github.qlikconnections.micrometer;
}
