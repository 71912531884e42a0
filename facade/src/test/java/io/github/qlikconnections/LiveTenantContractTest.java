package io.github.qlikconnections;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs the contract on a live tenant. Skipped if one of the three variables is missing. */
@EnabledIfEnvironmentVariable(named = "QLIK_TENANT", matches = ".+")
@EnabledIfEnvironmentVariable(named = "QLIK_API_KEY", matches = ".+")
@EnabledIfEnvironmentVariable(named = "QLIK_SPACE_ID", matches = ".+")
class LiveTenantContractTest extends WorkflowContract {

    @Override
    QlikClient openClient() {
        return TrackedClients.build(QlikClient.builder()
                .tenant(System.getenv("QLIK_TENANT"))
                .credentials(QlikCredentials.apiKey(Secret.fromEnv("QLIK_API_KEY"))));
    }

    @Override
    String spaceId() {
        return System.getenv("QLIK_SPACE_ID");
    }
}
