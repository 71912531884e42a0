package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.http.BearerTokens;
import io.github.qlikconnections.internal.http.Deadline;
import java.util.function.Supplier;

/** Tokens that the caller's own supplier gives; remembering them is its affair. Thread-safe if the supplier is. */
final class SuppliedBearerTokens implements BearerTokens {

    private final Supplier<Secret> supplier;

    SuppliedBearerTokens(Supplier<Secret> supplier) {
        this.supplier = supplier;
    }

    @Override
    public Secret current(Deadline deadline) {
        Secret token = supplier.get();
        if (token == null) {
            throw new QlikException("The token supplier gave null. Let it give an access token or throw.");
        }
        try {
            return TokenSyntax.check(token, "The token that the supplier gave");
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new QlikException(e.getMessage() == null ? "The token supplier gave no token." : e.getMessage());
        }
    }

    /** The supplier may know of a newer token; if it gives the same again, the second 401 stands. */
    @Override
    public boolean replace(Secret refused) {
        return true;
    }
}
