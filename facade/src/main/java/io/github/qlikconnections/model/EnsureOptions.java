package io.github.qlikconnections.model;

/** Whether {@code ensure} sends the secrets of the draft. Immutable. */
public final class EnsureOptions {

    private static final EnsureOptions DEFAULTS = new EnsureOptions(false);
    private static final EnsureOptions WITH_SECRETS = new EnsureOptions(true);

    private final boolean sendSecrets;

    private EnsureOptions(boolean sendSecrets) {
        this.sendSecrets = sendSecrets;
    }

    /**
     * Sends secrets on create, and on update only when the API demands them.
     *
     * @return the options
     */
    public static EnsureOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Sends the secrets on every call, since it cannot be told whether the connection has them. Every call then writes.
     *
     * @return the options
     */
    public static EnsureOptions withSecrets() {
        return WITH_SECRETS;
    }

    /**
     * Whether the secrets are sent on every call.
     *
     * @return true if they are
     */
    public boolean sendsSecrets() {
        return sendSecrets;
    }
}
