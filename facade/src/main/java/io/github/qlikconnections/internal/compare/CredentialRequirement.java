package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether changes of properties need the inline credentials of the draft in the same request. */
final class CredentialRequirement {

    /** The API demands credentials with a change of one of these. */
    private static final Set<String> ADDRESSES = Set.of("host", "server", "url");

    private static final String AUTHENTICATION = "auth";

    private final DesiredConnection desired;
    private final DataConnection held;
    private final List<String> credentials;
    private final ListEntrySecrets secretEntries;

    CredentialRequirement(DesiredConnection desired, DataConnection held, List<String> credentials) {
        this.desired = desired;
        this.held = held;
        this.credentials = credentials;
        this.secretEntries = new ListEntrySecrets(desired::isMarkedSecret);
    }

    static boolean isAddress(String property) {
        return ADDRESSES.contains(property.toLowerCase(Locale.ROOT));
    }

    /**
     * Finds the reason.
     *
     * @param changes the properties that are written
     * @return one clause, null if the changes need no credentials
     */
    @Nullable String reason(Map<String, Object> changes) {
        if (changes.isEmpty()) {
            return null;
        }
        Set<String> conditions = desired.spec().isUsable() ? desired.spec().authenticationProperties() : Set.of();
        for (Map.Entry<String, Object> change : changes.entrySet()) {
            String name = change.getKey();
            if (isAddress(name)) {
                return name + " changes";
            }
            if (name.toLowerCase(Locale.ROOT).contains(AUTHENTICATION) || conditions.contains(name)) {
                return "the authentication changes (" + name + ")";
            }
            if (CredentialProperties.isUserName(name) && credentials.contains(name)) {
                return "the user name changes";
            }
            if (secretEntries.areIn(name, change.getValue())) {
                return "a list with secrets is sent (" + name + ")";
            }
        }
        if (held.credentialsId().isEmpty()) {
            return "the connection has no credentials yet";
        }
        return becomesRequired(changes) ? "the new values require credentials" : null;
    }

    private boolean becomesRequired(Map<String, Object> changes) {
        if (credentials.isEmpty() || !desired.spec().isUsable()) {
            return false;
        }
        Map<String, Object> values = new HashMap<>(held.properties());
        values.values().removeIf(value -> value == null);
        credentials.forEach(values::remove);
        Set<String> before = requiredCredentials(values);
        values.putAll(changes);
        credentials.forEach(values::remove);
        return !before.containsAll(requiredCredentials(values));
    }

    /** The credentials that the specification requires beside these values. */
    private Set<String> requiredCredentials(Map<String, Object> values) {
        ConnectionDraft.Builder draft = ConnectionDraft.builder(
                desired.draft().dataSourceId(), desired.draft().name());
        draft.setAll(values);
        Set<String> required = new HashSet<>();
        for (Violation violation : desired.spec().validate(draft.build()).violations()) {
            if (violation.code() == ViolationCode.REQUIRED) {
                violation.property().filter(credentials::contains).ifPresent(required::add);
            }
        }
        return required;
    }
}
