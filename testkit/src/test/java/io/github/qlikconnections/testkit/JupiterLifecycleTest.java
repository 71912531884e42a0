package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JupiterLifecycleTest {

    private static String sharedUrl;
    private static String firstUrl;

    @RegisterExtension
    static final FakeTenant SHARED = FakeTenant.create();

    @RegisterExtension
    final FakeTenant own = FakeTenant.create();

    @Test
    @Order(1)
    void startsBothKindsOfFields() {
        sharedUrl = SHARED.url();
        firstUrl = own.url();
        SHARED.addSpace("kept", SpaceType.SHARED);
        own.addSpace("gone", SpaceType.SHARED);

        assertThat(new ApiCaller(SHARED).get("/api/v1/spaces").status()).isEqualTo(200);
        assertThat(new ApiCaller(own).get("/api/v1/spaces").status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void keepsAStaticTenantAndRenewsAnInstanceTenant() {
        assertThat(SHARED.url()).isEqualTo(sharedUrl);
        assertThat(own.url()).isNotEqualTo(firstUrl);
        assertThat(new ApiCaller(SHARED).get("/api/v1/spaces").json().path("data"))
                .hasSize(1);
        assertThat(new ApiCaller(own).get("/api/v1/spaces").json().path("data")).isEmpty();
    }

    @Nested
    class InANestedClass {

        @Test
        void goesOnWithTheStaticTenant() {
            assertThat(SHARED.url()).isEqualTo(sharedUrl);
            assertThat(own.url()).isNotEqualTo(sharedUrl);
        }
    }
}
