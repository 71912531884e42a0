package io.github.qlikconnections.model;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.argument.Arguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of the builder of drafts that sets connection properties. Not thread-safe. */
abstract sealed class DraftPropertiesBuilder permits ConnectionDraft.Builder {

    private Map<String, Object> properties = new LinkedHashMap<>();
    private boolean shared;

    /** Returns this builder, for the methods that return it. */
    abstract ConnectionDraft.Builder self();

    /** Returns the properties for a draft. This builder copies them before it changes them again. */
    final Map<String, Object> shareProperties() {
        shared = true;
        return Collections.unmodifiableMap(properties);
    }

    /** Adds the properties of a draft, whose values are immutable already. */
    final void copyProperties(Map<String, Object> values) {
        mutableProperties().putAll(values);
    }

    /** Returns the names of the properties. */
    final Set<String> propertyNames() {
        return properties.keySet();
    }

    private Map<String, Object> mutableProperties() {
        if (shared) {
            properties = new LinkedHashMap<>(properties);
            shared = false;
        }
        return properties;
    }

    /**
     * Sets a property to a text.
     *
     * @param property the name of the property
     * @param value the value
     * @return this builder
     */
    public ConnectionDraft.Builder set(String property, String value) {
        return put(property, value);
    }

    /**
     * Sets a property to true or false.
     *
     * @param property the name of the property
     * @param value the value
     * @return this builder
     */
    public ConnectionDraft.Builder set(String property, boolean value) {
        return put(property, value);
    }

    /**
     * Sets a property to a whole number.
     *
     * @param property the name of the property
     * @param value the value
     * @return this builder
     */
    public ConnectionDraft.Builder set(String property, long value) {
        return put(property, value);
    }

    /**
     * Sets a property to a number.
     *
     * @param property the name of the property
     * @param value the value
     * @return this builder
     * @throws IllegalArgumentException when the number is infinite or not a number
     */
    public ConnectionDraft.Builder set(String property, double value) {
        return put(property, value);
    }

    /**
     * Sets a property to a number.
     *
     * @param property the name of the property
     * @param value the value
     * @return this builder
     */
    public ConnectionDraft.Builder set(String property, BigDecimal value) {
        return put(property, value);
    }

    /**
     * Sets a property to a list, for example of query headers.
     *
     * @param property the name of the property
     * @param value strings, booleans, numbers, secrets, lists and maps of these; copied
     * @return this builder
     * @throws IllegalArgumentException when a value is of another type
     */
    public ConnectionDraft.Builder set(String property, List<?> value) {
        return put(property, value);
    }

    /**
     * Sets a property to an object.
     *
     * @param property the name of the property
     * @param value members that are strings, booleans, numbers, secrets, lists and maps of these; copied
     * @return this builder
     * @throws IllegalArgumentException when a value is of another type
     */
    public ConnectionDraft.Builder set(String property, Map<String, ?> value) {
        return put(property, value);
    }

    /**
     * Sets several properties at once.
     *
     * @param values name and value of each property; the values as in {@link #set(String, List)}
     * @return this builder
     * @throws IllegalArgumentException when a value is of another type
     */
    public ConnectionDraft.Builder setAll(Map<String, ?> values) {
        Arguments.given(values, "values", "Pass an empty map for no property").forEach(this::put);
        return self();
    }

    /**
     * Sets a property to a secret, whatever its name and its specification say.
     *
     * @param property the name of the property
     * @param value the secret
     * @return this builder
     */
    public ConnectionDraft.Builder secret(String property, Secret value) {
        return put(property, value);
    }

    /**
     * Adds a file to a property, in the API's form {@code [{"name": ..., "value": base64}]}; the content is held as a
     * secret.
     *
     * @param property the name of the property
     * @param fileName the name that the API is told
     * @param content the bytes of the file
     * @return this builder
     * @throws IllegalStateException when the property was set to something else before
     */
    public ConnectionDraft.Builder file(String property, String fileName, byte[] content) {
        Arguments.given(fileName, "fileName", "Give the name that the API receives for the file");
        Arguments.given(content, "content", "Give the bytes of the file");
        List<Object> files = new ArrayList<>(filesOf(property));
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", fileName);
        file.put("value", FileValue.of(content));
        files.add(file);
        return put(property, files);
    }

    /**
     * Adds a file to a property under its own name, as {@link #file(String, String, byte[])} does.
     *
     * @param property the name of the property
     * @param file the file, read now
     * @return this builder
     * @throws UncheckedIOException when the file cannot be read
     * @throws IllegalStateException when the property was set to something else before
     */
    public ConnectionDraft.Builder file(String property, Path file) {
        DraftArguments.property(property);
        Path fileName = Arguments.given(file, "file", "Give the path of a file").getFileName();
        try {
            return file(property, fileName == null ? "" : fileName.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " for " + property + " cannot be read", e);
        }
    }

    private List<?> filesOf(String property) {
        Object present = properties.get(property);
        if (present == null) {
            return List.of();
        }
        if (present instanceof List<?> files) {
            return files;
        }
        throw new IllegalStateException("The property " + property + " was already set to something that is no file");
    }

    /**
     * Takes a property out of the draft again.
     *
     * @param property the name of the property
     * @return this builder
     */
    public ConnectionDraft.Builder unset(String property) {
        mutableProperties().remove(DraftArguments.property(property));
        return self();
    }

    final ConnectionDraft.Builder put(String property, Object value) {
        DraftArguments.property(property);
        Arguments.given(
                value,
                "The value of " + DraftArguments.shown(property),
                "Leave the property out, or call unset(\"" + DraftArguments.shown(property) + "\")");
        mutableProperties().put(property, PropertyValues.copyOf(property, value));
        return self();
    }
}
