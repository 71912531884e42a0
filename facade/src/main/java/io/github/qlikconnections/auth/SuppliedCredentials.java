package io.github.qlikconnections.auth;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.function.Supplier;

/**
 * Access tokens of a supplier of the application.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class SuppliedCredentials implements QlikCredentials {

    private final Supplier<Secret> tokens;

    SuppliedCredentials(Supplier<Secret> tokens) {
        this.tokens = Arguments.require(tokens, "tokens");
    }

    /**
     * Returns the supplier of access tokens.
     *
     * @return the supplier
     */
    public Supplier<Secret> tokens() {
        return tokens;
    }

    /** Returns the type of the credentials, without a token. */
    @Override
    public String toString() {
        return "SuppliedCredentials";
    }
}
