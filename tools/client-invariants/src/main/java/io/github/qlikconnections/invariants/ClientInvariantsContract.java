package io.github.qlikconnections.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.StubResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Verifies in a module that its tests track each client, and that {@link ClientInvariants} can fail there. */
public abstract class ClientInvariantsContract {

    /** Returns the classes that may create a client which is not tracked, by their names without the package, with the reasons. */
    protected Map<String, String> exceptions() {
        return Map.of();
    }

    /** Returns a class of each folder of class files in which a class may create a client. */
    protected List<Class<?>> locations() {
        return List.of(getClass());
    }

    /** Sends a request with a client like those of the other tests, and runs an action before the tenant responds. */
    protected void sendRequest(Runnable beforeResponse) {
        try (FakeTenant tenant = FakeTenant.start();
                QlikClient qlik = TrackedClients.build(QlikClient.builder()
                        .tenant(tenant.url())
                        .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))))) {
            respondAfter(beforeResponse, tenant);
            qlik.users().me();
        }
    }

    /** Runs an action before each response of a tenant. */
    protected static void respondAfter(Runnable action, FakeTenant tenant) {
        tenant.stubAll(request -> true, request -> {
            action.run();
            return StubResponse.passThrough();
        });
    }

    @Test
    void eachClientIsTracked() {
        assertThat(ClientTracking.untracked(locations()))
                .as("classes that create a client which is not tracked")
                .containsExactlyInAnyOrderElementsOf(exceptions().keySet());
    }

    @Test
    void openRequestIsReported() {
        List<String> problems = new CopyOnWriteArrayList<>();

        sendRequest(() -> problems.addAll(TrackedClients.problems()));

        assertThat(problems)
                .contains("1 leased connections")
                .anyMatch(problem -> problem.startsWith("1 requests not finished on "));
    }

    @Test
    void logEntryWithASecretIsReported() {
        LoggerFactory.getLogger("io.github.qlikconnections.requests").debug("Sent {}", "marker-of-a-secret");

        assertThat(RecordedLogs.drainForbidden()).hasSize(1);
    }
}
