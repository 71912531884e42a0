package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import java.util.List;
import java.util.Map;

/**
 * Change of one connection property between two specifications. Instances are immutable and thread-safe.
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
     * Returns the name of the property.
     *
     * @return the name
     */
    public String name() {
        return after.name();
    }

    /**
     * Returns the property in the older specification.
     *
     * @return the older property
     */
    public PropertySpec before() {
        return before;
    }

    /**
     * Returns the property in the newer specification.
     *
     * @return the newer property
     */
    public PropertySpec after() {
        return after;
    }

    /**
     * Returns descriptions of the differences, for example {@code type: string, was integer}.
     *
     * @return an unmodifiable list with at least one description
     */
    public List<String> differences() {
        return differences;
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("name", name())
                .put("before", before.toMap())
                .put("after", after.toMap())
                .put("differences", differences)
                .toMap();
    }

    /**
     * Returns the name and the differences.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return name() + ": " + String.join("; ", differences);
    }
}
