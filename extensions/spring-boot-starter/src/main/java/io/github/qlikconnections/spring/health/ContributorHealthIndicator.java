package io.github.qlikconnections.spring.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The health indicator for Spring Boot 4. This class is thread-safe. */
final class ContributorHealthIndicator implements HealthIndicator {

    private final TenantChecks checks;

    ContributorHealthIndicator(TenantChecks checks) {
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
