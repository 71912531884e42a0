package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeTenantExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FakeTenantParameterTest {

    private static FakeTenant first;

    @BeforeEach
    void lifecycleMethodTakesARunningTenant(FakeTenant tenant) {
        assertThat(tenant.url()).startsWith("http://127.0.0.1:");
    }

    @Test
    @Order(1)
    void testReceivesARunningTenant(FakeTenant tenant) {
        tenant.addSpace("kept", SpaceType.SHARED);
        first = tenant;

        assertThat(new ApiCaller(tenant).get("/api/v1/spaces").json().path("data"))
                .hasSize(1);
    }

    @Test
    @Order(2)
    void everyTestReceivesTheSameTenant(FakeTenant tenant) {
        assertThat(tenant).isSameAs(first);
        assertThat(new ApiCaller(tenant).get("/api/v1/spaces").json().path("data"))
                .hasSize(1);
    }

    @AfterAll
    static void tenantIsRunningUntilTheLastCallback(FakeTenant tenant) {
        assertThat(new ApiCaller(tenant).get("/api/v1/spaces").status()).isEqualTo(200);
    }
}
