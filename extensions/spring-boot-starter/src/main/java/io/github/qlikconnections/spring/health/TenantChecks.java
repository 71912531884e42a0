package io.github.qlikconnections.spring.health;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.spring.QlikConnectionsProperties.HealthCheck;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks the tenants of all clients of the application. This class is thread-safe. */
final class TenantChecks {

    private final Map<String, TenantCheck> checks = new LinkedHashMap<>();

    TenantChecks(Map<String, QlikClient> clients, HealthCheck settings) {
        clients.forEach((name, client) -> checks.put(name, new TenantCheck(client, settings, InstantSource.system())));
    }

    /** The worst status of all clients, and the details by the bean names of the clients. */
    record Summary(TenantStatus status, Map<String, Object> details) {}

    Summary run() {
        TenantStatus worst = TenantStatus.UP;
        Map<String, Object> details = new LinkedHashMap<>();
        for (Map.Entry<String, TenantCheck> entry : checks.entrySet()) {
            TenantCheck.TenantHealth result = entry.getValue().check();
            details.put(entry.getKey(), result.details());
            worst = result.status().compareTo(worst) > 0 ? result.status() : worst;
        }
        return new Summary(worst, details);
    }
}
