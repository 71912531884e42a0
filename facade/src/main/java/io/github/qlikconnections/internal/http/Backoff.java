package io.github.qlikconnections.internal.http;

/** Delays the retries of a write that a workflow has found not to be done. Implementations are thread-safe. */
public interface Backoff {

    /**
     * Waits before the next attempt, with the backoff of failed requests.
     *
     * @param deadline by when the operation must end
     * @param attempt the number of attempts so far, from 1
     * @return false if there is no next attempt: all are used up, the deadline is too near, the thread was interrupted, or the
     *     client is closed
     */
    boolean pause(Deadline deadline, int attempt);
}
