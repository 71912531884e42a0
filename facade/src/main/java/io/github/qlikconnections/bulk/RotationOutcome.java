package io.github.qlikconnections.bulk;

/** The outcome of the rotation of the credentials of one connection. */
public enum RotationOutcome {
    /** A dry run found the connection. Nothing was written. */
    PLANNED,
    /** The tenant has the new credentials. */
    ROTATED,
    /** The tenant rejected the request, and has the old credentials as far as is known. */
    FAILED,
    /** No usable response arrived: the tenant may have the new credentials or the old ones. */
    UNKNOWN,
    /** The {@link CredentialSupplier} threw an exception, which is {@link RotationItem#cause()}. Nothing was written. */
    SUPPLIER_FAILED,
    /** The {@link CredentialSupplier} returned null, or an entry without a property or a secret. Nothing was written. */
    INVALID_CREDENTIALS,
    /** The {@link CredentialSupplier} returned an empty map. Nothing was written. */
    NO_CREDENTIALS
}
