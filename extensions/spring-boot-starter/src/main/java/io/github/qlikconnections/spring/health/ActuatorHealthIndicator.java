package io.github.qlikconnections.spring.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** The health indicator for Spring Boot 3.5. This class is thread-safe. */
final class ActuatorHealthIndicator implements HealthIndicator {

    private final TenantChecks checks;

    ActuatorHealthIndicator(TenantChecks checks) {
        this.checks = checks;
    }

    @Override
    public Health health() {
        TenantChecks.Summary summary = checks.run();
        return Health.status(summary.status().name())
                .withDetails(summary.details())
                .build();
    }
}
