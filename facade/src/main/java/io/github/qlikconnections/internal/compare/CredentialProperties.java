package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.text.SecretNames;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.PropertySpec;
import io.github.qlikconnections.spec.PropertyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which properties of a draft are credentials: its secrets, the contents of its files, and the user name beside them. */
final class CredentialProperties {

    /** Properties that choose credentials, and are compared on their own. */
    private static final Set<String> SELECTIONS = Set.of(
            WireNames.SEPARATE_CREDENTIALS,
            WireNames.SELECTED_CREDENTIALS,
            WireNames.CREDENTIALS_NAME,
            WireNames.AUTH_CODE);

    /** User names in all spellings of the catalogue, letters only: the API keeps them with the credentials. */
    private static final Set<String> USER_NAMES = Set.of("username", "user", "userid", "email", "uid", "login");

    private final DesiredConnection desired;
    private final List<String> names;

    CredentialProperties(DesiredConnection desired) {
        this.desired = desired;
        ConnectionDraft draft = desired.draft();
        List<String> secrets = new ArrayList<>();
        for (Map.Entry<String, Object> property : draft.properties().entrySet()) {
            if (isSecret(property.getKey(), property.getValue())) {
                secrets.add(property.getKey());
            }
        }
        // A name alone says nothing; beside a secret it is the other half of the credentials.
        this.names = draft.properties().keySet().stream()
                .filter(name -> secrets.contains(name) || (!secrets.isEmpty() && isUserName(name)))
                .toList();
    }

    static boolean isSelection(String property) {
        return SELECTIONS.contains(property);
    }

    static boolean isUserName(String property) {
        return USER_NAMES.contains(property.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT));
    }

    /** The names, in the order of the draft. */
    List<String> names() {
        return names;
    }

    /** Whether the draft has a code of a sign-in, which the API takes for credentials. */
    boolean hasAuthCode() {
        return desired.draft().properties().get(WireNames.AUTH_CODE) instanceof Secret;
    }

    /** The names as a report shows them, with the code of a sign-in. */
    List<String> reportedNames() {
        return hasAuthCode()
                ? Stream.concat(names.stream(), Stream.of(WireNames.AUTH_CODE)).toList()
                : names;
    }

    /** Whether a property goes into separated credentials; a list of headers or parameters belongs to the connection. */
    boolean isSeparable(String property) {
        PropertySpec declared = desired.declared(property);
        boolean file = declared != null && declared.type() == PropertyType.FILE;
        return names.contains(property)
                && (file || !(desired.draft().properties().get(property) instanceof List<?>));
    }

    /** Whether the tenant shows by a blank value or a mask that it keeps a secret to itself. */
    boolean isWithheld(String property, Object wanted, Object returned) {
        return isUnreadable(property, wanted) && ValueComparison.isWithheld(returned);
    }

    private boolean isUnreadable(String property, Object value) {
        PropertySpec declared = desired.declared(property);
        return ValueComparison.holdsSecret(value) || (declared != null && declared.isMarkedSecret());
    }

    /** Why a property cannot be read back, null if it can. */
    @Nullable String unreadableReason(String property, Object value) {
        PropertySpec declared = desired.declared(property);
        if (desired.options().notReadable().contains(property)) {
            return "EnsureOptions.notReadable states that the tenant does not return this property.";
        }
        if (declared != null && declared.type() == PropertyType.FILE) {
            return "The content of a file cannot be read back.";
        }
        if (isUnreadable(property, value)) {
            return "A secret cannot be read back.";
        }
        return names.contains(property) && isUserName(property)
                ? "The tenant keeps the user name with the credentials, which cannot be read back."
                : null;
    }

    private boolean isSecret(String property, Object value) {
        if (isSelection(property)) {
            return false;
        }
        PropertySpec declared = desired.declared(property);
        return ValueComparison.holdsSecret(value)
                || (declared != null && (declared.type() == PropertyType.FILE || declared.isMarkedSecret()))
                || (value instanceof String && SecretNames.mayBeSecret(property));
    }
}
