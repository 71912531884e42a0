package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The configured transformations by property name. Guarded by the lock of the tenant. */
public final class PropertyTransforms {

    private final Map<String, PropertyTransform> byName = new HashMap<>();

    public void set(String property, PropertyTransform form) {
        byName.put(property, form);
    }

    public void clear() {
        byName.clear();
    }

    /** Returns the value to store for a received value. */
    JsonNode stored(String property, JsonNode value) {
        PropertyTransform form = byName.get(property);
        return form == null || value.isMissingNode() ? value : form.stored().apply(value);
    }

    /** Transforms the changed properties of a connection. */
    void applyTo(ConnectionEntity connection, Set<String> changed) {
        Set<String> normalized = new HashSet<>(connection.normalized);
        for (String name : changed) {
            JsonNode value = connection.properties.get(name);
            PropertyTransform form = byName.get(name);
            if (value == null || form == null || form.hidden()) {
                normalized.remove(name);
            } else {
                connection.properties.set(name, stored(name, value));
                normalized.add(name);
            }
        }
        connection.normalized = Set.copyOf(normalized);
    }

    /** Transforms all properties of a new or replaced connection. */
    void applyToAll(ConnectionEntity connection) {
        Set<String> all = new HashSet<>();
        connection.properties.fieldNames().forEachRemaining(all::add);
        connection.normalized = Set.of();
        applyTo(connection, all);
    }

    /** Returns the properties of a connection that responses contain. */
    ObjectNode shown(ConnectionEntity connection) {
        ObjectNode shown = connection.properties.deepCopy();
        byName.forEach((name, form) -> {
            if (form.hidden()) {
                shown.remove(name);
            }
        });
        return shown;
    }
}
