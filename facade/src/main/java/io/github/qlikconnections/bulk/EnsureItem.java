package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.plan.EnsureResult;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one draft of many: it has a result, or a failure, or neither when it was not begun.
 *
 * <p>Immutable.
 */
public final class EnsureItem {

    private final ConnectionDraft draft;
    private final @Nullable EnsureResult result;
    private final @Nullable QlikException failure;

    private EnsureItem(ConnectionDraft draft, @Nullable EnsureResult result, @Nullable QlikException failure) {
        this.draft = Arguments.given(draft, "draft");
        this.result = result;
        this.failure = failure;
    }

    /**
     * A draft that was ensured.
     *
     * @param draft the draft
     * @param result what was found or done
     * @return the value
     */
    public static EnsureItem done(ConnectionDraft draft, EnsureResult result) {
        return new EnsureItem(draft, Arguments.given(result, "result"), null);
    }

    /**
     * A draft that could not be ensured.
     *
     * @param draft the draft
     * @param failure why
     * @return the value
     */
    public static EnsureItem failed(ConnectionDraft draft, QlikException failure) {
        return new EnsureItem(draft, null, Arguments.given(failure, "failure"));
    }

    /**
     * A draft that was not begun.
     *
     * @param draft the draft
     * @return the value
     */
    public static EnsureItem notStarted(ConnectionDraft draft) {
        return new EnsureItem(draft, null, null);
    }

    /**
     * The draft, as it was given.
     *
     * @return a draft
     */
    public ConnectionDraft draft() {
        return draft;
    }

    /**
     * What was found or done.
     *
     * @return the result; empty when it failed or was not begun
     */
    public Optional<EnsureResult> result() {
        return Optional.ofNullable(result);
    }

    /**
     * Why it could not be ensured. A {@link io.github.qlikconnections.error.TransportException} among them says whether its
     * outcome is unknown.
     *
     * @return the exception; empty when it was ensured or not begun
     */
    public Optional<QlikException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Returns whether the draft failed and it is not known whether the tenant has done what was asked for.
     *
     * @return true if the connection must be read before the draft is ensured again
     */
    public boolean isOutcomeUnknown() {
        return failure != null && failure.outcomeUnknown();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnsureItem that
                && draft.equals(that.draft)
                && Objects.equals(result, that.result)
                && Objects.equals(failure, that.failure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(draft, result, failure);
    }

    /** The outcome, the name and the space, and the failure. */
    @Override
    public String toString() {
        String outcome = result != null
                ? result.outcome().name()
                : failure == null ? "NOT STARTED" : isOutcomeUnknown() ? "UNKNOWN" : "FAILED";
        return outcome + " \"" + draft.name() + "\" in " + draft.space()
                + (failure == null ? "" : ": " + failure.getMessage());
    }
}
