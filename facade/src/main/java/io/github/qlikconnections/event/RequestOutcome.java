package io.github.qlikconnections.event;

/** The outcome of an attempt or of a request. */
public enum RequestOutcome {

    /** The request was executed. A 404 can be a success, for example for a repeated deletion. */
    SUCCESS,

    /** The request failed and changed nothing. A 200 can be a failure, for example for an unusable response. */
    FAILURE,

    /** The request failed, and the tenant may have executed it. */
    UNKNOWN
}
