package io.github.qlikconnections.model;

/** Is told how far a long run has come, so that a caller can draw a bar. Called from one thread at a time. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = (done, total, current) -> {};

    /**
     * One more connection is done, successfully or not. What it throws is ignored.
     *
     * @param done how many are done
     * @param total how many there are
     * @param current the name of the connection that was done last
     */
    void progressed(int done, int total, String current);
}
