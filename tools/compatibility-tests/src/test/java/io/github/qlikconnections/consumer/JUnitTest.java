package io.github.qlikconnections.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Uses a FakeTenant with the JUnit version that the user has chosen. */
class JUnitTest {

    @Test
    void jupiterHasTheVersionOfTheProject() {
        assertThat(Test.class.getPackage().getImplementationVersion()).isEqualTo(System.getProperty("consumer.junit"));
    }

    @Nested
    class WithAnInstanceField {

        @RegisterExtension
        final FakeTenantExtension extension = FakeTenantExtension.create();

        private final FakeTenant tenant = extension.tenant();
        private String url;

        @BeforeEach
        void tenantIsRunningBeforeEachTest() {
            url = tenant.url();
        }

        @Test
        void tenantIsRunning() {
            assertThat(tenant.url()).isEqualTo(url).startsWith("http://127.0.0.1:");
        }
    }

    @Nested
    @ExtendWith(FakeTenantExtension.class)
    class WithAParameter {

        @Test
        void tenantIsRunning(FakeTenant tenant) {
            assertThat(tenant.url()).startsWith("http://127.0.0.1:");
        }
    }
}
