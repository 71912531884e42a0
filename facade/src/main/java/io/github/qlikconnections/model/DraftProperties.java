package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The connection properties of a builder of drafts, in the order in which they were set. Not thread-safe. */
final class DraftProperties {

    private Map<String, Object> values = new LinkedHashMap<>();
    private boolean shared;

    /** Returns the properties for a draft. They are copied before they are changed again. */
    Map<String, Object> share() {
        shared = true;
        return Collections.unmodifiableMap(values);
    }

    /** Adds the properties of a draft, whose values are immutable already. */
    void addAll(Map<String, Object> immutable) {
        mutable().putAll(immutable);
    }

    Set<String> names() {
        return values.keySet();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    void put(String property, Object value) {
        DraftArguments.property(property);
        if (value == null) {
            String name = MessageFormatter.formatName(property);
            Arguments.require(value, "The value of " + name, "Leave the property out, or call unset(\"" + name + "\")");
        }
        mutable().put(property, PropertyValues.copyOf(property, value));
    }

    void addFile(String property, String fileName, byte[] content) {
        Arguments.require(fileName, "fileName", "Give the name that the API receives for the file");
        Arguments.require(content, "content", "Give the bytes of the file");
        List<Object> files = new ArrayList<>(filesOf(property));
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", fileName);
        file.put("value", FileValue.of(content));
        files.add(file);
        put(property, files);
    }

    private List<?> filesOf(String property) {
        Object present = values.get(property);
        if (present == null) {
            return List.of();
        }
        if (present instanceof List<?> files) {
            return files;
        }
        throw new IllegalStateException("The property " + property + " already has a value that is not a file");
    }

    void remove(String property) {
        mutable().remove(DraftArguments.property(property));
    }

    private Map<String, Object> mutable() {
        if (shared) {
            values = new LinkedHashMap<>(values);
            shared = false;
        }
        return values;
    }
}
