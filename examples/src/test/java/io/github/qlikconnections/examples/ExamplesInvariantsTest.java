package io.github.qlikconnections.examples;

import io.github.qlikconnections.invariants.ClientInvariantsContract;
import java.util.List;
import java.util.Map;

/** The clients of the exceptions are checked for threads and log entries only. */
class ExamplesInvariantsTest extends ClientInvariantsContract {

    private static final String OTHER_PROCESS = "reads its environment, which only another process has";

    @Override
    protected Map<String, String> exceptions() {
        return Map.of(
                "AuditSources", OTHER_PROCESS,
                "AuditSourcesTest", "is shown by a guide as the test of an application",
                "CreateConnection", OTHER_PROCESS,
                "CredentialSamples", OTHER_PROCESS,
                "ExampleRunner", "is a program of its own",
                "Quickstart", "is a program of its own",
                "RateLimitSamples", "is shown by a guide, and its test tracks the client",
                "SettingsSamples", "is shown by a guide as it is",
                "TestingSamplesTest", "is shown by a guide as the test of an application");
    }

    @Override
    protected List<Class<?>> locations() {
        return List.of(getClass(), ExampleRunner.class);
    }
}
