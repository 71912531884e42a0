package io.github.qlikconnections.internal.workflow;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The condition of a caller that stops a run. Once it is met, it remains met. This class is thread-safe. */
final class StopCondition {

    /** The condition of runs that cannot be stopped. */
    static final StopCondition NEVER = new StopCondition(() -> false);

    private static final Logger LOG = LoggerFactory.getLogger(StopCondition.class);

    private final BooleanSupplier condition;
    private volatile boolean met;

    StopCondition(BooleanSupplier condition) {
        this.condition = condition;
    }

    /** Returns whether nothing else of the run may start. */
    boolean isMet() {
        if (!met && evaluate()) {
            met = true;
        }
        return met;
    }

    private boolean evaluate() {
        try {
            return condition.getAsBoolean();
        } catch (RuntimeException e) {
            // A run whose stop flag is broken must not continue to write.
            LOG.warn(
                    "The run stops because its stop condition threw {}.",
                    e.getClass().getName());
            return true;
        }
    }
}
