package io.github.qlikconnections.internal.constraint;

/** The kinds of constraints. */
public enum Constraint {
    /** The minimum number of characters. */
    MIN_LENGTH,
    /** The maximum number of characters. */
    MAX_LENGTH,
    /** The maximum number of bytes in UTF-8. */
    MAX_BYTES,
    /** The minimum number of items of a list. */
    MIN_ITEMS,
    /** The maximum number of items of a list. */
    MAX_ITEMS,
    /** The regular expression. */
    PATTERN,
    /** The allowed values. */
    VALUES
}
