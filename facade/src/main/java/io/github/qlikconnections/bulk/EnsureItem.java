package io.github.qlikconnections.bulk;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.EnsureResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one of many drafts. It has a result or a failure, or neither if the draft was not started.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class EnsureItem {

    private static final String NOT_STARTED = "NOT_STARTED";
    private static final String UNKNOWN = "UNKNOWN";
    private static final String FAILED = "FAILED";

    private final ConnectionDraft draft;
    private final @Nullable EnsureResult result;
    private final @Nullable QlikException failure;

    private EnsureItem(ConnectionDraft draft, @Nullable EnsureResult result, @Nullable QlikException failure) {
        this.draft = Arguments.require(draft, "draft");
        this.result = result;
        this.failure = failure;
    }

    /**
     * Creates an item for a draft that was ensured.
     *
     * @param draft the draft
     * @param result the result
     * @return the item
     */
    public static EnsureItem done(ConnectionDraft draft, EnsureResult result) {
        return new EnsureItem(draft, Arguments.require(result, "result"), null);
    }

    /**
     * Creates an item for a draft that could not be ensured.
     *
     * @param draft the draft
     * @param failure the failure
     * @return the item
     */
    public static EnsureItem failed(ConnectionDraft draft, QlikException failure) {
        return new EnsureItem(draft, null, Arguments.require(failure, "failure"));
    }

    /**
     * Creates an item for a draft that was not started.
     *
     * @param draft the draft
     * @return the item
     */
    public static EnsureItem notStarted(ConnectionDraft draft) {
        return new EnsureItem(draft, null, null);
    }

    /**
     * Returns the draft of the item.
     *
     * @return the unchanged draft
     */
    public ConnectionDraft draft() {
        return draft;
    }

    /**
     * Returns the result of the draft.
     *
     * @return the result; empty if the draft failed or was not started
     */
    public Optional<EnsureResult> result() {
        return Optional.ofNullable(result);
    }

    /**
     * Returns the reason why the draft could not be ensured. See also {@link QlikException#outcomeUnknown()}.
     *
     * @return the exception; empty if the draft was ensured or not started
     */
    public Optional<QlikException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Returns whether the draft failed with an unknown outcome.
     *
     * @return true if the connection must be read before the draft is ensured again
     */
    public boolean isOutcomeUnknown() {
        return failure != null && failure.outcomeUnknown();
    }

    ReportMembers toMembers() {
        SpaceRef space = draft.space();
        ReportMembers members = new ReportMembers()
                .put("name", draft.name())
                .put(WireMembers.SPACE_ID, space.id().orElse(null))
                .put("spaceName", space.name().orElse(null))
                .put("outcome", outcomeName())
                .put("failure", failure == null ? null : failure.getMessage());
        return result == null
                ? members
                : members.put("result", SavedEnsureResult.toMembers(result).members());
    }

    /**
     * Reads an item.
     *
     * @throws IllegalArgumentException if none of the drafts belongs to it
     */
    static EnsureItem from(ReportMembers members, List<ConnectionDraft> drafts) {
        String name = members.required("name");
        ConnectionDraft draft = drafts.stream()
                .filter(candidate -> candidate.name().equals(name)
                        && Objects.equals(candidate.space().id().orElse(null), members.text(WireMembers.SPACE_ID))
                        && Objects.equals(candidate.space().name().orElse(null), members.text("spaceName")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no draft has its name \"" + name + "\" and its space. Pass the drafts of the run."));
        String failure = members.text("failure");
        return switch (members.required("outcome")) {
            case NOT_STARTED -> notStarted(draft);
            case UNKNOWN -> failed(draft, new TransportException(String.valueOf(failure), true, null));
            case FAILED -> failed(draft, new QlikException(String.valueOf(failure)));
            default -> done(draft, SavedEnsureResult.from(members));
        };
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("draft", draft.toMap())
                .put("result", result(), EnsureResult::toMap)
                .put("failure", failure(), QlikException::toMap)
                .put("isOutcomeUnknown", isOutcomeUnknown())
                .toMap();
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

    /** Returns the outcome, the name, the space and the failure. */
    @Override
    public String toString() {
        return outcomeName().replace('_', ' ') + " \"" + draft.name() + "\" in " + draft.space()
                + (failure == null ? "" : ": " + failure.getMessage());
    }

    private String outcomeName() {
        if (result != null) {
            return result.outcome().name();
        }
        if (failure == null) {
            return NOT_STARTED;
        }
        return isOutcomeUnknown() ? UNKNOWN : FAILED;
    }
}
