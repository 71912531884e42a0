package io.github.qlikconnections.spec;

import java.util.Locale;

/** The declared type of a connection property. */
public enum PropertyType {
    /** A text. */
    STRING,
    /** A whole number. */
    INTEGER,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** A list. */
    ARRAY,
    /** An object with members. */
    OBJECT,
    /** A list of files, each with {@code name} and base64 {@code value}. */
    FILE,
    /** The specification does not say, or allows several types. */
    ANY;

    /**
     * The word for tables and messages.
     *
     * @return the name in lower case
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
