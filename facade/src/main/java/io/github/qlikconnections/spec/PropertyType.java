package io.github.qlikconnections.spec;

import java.util.Locale;

/** Declared type of a connection property. */
public enum PropertyType {
    /** A string. */
    STRING,
    /** An integer. */
    INTEGER,
    /** A number. */
    NUMBER,
    /** A boolean. */
    BOOLEAN,
    /** A list. */
    ARRAY,
    /** An object with members. */
    OBJECT,
    /** A list of files as objects with {@code name} and base64-encoded {@code value}. */
    FILE,
    /** Any type: the specification declares none or several. */
    ANY;

    /**
     * Returns the type as tables and messages show it.
     *
     * @return the name in lower case
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
