package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.http.BearerTokens;
import io.github.qlikconnections.internal.http.Deadline;
import java.util.function.Supplier;

/** Tokens from the caller's supplier, which does its own caching. This class is thread-safe if the supplier is. */
final class SuppliedBearerTokens implements BearerTokens {

    private final Supplier<Secret> supplier;

    SuppliedBearerTokens(Supplier<Secret> supplier) {
        this.supplier = supplier;
    }

    @Override
    public Secret current(Deadline deadline) {
        Secret token = supplier.get();
        if (token == null) {
            throw new QlikException("The token supplier returned null. Return an access token or throw an exception.");
        }
        try {
            return TokenSyntax.check(token, "The token of the supplier");
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new QlikException(e.getMessage() == null ? "The token supplier returned no token." : e.getMessage());
        }
    }

    /** Returns true: the supplier may return a newer token. If it returns the same one, the second 401 is final. */
    @Override
    public boolean invalidate(Secret rejected) {
        return true;
    }
}
