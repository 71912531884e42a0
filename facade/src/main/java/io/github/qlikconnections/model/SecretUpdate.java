package io.github.qlikconnections.model;

/**
 * When {@code ensure} sends the credentials of a draft to a connection that exists: its user name, secrets and file
 * contents.
 */
public enum SecretUpdate {
    /**
     * Only with a change that needs them: another host, server, url, user name or kind of authentication, credentials
     * that become required, a connection without credentials, a list with secret entries, or another version of the
     * secrets. A password that was rotated elsewhere is not overwritten by other changes.
     */
    WHEN_NEEDED,
    /** On every call, even if nothing else differs. Every call then writes. */
    ALWAYS,
    /** Never. A change that needs them is rejected before anything is sent. */
    NEVER
}
