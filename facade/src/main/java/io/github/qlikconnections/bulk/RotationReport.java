package io.github.qlikconnections.bulk;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rotation of credentials planned or did, connection by connection. It holds no secrets. Given to a second run, that run
 * acts on what is not {@link #rotated()}.
 *
 * <p>Immutable.
 */
public final class RotationReport {

    private final List<RotationItem> items;

    private RotationReport(List<RotationItem> items) {
        this.items = Arguments.list(items, "items");
    }

    /**
     * Gathers the items.
     *
     * @param items one for each connection
     * @return the report
     */
    public static RotationReport of(List<RotationItem> items) {
        return new RotationReport(items);
    }

    /**
     * Every connection that the query found, in its order.
     *
     * @return an unmodifiable list
     */
    public List<RotationItem> items() {
        return items;
    }

    /**
     * The connections that have the new credentials.
     *
     * @return an unmodifiable list
     */
    public List<RotationItem> rotated() {
        return with(RotationOutcome.ROTATED);
    }

    /**
     * Returns the connections that do not have the new credentials for certain: those that are neither {@link #rotated()} nor
     * {@link #planned()}.
     *
     * @return an unmodifiable list
     */
    public List<RotationItem> failed() {
        return items.stream()
                .filter(item ->
                        item.outcome() != RotationOutcome.ROTATED && item.outcome() != RotationOutcome.PLANNED)
                .toList();
    }

    /**
     * The connections that a dry run found.
     *
     * @return an unmodifiable list
     */
    public List<RotationItem> planned() {
        return with(RotationOutcome.PLANNED);
    }

    private List<RotationItem> with(RotationOutcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RotationReport that && items.equals(that.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    /** How many there are of each outcome. */
    @Override
    public String toString() {
        return "RotationReport[" + rotated().size() + " rotated, " + failed().size() + " failed, "
                + planned().size() + " planned]";
    }
}
