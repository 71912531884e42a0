package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.testkit.FakeTenant;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EnsureConnectionsTest {

    @Test
    void secondRunSendsNoWriteAndNoOutputContainsThePassword() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        try (FakeTenant tenant = FakeTenant.start();
                QlikClient qlik = TrackedClients.build(QlikClient.builder()
                        .tenant(tenant.url())
                        .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))))) {
            assertThat(EnsureConnections.run(qlik, EnsureConnections.orders(Secret.of("PW-1")), out)
                            .outcome())
                    .isEqualTo(EnsureOutcome.CREATED);
            assertThat(EnsureConnections.run(qlik, EnsureConnections.orders(Secret.of("PW-1")), out)
                            .outcome())
                    .isEqualTo(EnsureOutcome.UNCHANGED);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("CREATE \"Orders\" in personal space", "UNCHANGED \"Orders\"", "A secret cannot be read back")
                .doesNotContain("PW-1");
    }
}
