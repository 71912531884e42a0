package io.github.qlikconnections.bulk;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of each connection of a bulk call.
 *
 * <p>Immutable.
 */
public final class BulkResult {

    private final List<BulkItem> items;

    private BulkResult(List<BulkItem> items) {
        this.items = Arguments.list(items, "items");
    }

    /**
     * Gathers the parts; the library does it itself, and stubs of it can.
     *
     * @param items an unmodifiable list
     * @return the value
     */
    public static BulkResult of(List<BulkItem> items) {
        return new BulkResult(items);
    }

    /**
     * One entry for each id that was given, in that order.
     *
     * @return an unmodifiable list
     */
    public List<BulkItem> items() {
        return items;
    }

    /**
     * The items that were not done, as far as is known.
     *
     * @return an unmodifiable list; empty when all succeeded
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

    /** How many succeeded and failed. */
    @Override
    public String toString() {
        return "BulkResult[" + (items.size() - failed().size()) + " ok, " + failed().size() + " failed]";
    }
}
