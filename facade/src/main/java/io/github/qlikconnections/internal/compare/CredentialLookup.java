package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.model.DataCredential;
import java.util.Optional;

/**
 * What the tenant knows of the credentials that a draft names, looked up before the comparison.
 *
 * @param named the credentials of that name, empty if the caller has none
 * @param ownPresent whether the caller can see the credentials that the connection has now; those of another user cannot be seen
 */
public record CredentialLookup(Optional<DataCredential> named, boolean ownPresent) {

    /** Nothing was looked up, because the draft names no credentials. */
    public static final CredentialLookup NONE = new CredentialLookup(Optional.empty(), false);
}
