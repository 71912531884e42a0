package io.github.qlikconnections.spring;

import io.github.qlikconnections.auth.QlikCredentials;
import org.springframework.util.Assert;

/** Details with given values. Instances are immutable and thread-safe. */
record FixedConnectionDetails(String tenant, QlikCredentials credentials) implements QlikConnectionDetails {

    FixedConnectionDetails {
        Assert.notNull(tenant, "tenant must not be null.");
        Assert.notNull(credentials, "credentials must not be null.");
    }
}
