package io.github.qlikconnections.bulk;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.plan.EnsureOutcome;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of many drafts.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class EnsureReport {

    private final List<EnsureItem> items;

    private EnsureReport(List<EnsureItem> items) {
        this.items = Arguments.list(items, "items");
    }

    /**
     * Creates a report, for the library and for stubs.
     *
     * @param items an item for each draft
     * @return the report
     */
    public static EnsureReport of(List<EnsureItem> items) {
        return new EnsureReport(items);
    }

    /**
     * Returns an item for each draft, in the order of the drafts.
     *
     * @return an unmodifiable list
     */
    public List<EnsureItem> items() {
        return items;
    }

    /**
     * Returns the drafts with the given outcome.
     *
     * @param outcome the outcome
     * @return an unmodifiable list
     */
    public List<EnsureItem> with(EnsureOutcome outcome) {
        Arguments.require(outcome, "outcome");
        return filter(item -> item.result().isPresent() && item.result().get().outcome() == outcome);
    }

    /**
     * Returns the drafts that could not be ensured.
     *
     * @return an unmodifiable list; empty if all were ensured or not started
     */
    public List<EnsureItem> failed() {
        return filter(item -> item.failure().isPresent());
    }

    /**
     * Returns the failed drafts with an unknown outcome.
     *
     * @return an unmodifiable subset of {@link #failed()}
     */
    public List<EnsureItem> unknown() {
        return filter(EnsureItem::isOutcomeUnknown);
    }

    /**
     * Returns the drafts that were not started because another one was invalid, the run was stopped or interrupted, its
     * journal could not be written, or the tenant rejected the caller.
     *
     * @return an unmodifiable list; empty if all were started
     */
    public List<EnsureItem> notStarted() {
        return filter(item -> item.result().isEmpty() && item.failure().isEmpty());
    }

    /**
     * Writes this report to a JSON file, which {@link #load(Path, Collection)} reads. The file has no secrets, and each connection is reduced to its ids and name.
     *
     * @param file the file; an existing file is replaced
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void save(Path file) {
        Arguments.require(file, "file");
        ReportFile.write(
                file,
                EnsureReport.class,
                items.stream().map(item -> item.toMembers().members()).toList());
    }

    /**
     * Reads a report from a file that {@link #save(Path)} wrote. A failure is restored with its message as a
     * {@link io.github.qlikconnections.error.QlikException}.
     *
     * @param file the file
     * @param drafts the drafts of the run, in any order, because the file has no secrets
     * @return the report
     * @throws IllegalArgumentException if the file is not a saved report, or none of the drafts belongs to one of its
     *     items
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static EnsureReport load(Path file, Collection<ConnectionDraft> drafts) {
        Arguments.require(file, "file");
        List<ConnectionDraft> given = Arguments.list(drafts, "drafts");
        return of(ReportFile.read(file, EnsureReport.class, members -> EnsureItem.from(members, given)));
    }

    private List<EnsureItem> filter(Predicate<EnsureItem> condition) {
        return items.stream().filter(condition).toList();
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap().put("items", items, EnsureItem::toMap).toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnsureReport that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    /** Returns the number of drafts for each outcome. */
    @Override
    public String toString() {
        return "EnsureReport[" + with(EnsureOutcome.CREATED).size() + " created, "
                + with(EnsureOutcome.UPDATED).size() + " updated, "
                + with(EnsureOutcome.UNCHANGED).size() + " unchanged, "
                + with(EnsureOutcome.UNVERIFIED).size() + " unverified, "
                + failed().size() + " failed, " + notStarted().size() + " not started]";
    }
}
