package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.model.DataCredential;
import java.util.Optional;

/**
 * The result of looking up the credentials that a draft selects by name.
 *
 * @param found the credentials of that name, empty if the caller can see none
 * @param isCurrentVisible whether the caller can see the current credentials of the connection; those of another user are not visible
 */
public record CredentialLookup(Optional<DataCredential> found, boolean isCurrentVisible) {

    /** The result for a draft that selects no credentials by name. */
    public static final CredentialLookup NONE = new CredentialLookup(Optional.empty(), false);
}
