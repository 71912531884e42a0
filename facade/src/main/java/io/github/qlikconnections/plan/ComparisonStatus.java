package io.github.qlikconnections.plan;

/** The result of the comparison of a value of a draft with the connection on the tenant. */
public enum ComparisonStatus {
    /** The tenant returned the same value, or a known equivalent spelling of it. */
    EQUAL,
    /** The tenant returned another value. It is written. */
    DIFFERENT,
    /** The tenant did not return the value, and it is not the default of the specification. It is written. */
    MISSING,
    /** This client wrote the value, and the tenant does not return it. It is not written again. */
    NOT_RETURNED,
    /** This client wrote the value, and the tenant returns it in another form. It is not written again. */
    STORED_AS,
    /**
     * The value cannot be compared because it is a secret, the content of a file, or a property excluded by an option.
     */
    NOT_READABLE,
    /** The tenant returned nothing to compare with. The value may be equal or different. */
    NOT_COMPARED,
    /** The value differs, and the JSON Patch of the API cannot express it. Nothing is sent. */
    NOT_PATCHABLE;

    /**
     * Returns whether values with this status are written.
     *
     * @return true for {@link #DIFFERENT} and {@link #MISSING}
     */
    public boolean isWritten() {
        return this == DIFFERENT || this == MISSING;
    }
}
