package io.github.qlikconnections.spring.health;

import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.RateLimitedException;

/** The status of a tenant, from the best to the worst. The names are those of the health API. */
enum TenantStatus {
    UP,
    /** The tenant responds, but its rate limit prevents the check. */
    UNKNOWN,
    DOWN;

    /** Returns the status for a failed check. A 403 means that the credentials were accepted. */
    static TenantStatus of(QlikException exception) {
        if (exception instanceof PermissionDeniedException) {
            return UP;
        }
        return exception instanceof RateLimitedException ? UNKNOWN : DOWN;
    }
}
