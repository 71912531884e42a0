package io.github.qlikconnections.internal.http;

/** Whether a request belongs to a call that somebody waits for or to a run over many items. */
public enum Workload {
    /** A call of its own: counted, and delayed only while its rate tier is closed. */
    SINGLE_CALL,
    /** Part of a run over many items: always delayed to stay within the rate limit. */
    BULK_RUN
}
