package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.internal.text.UserNames;
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

/** Decides whether a change of properties requires the inline credentials of the draft in the same request. */
final class CredentialRequirement {

    /** The API requires credentials if one of these properties changes. */
    private static final Set<String> ADDRESSES = Set.of("host", "server", "url");

    private static final String AUTHENTICATION = "auth";

    private final DesiredConnection desired;
    private final DataConnection current;
    private final List<String> credentials;
    private final ListEntrySecrets listSecrets;

    CredentialRequirement(DesiredConnection desired, DataConnection current, List<String> credentials) {
        this.desired = desired;
        this.current = current;
        this.credentials = credentials;
        this.listSecrets = new ListEntrySecrets(desired::isMarkedSecret);
    }

    static boolean isAddress(String property) {
        return ADDRESSES.contains(property.toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the reason why a request with these changes requires credentials.
     *
     * @param changes the new values by property
     * @return a clause for messages, or null if no credentials are required
     */
    @Nullable String findReason(Map<String, Object> changes) {
        if (changes.isEmpty()) {
            return null;
        }
        Set<String> authenticationProperties =
                desired.spec().isUsable() ? desired.spec().authenticationProperties() : Set.of();
        for (Map.Entry<String, Object> change : changes.entrySet()) {
            String name = change.getKey();
            if (isAddress(name)) {
                return name + " changes";
            }
            if (name.toLowerCase(Locale.ROOT).contains(AUTHENTICATION) || authenticationProperties.contains(name)) {
                return "the authentication changes (" + name + ")";
            }
            if (UserNames.isUserName(name) && credentials.contains(name)) {
                return "the user name changes";
            }
            if (listSecrets.hasSecretEntry(name, change.getValue())) {
                return "a list with secrets is sent (" + name + ")";
            }
        }
        if (current.credentialsId().isEmpty()) {
            return "the connection has no credentials yet";
        }
        return hasNewRequiredCredentials(changes) ? "the new values require credentials" : null;
    }

    private boolean hasNewRequiredCredentials(Map<String, Object> changes) {
        if (credentials.isEmpty() || !desired.spec().isUsable()) {
            return false;
        }
        Map<String, Object> values = new HashMap<>(current.properties());
        values.values().removeIf(value -> value == null);
        credentials.forEach(values::remove);
        Set<String> requiredBefore = findRequiredCredentials(values);
        values.putAll(changes);
        credentials.forEach(values::remove);
        return !requiredBefore.containsAll(findRequiredCredentials(values));
    }

    /** Returns the credential properties that the specification requires in addition to these values. */
    private Set<String> findRequiredCredentials(Map<String, Object> values) {
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
