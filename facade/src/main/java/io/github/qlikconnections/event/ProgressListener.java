package io.github.qlikconnections.event;

/** Receives the progress of an operation on many connections. Calls do not overlap. */
@FunctionalInterface
public interface ProgressListener {

    /** A listener that does nothing. */
    ProgressListener NONE = (done, total, current) -> {};

    /**
     * Called after each processed connection, regardless of success. Exceptions of this method are ignored.
     *
     * @param done the number of processed connections
     * @param total the number of all connections
     * @param current the name of the connection that was processed last
     */
    void progressed(int done, int total, String current);
}
