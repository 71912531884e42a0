package io.github.qlikconnections.bulk;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.plan.EnsureOutcome;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of each of many drafts.
 *
 * <p>Immutable.
 */
public final class EnsureReport {

    private final List<EnsureItem> items;

    private EnsureReport(List<EnsureItem> items) {
        this.items = Arguments.list(items, "items");
    }

    /**
     * Gathers the items; the library does it itself, and stubs of it can.
     *
     * @param items one for each draft
     * @return the report
     */
    public static EnsureReport of(List<EnsureItem> items) {
        return new EnsureReport(items);
    }

    /**
     * One item for each draft that was given, in that order.
     *
     * @return an unmodifiable list
     */
    public List<EnsureItem> items() {
        return items;
    }

    /**
     * The drafts that ended in this way.
     *
     * @param outcome what was found or done
     * @return an unmodifiable list
     */
    public List<EnsureItem> with(EnsureOutcome outcome) {
        Arguments.given(outcome, "outcome");
        return where(item -> item.result().isPresent() && item.result().get().outcome() == outcome);
    }

    /**
     * The drafts that could not be ensured.
     *
     * @return an unmodifiable list; empty when all were
     */
    public List<EnsureItem> failed() {
        return where(item -> item.failure().isPresent());
    }

    /**
     * Returns the failed drafts of which it is not known whether the tenant has done what was asked for.
     *
     * @return an unmodifiable list, a part of {@link #failed()}
     */
    public List<EnsureItem> unknown() {
        return where(EnsureItem::isOutcomeUnknown);
    }

    /**
     * Returns the drafts that were not started because another one was invalid, the run was interrupted, or the tenant rejected the caller.
     *
     * @return an unmodifiable list; empty if all were started
     */
    public List<EnsureItem> notStarted() {
        return where(item -> item.result().isEmpty() && item.failure().isEmpty());
    }

    private List<EnsureItem> where(Predicate<EnsureItem> wanted) {
        return items.stream().filter(wanted).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnsureReport that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    /** How many there are of each outcome. */
    @Override
    public String toString() {
        return "EnsureReport[" + with(EnsureOutcome.CREATED).size() + " created, "
                + with(EnsureOutcome.UPDATED).size() + " updated, "
                + with(EnsureOutcome.UNCHANGED).size() + " unchanged, "
                + with(EnsureOutcome.UNVERIFIED).size() + " unverified, "
                + failed().size() + " failed, " + notStarted().size() + " not started]";
    }
}
