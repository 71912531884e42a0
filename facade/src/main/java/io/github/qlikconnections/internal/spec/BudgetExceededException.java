package io.github.qlikconnections.internal.spec;

import java.io.Serial;

/** Thrown if an evaluation exceeds its budget. Unchecked, because it passes through the engine. */
final class BudgetExceededException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BudgetExceededException(String reason) {
        super(reason, null, false, false);
    }
}
