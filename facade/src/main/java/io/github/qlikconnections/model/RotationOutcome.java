package io.github.qlikconnections.model;

/** What became of the credentials of one connection in a rotation. */
public enum RotationOutcome {
    /** A dry run found it; nothing was written. */
    PLANNED,
    /** The tenant has the new credentials. */
    ROTATED,
    /** The tenant has the old credentials, as far as is known. */
    FAILED,
    /** No answer came: the tenant may have the new credentials or the old ones. */
    UNKNOWN
}
