package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.Paged;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import io.github.qlikconnections.testkit.StubResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How applications are tested, as {@code docs/guides/testing.md} shows it. */
class TestingSamplesTest {

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    final FakeTenant tenant = extension.tenant();

    private final ConnectionDraft draft = EnsureConnections.orders(Secret.of("example-password"));

    @Test
    void connectionIsStored() {
        try (QlikClient qlik = QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .build()) {
            qlik.dataConnections().create(draft);
        }
        assertThat(tenant.connections())
                .singleElement()
                .satisfies(stored -> assertThat(stored.name()).isEqualTo("Orders"));
    }

    @Test
    void lostResponseIsReported() {
        tenant.stubNext("POST", "/api/v1/data-connections", StubResponse.dropAfterHandling());
        try (QlikClient qlik = client()) {
            assertThatThrownBy(() -> qlik.dataConnections().create(draft))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.outcomeUnknown()).isTrue());
        }
        assertThat(tenant.connections()).hasSize(1);
    }

    @Test
    void modelsAndListsAreBuiltWithoutTenant() {
        DataConnection orders = DataConnection.builder("5c0f", "Orders")
                .tags(List.of("team:sales"))
                .build();
        Paged<DataConnection> list = Paged.of(List.of(orders));

        assertThat(list).containsExactly(orders);
    }

    @AfterEach
    void noStubIsLeft() {
        assertThat(tenant.pendingStubs()).isZero();
    }

    private QlikClient client() {
        return QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .build();
    }
}
