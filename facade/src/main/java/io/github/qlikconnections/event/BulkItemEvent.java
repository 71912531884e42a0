package io.github.qlikconnections.event;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The end of one item of a bulk run. Contains no id and no name.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class BulkItemEvent {

    private final RunContext run;
    private final String outcome;
    private final @Nullable String errorType;

    private BulkItemEvent(RunContext run, String outcome, @Nullable String errorType) {
        this.run = Arguments.require(run, "run");
        this.outcome = Arguments.require(outcome, "outcome");
        this.errorType = errorType;
    }

    /**
     * Returns an event, for tests of a listener.
     *
     * @param run the run
     * @param outcome the name of the outcome, for example {@code CREATED}
     * @param errorType the simple name of the exception type, or null if there is none
     * @return the event
     */
    public static BulkItemEvent of(RunContext run, String outcome, @Nullable String errorType) {
        return new BulkItemEvent(run, outcome, errorType);
    }

    /**
     * Returns the run of the item.
     *
     * @return the run
     */
    public RunContext run() {
        return run;
    }

    /**
     * Returns the outcome of the item.
     *
     * @return for {@code ensureAll} {@code CREATED}, {@code UPDATED}, {@code UNCHANGED}, {@code FAILED} or {@code UNKNOWN};
     *     for {@code rotateCredentials} the name of a {@link io.github.qlikconnections.bulk.RotationOutcome}; for other
     *     runs that of a {@link io.github.qlikconnections.bulk.BulkOutcome}
     */
    public String outcome() {
        return outcome;
    }

    /**
     * Returns the type of the exception that ended the item, such as {@code ConflictException}.
     *
     * @return the simple name of an exception type; empty if there is none
     */
    public Optional<String> errorType() {
        return Optional.ofNullable(errorType);
    }

    /** Returns all fields on one line. */
    @Override
    public String toString() {
        return "item of " + run + ", " + outcome + (errorType == null ? "" : " " + errorType);
    }
}
