package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.databind.node.POJONode;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.client.dataconnections.model.ConnectionCreate;
import io.github.qlikconnections.client.dataconnections.model.DcaasConnectionCreate;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps a draft to the body of a create request. Secrets remain {@link Secret}s until they are serialized. */
final class CreateRequestMapper {

    private CreateRequestMapper() {}

    /** Returns one of the two request types of {@code createDataConnection}. */
    static Object toRequest(ConnectionDraft draft, @Nullable String spaceId) {
        ConnectStatement statement = draft.connectStatement().orElse(null);
        return statement == null ? toPropertiesRequest(draft, spaceId) : toStatementRequest(draft, statement, spaceId);
    }

    /** Returns all secrets of the request. */
    static List<Secret> secrets(ConnectionDraft draft) {
        List<Secret> secrets = new ArrayList<>();
        SecretCollector.collect(draft.properties(), secrets);
        SecretCollector.collect(draft.additionalMembers(), secrets);
        ConnectStatement statement = draft.connectStatement().orElse(null);
        if (statement != null) {
            SecretCollector.collect(statement.password().orElse(null), secrets);
            SecretCollector.collect(statement.connectionSecret().orElse(null), secrets);
        }
        return secrets;
    }

    /** Returns the names of the additional members that are or contain a secret. */
    static Set<String> secretMembers(ConnectionDraft draft) {
        Set<String> names = new LinkedHashSet<>(draft.additionalMembers().keySet());
        names.removeIf(
                name -> !SecretCollector.hasSecret(draft.additionalMembers().get(name)));
        return names;
    }

    /** Returns a request that asks only for the URL of an interactive sign-in. It has no additional member with a secret. */
    static DcaasConnectionCreate toOAuthRequest(ConnectionDraft draft, @Nullable String spaceId) {
        DcaasConnectionCreate request = toPropertiesRequest(
                draft.toBuilder().set(WireNames.AUTH_CODE, "").build(), spaceId);
        request.authUrlOnly = true;
        Map<String, Object> members = new LinkedHashMap<>(draft.additionalMembers());
        members.keySet().removeAll(secretMembers(draft));
        request.additionalMembers = members;
        return request;
    }

    private static DcaasConnectionCreate toPropertiesRequest(ConnectionDraft draft, @Nullable String spaceId) {
        DcaasConnectionCreate request = new DcaasConnectionCreate();
        request.dataSourceId = draft.dataSourceId();
        request.qName = draft.name();
        request.space = spaceId;
        request.tags = tags(draft);
        request.connectionProperties = new POJONode(draft.properties());
        request.additionalMembers = draft.additionalMembers();
        return request;
    }

    private static ConnectionCreate toStatementRequest(
            ConnectionDraft draft, ConnectStatement statement, @Nullable String spaceId) {
        ConnectionCreate request = new ConnectionCreate();
        request.qName = draft.name();
        request.qType = statement.type();
        request.qConnectStatement = statement.text();
        request.datasourceID = draft.dataSourceId();
        request.space = spaceId;
        request.tags = tags(draft);
        request.qUsername = statement.username().orElse(null);
        request.qPassword = statement.password().orElse(null);
        request.qConnectionSecret = statement.connectionSecret().orElse(null);
        request.qLogOn = statement.logOn().orElse(null);
        request.qArchitecture = statement.architecture().orElse(null);
        request.qSeparateCredentials = statement.separateCredentials().orElse(null);
        request.qCredentialsID = statement.credentialsId().orElse(null);
        request.qCredentialsName = statement.credentialsName().orElse(null);
        request.qID = statement.connectionId().orElse(null);
        request.qEngineObjectID = statement.engineObjectId().orElse(null);
        request.owner = statement.owner().orElse(null);
        request.qriInRequest = statement.qri().orElse(null);
        request.additionalMembers = draft.additionalMembers();
        return request;
    }

    /** Returns the tags without automatic ones, and with exactly one for the version of the secrets if there is a version. */
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
