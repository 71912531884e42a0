package io.github.qlikconnections.event;

/** Receives the progress of a run over many connections. Calls do not overlap. */
@FunctionalInterface
public interface ProgressListener {

    /** Does nothing. */
    ProgressListener NONE = (done, total, current) -> {};

    /**
     * Reports that one more connection is done, successfully or not. An exception of this method is ignored.
     *
     * @param done how many are done
     * @param total how many there are
     * @param current the name of the connection that was done last
     */
    void progressed(int done, int total, String current);
}
