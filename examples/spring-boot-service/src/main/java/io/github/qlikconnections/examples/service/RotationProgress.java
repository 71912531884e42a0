package io.github.qlikconnections.examples.service;

import java.util.List;

/** The progress of a rotation. */
record RotationProgress(State state, int done, int total, List<String> failed) {

    static final RotationProgress STARTED = new RotationProgress(State.RUNNING, 0, 0, List.of());

    enum State {
        RUNNING,
        FINISHED,
        FAILED
    }

    RotationProgress with(int newDone, int newTotal) {
        return new RotationProgress(state, newDone, newTotal, failed);
    }

    RotationProgress ended(State newState, List<String> names) {
        return new RotationProgress(newState, done, total, names);
    }
}
