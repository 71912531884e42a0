package io.github.qlikconnections.bulk;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a rotation of credentials. Contains no secrets.
 *
 * <p>A second run with this report processes the connections that are not {@link #rotated()}.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class RotationReport {

    private final List<RotationItem> items;

    private RotationReport(List<RotationItem> items) {
        this.items = Arguments.list(items, "items");
    }

    /**
     * Creates a report, for the library and for stubs.
     *
     * @param items an item for each connection
     * @return the report
     */
    public static RotationReport of(List<RotationItem> items) {
        return new RotationReport(items);
    }

    /**
     * Returns an item for each connection of the query.
     *
     * @return an unmodifiable list in the order of the query result
     */
    public List<RotationItem> items() {
        return items;
    }

    /**
     * Returns the connections that have the new credentials.
     *
     * @return an unmodifiable list
     */
    public List<RotationItem> rotated() {
        return with(RotationOutcome.ROTATED);
    }

    /**
     * Returns the connections that failed or whose outcome is unknown: those that are neither {@link #rotated()} nor
     * {@link #planned()}.
     *
     * @return an unmodifiable list
     */
    public List<RotationItem> failed() {
        return items.stream()
                .filter(item -> item.outcome() != RotationOutcome.ROTATED && item.outcome() != RotationOutcome.PLANNED)
                .toList();
    }

    /**
     * Returns the connections that were not written, because the run was a dry run or ended before them.
     *
     * @return an unmodifiable list
     */
    public List<RotationItem> planned() {
        return with(RotationOutcome.PLANNED);
    }

    private List<RotationItem> with(RotationOutcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).toList();
    }

    /**
     * Writes this report to a JSON file, which {@link #load(Path)} reads. The file has no secrets and no exceptions.
     *
     * @param file the file; an existing file is replaced
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void save(Path file) {
        Arguments.require(file, "file");
        ReportFile.write(
                file,
                RotationReport.class,
                items.stream().map(RotationItem::toMap).toList());
    }

    /**
     * Reads a report from a file that {@link #save(Path)} wrote.
     *
     * @param file the file
     * @return the report, without the causes of its items
     * @throws IllegalArgumentException if the file is not a saved report
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static RotationReport load(Path file) {
        Arguments.require(file, "file");
        return of(ReportFile.read(file, RotationReport.class, RotationItem::from));
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap().put("items", items, RotationItem::toMap).toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RotationReport that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    /** Returns the number of connections for each outcome. */
    @Override
    public String toString() {
        return "RotationReport[" + rotated().size() + " rotated, " + failed().size() + " failed, "
                + planned().size() + " planned]";
    }
}
