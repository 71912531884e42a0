package io.github.qlikconnections.event;

/** How an attempt or a whole request ended. */
public enum RequestOutcome {

    /** It did what was asked for. A 404 can be a success: that of a repeated deletion. */
    SUCCESS,

    /** It failed and changed nothing. A 200 can be a failure: that of a response that cannot be used. */
    FAILURE,

    /** It failed, and the tenant may have carried it out. */
    UNKNOWN
}
