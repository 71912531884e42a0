package io.github.qlikconnections.validation;

/** What a validation came to. */
public enum ValidationOutcome {
    /** The draft was checked against its specification and has no errors. */
    VALID,
    /** The draft has at least one error. */
    INVALID,
    /** The draft has no errors, but its specification could not be used, so its properties were not checked. */
    UNCHECKED
}
