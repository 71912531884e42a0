package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.qlikconnections.testkit.ApiCaller.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TenantRateLimitsTest {

    private static final String READ = "/api/v1/data-sources";
    private static final String WRITE = "/api/v1/data-connections/5f0c6ef0-0b7f-4d6c-9d55-7a8a1f9f4a11";

    private final ManualClock clock = ManualClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    private FakeTenant tenant(TenantRateLimits limits) {
        return FakeTenant.builder().clock(clock).rateLimits(limits).start();
    }

    @Test
    void tierIsLimitedUntilItsOldestRequestLeavesTheWindow() {
        try (FakeTenant tenant = tenant(TenantRateLimits.perMinute(2, 1))) {
            ApiCaller api = new ApiCaller(tenant);
            assertThat(api.get(READ).status()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(20));
            assertThat(api.get(READ).status()).isEqualTo(200);
            clock.advance(Duration.ofMillis(27_500));

            ApiResponse rejected = api.get(READ);

            assertThat(rejected.status()).isEqualTo(429);
            assertThat(rejected.http().headers().firstValue("Retry-After")).contains("13");
            assertThat(rejected.json())
                    .hasToString("{\"errors\":[{\"code\":\"HTTP-429\",\"title\":\"API rate limit reached.\","
                            + "\"detail\":\"The limit is lifted in 13 seconds.\"}]}");
            clock.advance(Duration.ofSeconds(13));
            assertThat(api.get(READ).status()).isEqualTo(200);
            assertThat(api.get(READ).status()).isEqualTo(429);
            assertThat(tenant.admitted(TenantRateTier.READ)).isEqualTo(3);
            assertThat(tenant.throttled(TenantRateTier.READ)).isEqualTo(2);
        }
    }

    @Test
    void eachTierAndUserIsCountedSeparately() {
        try (FakeTenant tenant = tenant(TenantRateLimits.perMinute(1, 1))) {
            ApiCaller api = new ApiCaller(tenant);
            assertThat(api.get(READ).status()).isEqualTo(200);
            assertThat(api.delete(WRITE).status()).isEqualTo(404);
            assertThat(api.get(READ).status()).isEqualTo(429);
            assertThat(api.patch(WRITE, "[]").status()).isEqualTo(429);
            assertThat(new ApiCaller(tenant.url(), tenant.addUser("bob", false))
                            .get(READ)
                            .status())
                    .isEqualTo(200);
            assertThat(tenant.throttled(TenantRateTier.WRITE)).isEqualTo(1);
        }
    }

    @Test
    void documentedBurstsOverFiveMinutesAreAllowed() {
        try (FakeTenant tenant = tenant(TenantRateLimits.documented())) {
            ApiCaller api = new ApiCaller(tenant);
            for (int i = 0; i < 500; i++) {
                assertThat(api.delete(WRITE).status()).isEqualTo(404);
            }

            ApiResponse rejected = api.delete(WRITE);

            assertThat(rejected.status()).isEqualTo(429);
            assertThat(rejected.http().headers().firstValue("Retry-After")).contains("300");
            assertThat(api.get(READ).status()).isEqualTo(200);
        }
    }

    @Test
    void requestsAreCountedWithoutLimits() {
        try (FakeTenant tenant = tenant(TenantRateLimits.none())) {
            ApiCaller api = new ApiCaller(tenant);
            for (int i = 0; i < 120; i++) {
                api.delete(WRITE);
            }
            assertThat(tenant.admitted(TenantRateTier.WRITE)).isEqualTo(120);
            assertThat(tenant.throttled(TenantRateTier.WRITE)).isZero();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> TenantRateLimits.perMinute(0, 1));
    }
}
