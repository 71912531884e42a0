package io.github.qlikconnections.auth;

import io.github.qlikconnections.internal.argument.Arguments;

/**
 * The API key of a user.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class ApiKeyCredentials implements QlikCredentials {

    private final Secret key;

    ApiKeyCredentials(Secret key) {
        this.key = Arguments.require(key, "key");
    }

    /**
     * Returns the API key.
     *
     * @return the API key as a secret
     */
    public Secret key() {
        return key;
    }

    /** Returns the type of the credentials, without the key. */
    @Override
    public String toString() {
        return "ApiKeyCredentials";
    }
}
