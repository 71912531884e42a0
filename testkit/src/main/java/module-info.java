/** Test kit with FakeTenant, an in-process Qlik Cloud tenant for the tests of applications that use the library. */
module io.github.qlikconnections.testkit {
    requires static transitive org.jspecify;
    // Not transitive: javac would look for JUnit in every module that requires this one.
    requires static org.junit.jupiter.api;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires jdk.httpserver;

    exports io.github.qlikconnections.testkit;

    uses io.github.qlikconnections.testkit.ExchangeListener;
}
