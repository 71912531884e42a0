package io.github.qlikconnections.testkit.internal.connections;

import io.github.qlikconnections.testkit.internal.connections.PatchDocument.Change;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import java.util.Locale;
import java.util.Set;

/** Restrictions on patches of connections, which the service has enforced since July 2026. */
final class PatchRestrictions {

    private static final Set<String> ADDRESS = Set.of("host", "server", "url");

    private final ConnectionEntity connection;
    private final PatchDocument patch;
    private final PropertyTransforms forms;
    private final boolean hasAuthCode;

    PatchRestrictions(ConnectionEntity connection, PatchDocument patch, PropertyTransforms forms, boolean hasAuthCode) {
        this.connection = connection;
        this.patch = patch;
        this.forms = forms;
        this.hasAuthCode = hasAuthCode;
    }

    void check() {
        boolean statement = patch.any(change -> change.isUnder("qConnectStatement"));
        if (statement && patch.any(change -> change.isUnder("connectionProperties"))) {
            throw ApiErrorException.badRequest("Change either qConnectStatement or connectionProperties, not both");
        }
        if (patch.any(change -> change.isAt("qPassword")) && patch.any(this::isPropertyPassword)) {
            throw ApiErrorException.badRequest("Send either qPassword or a password property, not both");
        }
        // The separate credentials of users cannot be sent. They are unassigned instead.
        if (connection.separateCredentials || hasCredentials()) {
            return;
        }
        if (patch.any(this::changesStatement)) {
            throw ApiErrorException.badRequest("Changing qConnectStatement requires credentials in the same request");
        }
        if (changesAddress()) {
            throw ApiErrorException.badRequest("Changing host, server or url requires credentials in the same request");
        }
    }

    /** Returns whether the patch changes the address of the connection. */
    boolean changesAddress() {
        return patch.any(change -> ADDRESS.contains(change.property())
                && !forms.stored(change.property(), change.value())
                        .asText()
                        .equals(connection.properties.path(change.property()).asText()));
    }

    private boolean changesStatement(Change change) {
        return change.isAt("qConnectStatement")
                && !change.value().asText().equals(connection.connectStatement(forms.shown(connection)));
    }

    private boolean hasCredentials() {
        return hasAuthCode
                || patch.any(change -> change.hasValue()
                        && (change.isAt("qPassword")
                                || change.property().equals("selectedCredentials")
                                || isSecretProperty(change)));
    }

    private boolean isSecretProperty(Change change) {
        return !change.property().isEmpty() && connection.source.isSecret(change.property());
    }

    private boolean isPropertyPassword(Change change) {
        return isSecretProperty(change)
                && change.property().toLowerCase(Locale.ROOT).contains("password");
    }
}
