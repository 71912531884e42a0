package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import io.github.qlikconnections.testkit.SpaceType;
import io.github.qlikconnections.testkit.StubResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditSourcesTest {

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    final FakeTenant tenant = extension.tenant();

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @BeforeEach
    void connect() {
        String space = tenant.addSpace("Finance", SpaceType.SHARED);
        tenant.addConnection("rest", "Weather", space, Map.of("url", "https://weather.example"));
        tenant.addConnection("mssql", "Orders", space, Map.of("host", "db.example.com"));
    }

    @Test
    void connectionOfAnUnapprovedSourceIsListedWithSpaceAndOwner() {
        assertThat(audit("mssql")).isEqualTo(1);
        assertThat(text()).contains("Weather", "rest", "Finance", "User " + tenant.userId(), "1 not approved");
        assertThat(text()).doesNotContain("Orders", "INCOMPLETE");
    }

    @Test
    void ownerIsNamedIfTheCallerMayReadUsers() {
        tenant.setUserDetails(tenant.userId(), "Ada Field", "ada.field@example.com");
        tenant.stubNext("GET", "/api/v1/users/" + tenant.userId(), StubResponse.status(403));

        audit("mssql");
        assertThat(text()).contains(tenant.userId()).doesNotContain("Ada Field");

        audit("mssql");
        assertThat(text()).contains("Ada Field");
    }

    @Test
    void nothingIsListedIfAllSourcesAreApproved() {
        assertThat(audit("mssql", "rest")).isZero();
        assertThat(text()).contains("0 not approved");
    }

    @Test
    void incompleteListIsReported() {
        tenant.stubNext(
                "GET",
                "/api/v1/data-connections",
                StubResponse.passThrough().withError(500, "DCERROR-0042", "Some are missing", "One service is away."));
        assertThat(audit("mssql", "rest")).isEqualTo(2);
        assertThat(text()).contains("INCOMPLETE", "One service is away");
    }

    private int audit(String... approved) {
        try (QlikClient qlik = QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .build()) {
            return AuditSources.audit(qlik, Set.of(approved), new PrintStream(output, true, StandardCharsets.UTF_8));
        }
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
