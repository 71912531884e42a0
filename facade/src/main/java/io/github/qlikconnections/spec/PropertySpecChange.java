package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.argument.Arguments;
import java.util.List;

/**
 * What became different about one connection property between two specifications.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class PropertySpecChange {

    private final PropertySpec before;
    private final PropertySpec after;
    private final List<String> differences;

    PropertySpecChange(PropertySpec before, PropertySpec after, List<String> differences) {
        this.before = before;
        this.after = after;
        this.differences = Arguments.list(differences, "differences");
    }

    /**
     * The name of the property.
     *
     * @return the name
     */
    public String name() {
        return after.name();
    }

    /**
     * The property as it was.
     *
     * @return the older property
     */
    public PropertySpec before() {
        return before;
    }

    /**
     * The property as it is.
     *
     * @return the newer property
     */
    public PropertySpec after() {
        return after;
    }

    /**
     * The differences in words, for example {@code type: string, was integer}.
     *
     * @return an unmodifiable list with at least one text
     */
    public List<String> differences() {
        return differences;
    }

    /**
     * The name and the differences.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return name() + ": " + String.join("; ", differences);
    }
}
