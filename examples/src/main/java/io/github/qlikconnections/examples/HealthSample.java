package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.RateLimitedException;
import java.time.Duration;

/** A health check of the tenant and the key, as {@code docs/guides/health.md} shows it. */
final class HealthSample {

    private HealthSample() {}

    static String check(QlikClient qlik) {
        QlikClient quick = qlik.withOptions(
                options -> options.operationTimeout(Duration.ofSeconds(5)).maxAttempts(1));
        try {
            return "UP as " + quick.users().me().name();
        } catch (PermissionDeniedException e) {
            return "UP, the key is accepted but its user may not read users";
        } catch (RateLimitedException e) {
            return "UNKNOWN, the tenant limits the rate of requests";
        } catch (QlikException e) {
            return "DOWN: " + e.getMessage();
        }
    }
}
