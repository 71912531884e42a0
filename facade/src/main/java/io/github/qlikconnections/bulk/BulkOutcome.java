package io.github.qlikconnections.bulk;

/** The outcome of one connection of a bulk operation. */
public enum BulkOutcome {
    /** The operation succeeded. The tenant confirmed it, or a later read did after a lost response. */
    DONE,
    /** The operation failed. The tenant rejected it, a later read found it not executed, or it was not sent. */
    FAILED,
    /** The response was lost, and the outcome could not be read from the tenant. */
    UNKNOWN
}
