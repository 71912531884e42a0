package io.github.qlikconnections.validation;

/** The severity of a violation. */
public enum Severity {
    /** The connection must not be created. */
    ERROR,
    /** The connection can be created, but the value should be checked. */
    WARNING,
    /** Additional information, such as a value that was normalized. */
    NOTE
}
