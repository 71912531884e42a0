package io.github.qlikconnections.bulk;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of each connection of a bulk operation.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class BulkResult {

    private final List<BulkItem> items;

    private BulkResult(List<BulkItem> items) {
        this.items = Arguments.list(items, "items");
    }

    /**
     * Creates a result, for the library and for stubs.
     *
     * @param items an item for each connection
     * @return the result
     */
    public static BulkResult of(List<BulkItem> items) {
        return new BulkResult(items);
    }

    /**
     * Returns an item for each given id, in the order of the ids.
     *
     * @return an unmodifiable list
     */
    public List<BulkItem> items() {
        return items;
    }

    /**
     * Returns the items that failed or whose outcome is unknown.
     *
     * @return an unmodifiable list; empty if all succeeded
     */
    public List<BulkItem> failed() {
        return items.stream().filter(item -> !item.succeeded()).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BulkResult that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    /** Returns the numbers of successful and failed items. */
    @Override
    public String toString() {
        return "BulkResult[" + (items.size() - failed().size()) + " ok, " + failed().size() + " failed]";
    }
}
