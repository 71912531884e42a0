package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.text.SecretNames;
import io.github.qlikconnections.internal.text.UserNames;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.internal.wire.WithheldValue;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.PropertySpec;
import io.github.qlikconnections.spec.PropertyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Determines which properties of a draft are credentials: secrets, contents of files, and the user name that belongs to a secret. */
final class CredentialProperties {

    /** Properties that select credentials. {@link CredentialSelectionComparison} compares them. */
    private static final Set<String> SELECTION_PROPERTIES = Set.of(
            WireNames.SEPARATE_CREDENTIALS,
            WireNames.SELECTED_CREDENTIALS,
            WireNames.CREDENTIALS_NAME,
            WireNames.AUTH_CODE);

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
        // A user name is a credential only together with a secret.
        this.names = draft.properties().keySet().stream()
                .filter(name -> secrets.contains(name) || (!secrets.isEmpty() && UserNames.isUserName(name)))
                .toList();
    }

    static boolean isCredentialSelection(String property) {
        return SELECTION_PROPERTIES.contains(property);
    }

    /** Returns the names of the credential properties, in the order of the draft. */
    List<String> names() {
        return names;
    }

    /** Returns whether the draft has a sign-in code, which the API accepts as credentials. */
    boolean hasAuthCode() {
        return desired.draft().properties().get(WireNames.AUTH_CODE) instanceof Secret;
    }

    /** Returns the names for a report, including the sign-in code. */
    List<String> reportedNames() {
        return hasAuthCode()
                ? Stream.concat(names.stream(), Stream.of(WireNames.AUTH_CODE)).toList()
                : names;
    }

    /** Returns whether a property is stored in separated credentials. A list of headers or parameters is stored in the connection. */
    boolean isSeparable(String property) {
        PropertySpec propertySpec = desired.propertySpec(property);
        boolean isFile = propertySpec != null && propertySpec.type() == PropertyType.FILE;
        return names.contains(property)
                && (isFile || !(desired.draft().properties().get(property) instanceof List<?>));
    }

    /** Returns whether the tenant withholds a secret: it returned a blank value or a mask. */
    boolean isWithheld(String property, Object expected, Object actual) {
        return isUnreadable(property, expected) && WithheldValue.isWithheld(actual);
    }

    private boolean isUnreadable(String property, Object value) {
        PropertySpec propertySpec = desired.propertySpec(property);
        return ValueComparison.hasSecret(value) || (propertySpec != null && propertySpec.isMarkedSecret());
    }

    /** Returns the reason why a property cannot be read back, or null if it can. */
    @Nullable String unreadableReason(String property, Object value) {
        PropertySpec propertySpec = desired.propertySpec(property);
        if (desired.options().notReadable().contains(property)) {
            return "EnsureOptions.notReadable states that the tenant does not return this property.";
        }
        if (propertySpec != null && propertySpec.type() == PropertyType.FILE) {
            return "The content of a file cannot be read back.";
        }
        if (isUnreadable(property, value)) {
            return "A secret cannot be read back.";
        }
        return names.contains(property) && UserNames.isUserName(property)
                ? "The tenant keeps the user name with the credentials, which cannot be read back."
                : null;
    }

    private boolean isSecret(String property, Object value) {
        if (isCredentialSelection(property)) {
            return false;
        }
        PropertySpec propertySpec = desired.propertySpec(property);
        return ValueComparison.hasSecret(value)
                || (propertySpec != null && (propertySpec.type() == PropertyType.FILE || propertySpec.isMarkedSecret()))
                || (value instanceof String && SecretNames.mayBeSecret(property));
    }
}
