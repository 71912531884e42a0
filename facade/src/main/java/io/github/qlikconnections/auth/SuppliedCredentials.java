package io.github.qlikconnections.auth;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.function.Supplier;

/** Bearer tokens that the caller gets elsewhere. Immutable and thread-safe. */
public final class SuppliedCredentials implements QlikCredentials {

    private final Supplier<Secret> tokens;

    SuppliedCredentials(Supplier<Secret> tokens) {
        this.tokens = Arguments.given(tokens, "tokens");
    }

    /**
     * Where the tokens come from.
     *
     * @return what was handed in
     */
    public Supplier<Secret> tokens() {
        return tokens;
    }

    /** Says what this is, and nothing of the tokens. */
    @Override
    public String toString() {
        return "SuppliedCredentials";
    }
}
