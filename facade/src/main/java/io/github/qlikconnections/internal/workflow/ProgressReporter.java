package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.event.ProgressListener;

/** Counts completed items and calls the listener sequentially. This class is thread-safe. */
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
            // A failure of the listener must not end the run.
        }
    }
}
