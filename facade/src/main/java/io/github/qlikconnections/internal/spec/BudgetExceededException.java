package io.github.qlikconnections.internal.spec;

import java.io.Serial;

/** Ends an evaluation that costs too much; passes through the engine, so it is unchecked. */
final class BudgetExceededException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BudgetExceededException(String reason) {
        super(reason, null, false, false);
    }
}
