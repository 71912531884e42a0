package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.qlikconnections.testkit.internal.connections.PatchDocument.Change;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.Routes.RoutedCall;
import io.github.qlikconnections.testkit.internal.sources.PropertySchemaValidator;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Handles {@code PATCH /api/v1/data-connections/{qID}} atomically. */
final class PatchConnectionHandler {

    private final ConnectionAccess access;
    private final ConnectionStore connections;
    private final CredentialStore credentials;
    private final CredentialAssigner choice;
    private final PropertySchemaValidator validator;
    private final PropertyTransforms forms;
    private final Clock clock;

    PatchConnectionHandler(
            ConnectionAccess access,
            ConnectionStore connections,
            CredentialStore credentials,
            CredentialAssigner choice,
            PropertySchemaValidator validator,
            PropertyTransforms forms,
            Clock clock) {
        this.access = access;
        this.connections = connections;
        this.credentials = credentials;
        this.choice = choice;
        this.validator = validator;
        this.forms = forms;
        this.clock = clock;
    }

    Response patch(RoutedCall call) {
        ConnectionAccess.requireUuid(call);
        ConnectionEntity before = access.writable(call, false);
        PatchDocument patch = PatchDocument.parse(call.request().json());
        Optional<String> authCode = call.request().header("qlik-auth-code").filter(code -> !code.isBlank());
        PatchRestrictions rules =
                new PatchRestrictions(before, patch, forms, authCode.isPresent() && before.source.supportsOAuth());
        rules.check();

        ConnectionEntity after = before.copy();
        ObjectNode secrets = Json.object();
        ObjectNode chosen = Json.object();
        ObjectNode properties = allProperties(before);
        for (Change change : patch.changes()) {
            if (change.isUnder("connectionProperties")) {
                applyToProperty(change, properties);
                if (isChoice(change.property())) {
                    chosen.set(change.property(), change.value());
                }
            } else {
                applyToMember(change, after, secrets);
            }
        }
        authCode.ifPresent(code -> secrets.put("authCode", code));
        after.updated = clock.instant();
        if (patch.any(change -> change.isUnder("connectionProperties"))) {
            validator.validate(after.source, patch.properties(), properties);
            SplitProperties parts = SplitProperties.split(after.source, properties);
            after.properties = parts.plain();
            after.statement = null;
            forms.applyTo(after, patch.properties());
            secrets.setAll(parts.secret());
        }
        after.separateCredentials = patch.any(change -> change.property().equals("separateCredentials"))
                ? Json.truth(after.properties.path("separateCredentials"))
                : before.separateCredentials || patch.any(PatchConnectionHandler::choosesCredential);
        JsonNode stated = after.properties.path("separateCredentials");
        if (!stated.isMissingNode() && Json.truth(stated) != after.separateCredentials) {
            after.properties.put("separateCredentials", after.separateCredentials);
        }
        connections.requireFreeName(after);
        updateCredential(before, after, chosen, secrets, patch.properties(), rules.changesAddress());
        connections.put(after);
        return Response.empty(204);
    }

    /** A credential that is selected by name or id is separate, even if the patch does not set separateCredentials. */
    private static boolean choosesCredential(Change change) {
        return isChoice(change.property()) && change.hasValue();
    }

    private static boolean isChoice(String property) {
        return property.equals("selectedCredentials") || property.equals("credentialsName");
    }

    /** Returns the properties with the embedded secrets, whose items can be changed by index. */
    private ObjectNode allProperties(ConnectionEntity connection) {
        ObjectNode all = connection.properties.deepCopy();
        if (!connection.separateCredentials) {
            credentials.find(connection.credentialId).ifPresent(credential -> {
                all.setAll(credential.secrets.deepCopy());
                all.remove(List.of("qUsername", "qPassword"));
            });
        }
        return all;
    }

    private void updateCredential(
            ConnectionEntity before,
            ConnectionEntity after,
            ObjectNode chosen,
            ObjectNode secrets,
            Set<String> changed,
            boolean addressChanged) {
        if (!after.separateCredentials) {
            boolean none = after.credentialId == null && !secrets.isEmpty();
            if (before.separateCredentials || none) {
                choice.embed(after, secrets);
            } else {
                choice.update(after.credentialId, secrets, changed);
            }
        } else if (!chosen.isEmpty() || !before.separateCredentials) {
            choice.separate(after, chosen, secrets);
            if (!before.separateCredentials) {
                choice.release(before.credentialId);
            }
        } else if (addressChanged) {
            // The credentials of the users are for the previous address.
            after.credentialId = null;
        } else {
            choice.update(after.credentialId, secrets, changed);
        }
    }

    private void applyToMember(Change change, ConnectionEntity connection, ObjectNode secrets) {
        if (change.isAt("qName")) {
            connection.name = ConnectionFields.name(text(change));
        } else if (change.isAt("tags")) {
            connection.tags = ConnectionFields.tags(change.value(), ConnectionFields.MAX_TAGS);
        } else if (change.isAt("qPassword") || change.isAt("qUsername")) {
            secrets.put(change.path().get(0), text(change));
        } else if (change.isAt("qConnectStatement")) {
            String statement = text(change);
            connection.properties = ConnectStatementCodec.parse(statement, connection.source)
                    .orElseThrow(
                            () -> ApiErrorException.badRequest("The new qConnectStatement is not a connect statement"));
            connection.statement = statement;
            forms.applyToAll(connection);
        } else {
            throw unknown(change);
        }
    }

    private static String text(Change change) {
        if (!change.value().isTextual()) {
            throw ApiErrorException.badRequest(
                    "/" + String.join("/", change.path()) + " cannot be removed and must be a string");
        }
        return change.value().textValue();
    }

    private static void applyToProperty(Change change, ObjectNode properties) {
        List<String> path = change.path();
        String name = change.property();
        if (path.size() == 2 && change.removes()) {
            if (properties.remove(name) == null) {
                throw unknown(change);
            }
        } else if (path.size() == 2) {
            properties.set(name, change.value());
        } else if (path.size() == 4 && properties.get(name) instanceof ArrayNode items) {
            applyToItem(change, items);
        } else {
            throw unknown(change);
        }
    }

    /** Changes a member of a file or of a name and value pair: {@code /connectionProperties/keyFile/0/value}. */
    private static void applyToItem(Change change, ArrayNode items) {
        String index = change.path().get(2);
        String member = change.path().get(3);
        JsonNode item = index.matches("\\d{1,4}") ? items.path(Integer.parseInt(index)) : items.path(-1);
        boolean known = member.equals("name") || member.equals("value");
        if (!known || !(item instanceof ObjectNode object) || !(change.value() instanceof TextNode value)) {
            throw unknown(change);
        }
        object.set(member, value);
    }

    private static ApiErrorException unknown(Change change) {
        return ApiErrorException.badRequest("/" + String.join("/", change.path()) + " cannot be changed in this way");
    }
}
