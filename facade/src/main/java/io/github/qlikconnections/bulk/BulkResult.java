package io.github.qlikconnections.bulk;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
     * Returns the items that are not done: they failed, were not started, or have an unknown outcome.
     *
     * @return an unmodifiable list; empty if all are done
     */
    public List<BulkItem> failed() {
        return items.stream().filter(item -> !item.succeeded()).toList();
    }

    /**
     * Writes this result to a JSON file, which {@link #load(Path)} reads. The file has no secrets.
     *
     * @param file the file; an existing file is replaced
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void save(Path file) {
        Arguments.require(file, "file");
        ReportFile.write(
                file, BulkResult.class, items.stream().map(BulkItem::toMap).toList());
    }

    /**
     * Reads a result from a file that {@link #save(Path)} wrote.
     *
     * @param file the file
     * @return the result
     * @throws IllegalArgumentException if the file is not a saved result
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static BulkResult load(Path file) {
        Arguments.require(file, "file");
        return of(ReportFile.read(file, BulkResult.class, BulkItem::from));
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap().put("items", items, BulkItem::toMap).toMap();
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
