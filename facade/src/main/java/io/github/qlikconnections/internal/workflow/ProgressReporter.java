package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.event.ProgressListener;

/** Counts what is done and tells the listener, one call at a time. Thread-safe. */
final class ProgressReporter {

    private final int total;
    private final ProgressListener listener;
    private int completed;

    ProgressReporter(int total, ProgressListener listener) {
        this.total = total;
        this.listener = listener;
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    synchronized void reportDone(String current) {
        completed++;
        try {
            listener.progressed(completed, total, current);
        } catch (RuntimeException e) {
            // A bar that cannot be drawn must not end the run.
        }
    }
}
