package io.github.qlikconnections.convergence;

import io.github.qlikconnections.testkit.Normalization;

/** The form in which a tenant stores or returns a property. */
enum StoredForm {
    HIDDEN(Normalization.hidden()),
    LOWER_CASED(Normalization.lowerCased()),
    RETYPED(Normalization.retyped()),
    WITH_SLASH(Normalization.appending("/")),
    WITH_SUFFIX(Normalization.appending("-x"));

    @SuppressWarnings("ImmutableEnumChecker") // immutable
    final Normalization normalization;

    StoredForm(Normalization normalization) {
        this.normalization = normalization;
    }
}
