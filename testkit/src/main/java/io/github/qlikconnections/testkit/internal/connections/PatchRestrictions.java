package io.github.qlikconnections.testkit.internal.connections;

import io.github.qlikconnections.testkit.internal.connections.PatchDocument.Change;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import java.util.Locale;
import java.util.Set;

/** What the service has refused in a patch of a connection since July 2026. */
final class PatchRestrictions {

    private static final Set<String> ADDRESS = Set.of("host", "server", "url");

    private final ConnectionEntity connection;
    private final PatchDocument patch;
    private final PropertyTransforms forms;
    private final boolean authCodeGiven;

    PatchRestrictions(ConnectionEntity connection, PatchDocument patch, PropertyTransforms forms, boolean authCodeGiven) {
        this.connection = connection;
        this.patch = patch;
        this.forms = forms;
        this.authCodeGiven = authCodeGiven;
    }

    void check() {
        boolean statement = patch.any(change -> change.isUnder("qConnectStatement"));
        if (statement && patch.any(change -> change.isUnder("connectionProperties"))) {
            throw ApiErrorException.badRequest("Change either qConnectStatement or connectionProperties, not both");
        }
        if (patch.any(change -> change.isAt("qPassword")) && patch.any(this::isPropertyPassword)) {
            throw ApiErrorException.badRequest("Give either qPassword or a password property, not both");
        }
        // Nobody can send the credentials that each user keeps apart: those are let go instead.
        if (connection.separateCredentials || givesCredentials()) {
            return;
        }
        if (patch.any(this::changesStatement)) {
            throw ApiErrorException.badRequest("Changing qConnectStatement needs credentials in the same request");
        }
        if (changesAddress()) {
            throw ApiErrorException.badRequest("Changing host, server or url needs credentials in the same request");
        }
    }

    /** Whether the connection would lead somewhere else afterwards. */
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

    private boolean givesCredentials() {
        return authCodeGiven
                || patch.any(change -> change.gives()
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
