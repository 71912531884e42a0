package io.github.qlikconnections.bulk;

/** The outcome of the rotation of the credentials of one connection. */
public enum RotationOutcome {
    /** A dry run found the connection, or the run ended before it. Nothing was written. */
    PLANNED,
    /** The tenant has the new credentials. */
    ROTATED,
    /** The tenant rejected the request. No change to the old credentials is known. */
    FAILED,
    /**
     * No usable response arrived, or the process ended during the request. The tenant may have the new or the old
     * credentials.
     */
    UNKNOWN,
    /** The {@link CredentialSupplier} threw an exception, see {@link RotationItem#cause()}. Nothing was written. */
    SUPPLIER_FAILED,
    /** The {@link CredentialSupplier} returned null, or an entry without a name or secret. Nothing was written. */
    INVALID_CREDENTIALS,
    /** The {@link CredentialSupplier} returned an empty map. Nothing was written. */
    NO_CREDENTIALS
}
