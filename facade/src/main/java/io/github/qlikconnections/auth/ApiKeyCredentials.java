package io.github.qlikconnections.auth;

import io.github.qlikconnections.internal.argument.Arguments;

/** An API key of a user. Immutable and thread-safe. */
public final class ApiKeyCredentials implements QlikCredentials {

    private final Secret key;

    ApiKeyCredentials(Secret key) {
        this.key = Arguments.given(key, "key");
    }

    /**
     * The key.
     *
     * @return the key, hidden in a secret
     */
    public Secret key() {
        return key;
    }

    /** Says what this is, and nothing of the key. */
    @Override
    public String toString() {
        return "ApiKeyCredentials";
    }
}
