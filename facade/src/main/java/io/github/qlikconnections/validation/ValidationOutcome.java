package io.github.qlikconnections.validation;

/** The outcome of a validation. */
public enum ValidationOutcome {
    /** The draft was validated against its specification and has no errors. */
    VALID,
    /** The draft has at least one error. */
    INVALID,
    /** The draft has no errors, but its properties were not validated because the specification cannot be used. */
    UNCHECKED
}
