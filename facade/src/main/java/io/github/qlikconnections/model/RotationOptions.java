package io.github.qlikconnections.model;

import io.github.qlikconnections.internal.argument.Arguments;

/** How to go about a rotation of many credentials. Immutable; every setter gives a changed copy. */
public final class RotationOptions {

    private static final int DEFAULT_PARALLELISM = 4;

    private final boolean dryRun;
    private final int parallelism;
    private final ProgressListener listener;

    private RotationOptions(boolean dryRun, int parallelism, ProgressListener listener) {
        this.dryRun = dryRun;
        this.parallelism = parallelism;
        this.listener = listener;
    }

    /**
     * Lists what would be rotated and writes nothing.
     *
     * @return the options of a first run
     */
    public static RotationOptions dryRun() {
        return new RotationOptions(true, DEFAULT_PARALLELISM, ProgressListener.NONE);
    }

    /**
     * Writes, with four connections at a time.
     *
     * @return the options of a run that counts
     */
    public static RotationOptions write() {
        return new RotationOptions(false, DEFAULT_PARALLELISM, ProgressListener.NONE);
    }

    /**
     * Sets how many connections are written at a time.
     *
     * @param number at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public RotationOptions parallelism(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("parallelism must be at least 1, not " + number);
        }
        return new RotationOptions(dryRun, number, listener);
    }

    /**
     * Sets who is told of the progress.
     *
     * @param value the listener
     * @return a changed copy
     */
    public RotationOptions listener(ProgressListener value) {
        return new RotationOptions(dryRun, parallelism, Arguments.given(value, "listener"));
    }

    /**
     * Whether nothing is to be written.
     *
     * @return true for a dry run
     */
    public boolean isDryRun() {
        return dryRun;
    }

    /**
     * How many connections are written at a time.
     *
     * @return at least 1
     */
    public int parallelism() {
        return parallelism;
    }

    /**
     * Who is told of the progress.
     *
     * @return the listener
     */
    public ProgressListener listener() {
        return listener;
    }

    /** What the rotation does, and how many connections at a time. */
    @Override
    public String toString() {
        return "RotationOptions[" + (dryRun ? "dry run" : "write") + ", parallelism " + parallelism + "]";
    }
}
