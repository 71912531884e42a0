package io.github.qlikconnections.bulk;

/** The outcome of one connection of a bulk call. */
public enum BulkOutcome {
    /** It was done: the tenant said so, or it could be seen after the answer was lost. */
    DONE,
    /** It was not done: the tenant refused it, it could be seen not to be done, or it was not sent. */
    FAILED,
    /** No answer came for it, and looking was not possible either. */
    UNKNOWN
}
