package io.github.qlikconnections.internal.http;

/** The kind of call that a request belongs to, which determines its delay for the rate limit. */
public enum Workload {
    /** A single call. It is counted, and delayed only while its rate tier is closed. */
    SINGLE_CALL,
    /** A call of a bulk run. It is always delayed to stay within the rate limit. */
    BULK_RUN
}
