package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FakeTenantExtensionTest {

    private static String sharedUrl;
    private static String firstUrl;

    @RegisterExtension
    static final FakeTenantExtension SHARED = FakeTenantExtension.create();

    @RegisterExtension
    final FakeTenantExtension extension =
            FakeTenantExtension.of(FakeTenant.builder().userId("reader").build());

    final FakeTenant own = extension.tenant();

    @Test
    void tenantIsNotRunningBeforeTheFirstCallback() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FakeTenantExtension.create().tenant().url())
                .withMessageContaining("FakeTenantExtension");
    }

    @Test
    @Order(1)
    void tenantsOfStaticAndInstanceFieldsAreStarted() {
        sharedUrl = SHARED.tenant().url();
        firstUrl = own.url();
        SHARED.tenant().addSpace("kept", SpaceType.SHARED);
        own.addSpace("gone", SpaceType.SHARED);

        assertThat(new ApiCaller(SHARED.tenant()).get("/api/v1/spaces").status())
                .isEqualTo(200);
        assertThat(new ApiCaller(own).get("/api/v1/spaces").status()).isEqualTo(200);
        assertThat(own.userId()).isEqualTo("reader");
    }

    @Test
    @Order(2)
    void tenantOfAStaticFieldIsKeptAndThatOfAnInstanceFieldReplaced() {
        assertThat(SHARED.tenant().url()).isEqualTo(sharedUrl);
        assertThat(own.url()).isNotEqualTo(firstUrl);
        assertThat(new ApiCaller(SHARED.tenant()).get("/api/v1/spaces").json().path("data"))
                .hasSize(1);
        assertThat(new ApiCaller(own).get("/api/v1/spaces").json().path("data")).isEmpty();
    }

    @Nested
    class InANestedClass {

        @Test
        void tenantOfTheStaticFieldIsKept() {
            assertThat(SHARED.tenant().url()).isEqualTo(sharedUrl);
            assertThat(own.url()).isNotEqualTo(sharedUrl);
        }
    }
}
