package io.github.qlikconnections.plan;

/** How one value of a draft compares with the connection on the tenant. */
public enum ComparisonStatus {
    /** The tenant returned the same value, or a known equivalent spelling of it. */
    EQUAL,
    /** The tenant returned another value. It is written. */
    DIFFERENT,
    /** The tenant did not return the value, and it is not the default of the specification. It is written. */
    MISSING,
    /** This client has written the value, and the tenant still does not return it. It is not written again. */
    NOT_RETURNED,
    /** This client has written the value, and the tenant returns it in another form. It is not written again. */
    STORED_AS,
    /** The value cannot be compared by its nature: a secret, the content of a file, or a property excluded by an option. */
    NOT_READABLE,
    /** The tenant returned nothing to compare with. Nothing is claimed about the value. */
    NOT_COMPARED,
    /** The value differs, and the JSON Patch of the API cannot express it. Nothing is sent. */
    NOT_PATCHABLE;

    /**
     * Returns whether a value of this status is written.
     *
     * @return true for {@link #DIFFERENT} and {@link #MISSING}
     */
    public boolean isWritten() {
        return this == DIFFERENT || this == MISSING;
    }
}
