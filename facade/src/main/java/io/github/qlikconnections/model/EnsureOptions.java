package io.github.qlikconnections.model;

import java.util.Objects;

/** How {@code ensure} goes about it. Immutable; every setter gives a changed copy. */
public final class EnsureOptions {

    private static final int DEFAULT_PARALLELISM = 8;

    private final boolean sendSecrets;
    private final int parallelism;
    private final ProgressListener listener;

    private EnsureOptions(boolean sendSecrets, int parallelism, ProgressListener listener) {
        this.sendSecrets = sendSecrets;
        this.parallelism = parallelism;
        this.listener = listener;
    }

    /**
     * Sends secrets on create, and on update only when the API demands them.
     *
     * @return the options
     */
    public static EnsureOptions defaults() {
        return new EnsureOptions(false, DEFAULT_PARALLELISM, ProgressListener.NONE);
    }

    /**
     * Sends the secrets on every call, since it cannot be told whether the connection has them. Every call then writes.
     *
     * @return the options
     */
    public static EnsureOptions withSecrets() {
        return new EnsureOptions(true, DEFAULT_PARALLELISM, ProgressListener.NONE);
    }

    /**
     * Sets how many of many drafts are worked on at a time; eight when this is not called.
     *
     * @param number at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public EnsureOptions parallelism(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("parallelism must be at least 1, not " + number);
        }
        return new EnsureOptions(sendSecrets, number, listener);
    }

    /**
     * Sets who is told how far a run over many drafts has come.
     *
     * @param progress the listener
     * @return a changed copy
     */
    public EnsureOptions listener(ProgressListener progress) {
        return new EnsureOptions(sendSecrets, parallelism, Objects.requireNonNull(progress, "progress"));
    }

    /**
     * Whether the secrets are sent on every call.
     *
     * @return true if they are
     */
    public boolean sendsSecrets() {
        return sendSecrets;
    }

    /**
     * How many of many drafts are worked on at a time.
     *
     * @return at least 1
     */
    public int parallelism() {
        return parallelism;
    }

    /**
     * Who is told how far a run over many drafts has come.
     *
     * @return the listener
     */
    public ProgressListener listener() {
        return listener;
    }
}
