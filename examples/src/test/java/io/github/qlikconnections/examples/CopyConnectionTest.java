package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.SpaceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyConnectionTest {

    @Test
    void connectionIsCopiedToAnotherTenantAndPatchedFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("patch.json"),
                "[{\"op\": \"replace\", \"path\": \"/connectionProperties/database\", \"Value\": \"archive\"}]");
        try (FakeTenant source = FakeTenant.start();
                FakeTenant target = FakeTenant.start();
                QlikClient from = client(source);
                QlikClient to = client(target)) {
            target.addSpace("Finance", SpaceType.SHARED);
            String id = from.dataConnections()
                    .create(EnsureConnections.orders(Secret.of("PW-1")))
                    .id();

            EnsureResult result = CopyConnection.copy(from, to, id, name -> Secret.of("vault-" + name));

            assertThat(result.outcome()).isEqualTo(EnsureOutcome.CREATED);
            assertThat(CopyConnection.patch(to, result.connection().id(), file).changes())
                    .hasSize(1);
        }
    }

    private static QlikClient client(FakeTenant tenant) {
        return TrackedClients.build(QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))));
    }
}
