package io.github.qlikconnections.bulk;

/** The outcome of one connection of a bulk operation. */
public enum BulkOutcome {
    /** The operation succeeded. The tenant confirmed it, or a later read did after a lost response. */
    DONE,
    /** The operation failed. The tenant rejected it, or a later read found it not executed. */
    FAILED,
    /**
     * The operation was not sent, because an earlier request ended the run, its journal could not be written, or the
     * caller stopped it.
     */
    NOT_STARTED,
    /** The response was lost, and the outcome could not be read from the tenant. */
    UNKNOWN
}
