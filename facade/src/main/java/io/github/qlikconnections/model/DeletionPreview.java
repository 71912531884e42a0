package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import java.util.List;
import java.util.Map;

/**
 * The connections that a query found. A deletion by query requires a preview, which can be reviewed first.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class DeletionPreview {

    private final List<DataConnection> connections;

    private DeletionPreview(List<DataConnection> connections) {
        this.connections = Arguments.list(connections, "connections");
    }

    /**
     * Creates a preview.
     *
     * @param connections the connections that would be deleted
     * @return the preview
     */
    public static DeletionPreview of(List<DataConnection> connections) {
        return new DeletionPreview(connections);
    }

    /**
     * Returns the connections that would be deleted.
     *
     * @return an unmodifiable list in the order of the tenant
     */
    public List<DataConnection> connections() {
        return connections;
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("connections", connections, DataConnection::toMap)
                .toMap();
    }

    /** Returns the connections by name and id. */
    @Override
    public String toString() {
        return "DeletionPreview" + connections;
    }
}
