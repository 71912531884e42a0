package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.databind.node.POJONode;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.client.dataconnections.model.ConnectionCreate;
import io.github.qlikconnections.client.dataconnections.model.DcaasConnectionCreate;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the body of a create out of a draft. Secrets stay {@link Secret}s in it until they are written to the wire. */
final class CreateRequestMapper {

    private CreateRequestMapper() {}

    /** One of the two bodies of {@code createDataConnection}. */
    static Object of(ConnectionDraft draft, @Nullable String spaceId) {
        ConnectStatement statement = draft.connectStatement().orElse(null);
        return statement == null ? propertiesBody(draft, spaceId) : statementBody(draft, statement, spaceId);
    }

    /** Every secret that the body holds. */
    static List<Secret> secrets(ConnectionDraft draft) {
        List<Secret> secrets = new ArrayList<>();
        SecretCollector.collect(draft.properties(), secrets);
        ConnectStatement statement = draft.connectStatement().orElse(null);
        if (statement != null) {
            SecretCollector.collect(statement.password().orElse(null), secrets);
            SecretCollector.collect(statement.connectionSecret().orElse(null), secrets);
        }
        return secrets;
    }

    /** The body that asks only for the address of an interactive sign-in. */
    static DcaasConnectionCreate signIn(ConnectionDraft draft, @Nullable String spaceId) {
        DcaasConnectionCreate body =
                propertiesBody(draft.toBuilder().set(WireNames.AUTH_CODE, "").build(), spaceId);
        body.authUrlOnly = true;
        return body;
    }

    private static DcaasConnectionCreate propertiesBody(ConnectionDraft draft, @Nullable String spaceId) {
        DcaasConnectionCreate body = new DcaasConnectionCreate();
        body.dataSourceId = draft.dataSourceId();
        body.qName = draft.name();
        body.space = spaceId;
        body.tags = tags(draft);
        body.connectionProperties = new POJONode(draft.properties());
        return body;
    }

    private static ConnectionCreate statementBody(
            ConnectionDraft draft, ConnectStatement statement, @Nullable String spaceId) {
        ConnectionCreate body = new ConnectionCreate();
        body.qName = draft.name();
        body.qType = statement.type();
        body.qConnectStatement = statement.text();
        body.datasourceID = draft.dataSourceId();
        body.space = spaceId;
        body.tags = tags(draft);
        body.qUsername = statement.username().orElse(null);
        body.qPassword = statement.password().orElse(null);
        body.qConnectionSecret = statement.connectionSecret().orElse(null);
        body.qLogOn = statement.logOn().orElse(null);
        body.qArchitecture = statement.architecture().orElse(null);
        body.qSeparateCredentials = statement.separateCredentials().orElse(null);
        body.qCredentialsID = statement.credentialsId().orElse(null);
        body.qCredentialsName = statement.credentialsName().orElse(null);
        body.qID = statement.connectionId().orElse(null);
        body.qEngineObjectID = statement.engineObjectId().orElse(null);
        body.owner = statement.owner().orElse(null);
        body.qriInRequest = statement.qri().orElse(null);
        return body;
    }

    /** The tags without automatic ones, and exactly one with the version of the secrets if there is a version. */
    private static @Nullable List<String> tags(ConnectionDraft draft) {
        List<String> tags = new ArrayList<>();
        String version = draft.secretsVersion()
                .map(value -> WireNames.SECRETS_VERSION_TAG + value)
                .orElse(null);
        for (String tag : draft.tags()) {
            if (tag.startsWith(WireNames.SECRETS_VERSION_TAG)) {
                version = draft.secretsVersion().isPresent() ? version : tag;
            } else if (!tag.startsWith(WireNames.AUTOMATIC_TAG)) {
                tags.add(tag);
            }
        }
        if (version != null) {
            tags.add(version);
        }
        return tags.isEmpty() ? null : tags;
    }
}
