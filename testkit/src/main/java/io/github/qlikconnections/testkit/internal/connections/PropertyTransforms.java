package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The scripted forms of properties, by property name. Guarded by the tenant's lock. */
public final class PropertyTransforms {

    private final Map<String, PropertyTransform> byName = new HashMap<>();

    public void set(String property, PropertyTransform form) {
        byName.put(property, form);
    }

    public void clear() {
        byName.clear();
    }

    /** The form in which a value is stored. */
    JsonNode stored(String property, JsonNode value) {
        PropertyTransform form = byName.get(property);
        return form == null || value.isMissingNode() ? value : form.stored().apply(value);
    }

    /** Brings the named properties of a connection, which have just been set, into the form in which they are stored. */
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

    /** Brings all properties of a new or replaced connection into the form in which they are stored. */
    void applyToAll(ConnectionEntity connection) {
        Set<String> all = new HashSet<>();
        connection.properties.fieldNames().forEachRemaining(all::add);
        connection.normalized = Set.of();
        applyTo(connection, all);
    }

    /** The properties of a connection that responses show. */
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
