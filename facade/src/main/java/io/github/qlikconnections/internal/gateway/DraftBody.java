package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.client.dataconnections.model.ConnectionCreate;
import io.github.qlikconnections.client.dataconnections.model.DcaasConnectionCreate;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the body of a create out of a draft. Secrets stay {@link Secret}s in it until they are written to the wire. */
final class DraftBody {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DraftBody() {}

    /** One of the two bodies of {@code createDataConnection}. */
    static Object of(ConnectionDraft draft, @Nullable String spaceId) {
        return draft.connectStatement()
                .<Object>map(statement -> statementBody(draft, statement, spaceId))
                .orElseGet(() -> propertiesBody(draft, spaceId));
    }

    /** Every secret that the body holds. */
    static List<Secret> secrets(ConnectionDraft draft) {
        List<Secret> secrets = new ArrayList<>();
        JsonValues.collect(draft.properties(), secrets);
        draft.connectStatement().ifPresent(statement -> {
            statement.password().ifPresent(secrets::add);
            statement.connectionSecret().ifPresent(secrets::add);
        });
        return secrets;
    }

    /** The body that asks only for the address of an interactive sign-in. */
    static DcaasConnectionCreate signIn(ConnectionDraft draft, @Nullable String spaceId) {
        DcaasConnectionCreate body =
                propertiesBody(draft.toBuilder().set("authCode", "").build(), spaceId);
        body.setAuthUrlOnly(true);
        return body;
    }

    private static DcaasConnectionCreate propertiesBody(ConnectionDraft draft, @Nullable String spaceId) {
        DcaasConnectionCreate body = new DcaasConnectionCreate();
        body.setDataSourceId(draft.dataSourceId());
        body.setqName(draft.name());
        if (spaceId != null) {
            body.setSpace(spaceId);
        }
        if (!draft.tags().isEmpty()) {
            body.setTags(draft.tags());
        }
        body.setConnectionProperties(JsonValues.node(draft.properties()));
        return body;
    }

    private static ObjectNode statementBody(
            ConnectionDraft draft, ConnectStatement statement, @Nullable String spaceId) {
        ObjectNode body = NODES.objectNode();
        body.put(ConnectionCreate.JSON_PROPERTY_Q_NAME, draft.name());
        body.put(ConnectionCreate.JSON_PROPERTY_Q_TYPE, statement.type());
        body.put(ConnectionCreate.JSON_PROPERTY_Q_CONNECT_STATEMENT, statement.text());
        body.put(ConnectionCreate.JSON_PROPERTY_DATASOURCE_I_D, draft.dataSourceId());
        if (spaceId != null) {
            body.put(ConnectionCreate.JSON_PROPERTY_SPACE, spaceId);
        }
        if (!draft.tags().isEmpty()) {
            body.set(ConnectionCreate.JSON_PROPERTY_TAGS, JsonValues.node(draft.tags()));
        }
        statement.username().ifPresent(v -> body.put(ConnectionCreate.JSON_PROPERTY_Q_USERNAME, v));
        statement.password().ifPresent(v -> body.putPOJO(ConnectionCreate.JSON_PROPERTY_Q_PASSWORD, v));
        statement
                .connectionSecret()
                .ifPresent(v -> body.putPOJO(ConnectionCreate.JSON_PROPERTY_Q_CONNECTION_SECRET, v));
        statement.logOn().ifPresent(v -> body.put(ConnectionCreate.JSON_PROPERTY_Q_LOG_ON, v));
        statement.architecture().ifPresent(v -> body.put(ConnectionCreate.JSON_PROPERTY_Q_ARCHITECTURE, v));
        statement
                .separateCredentials()
                .ifPresent(v -> body.put(ConnectionCreate.JSON_PROPERTY_Q_SEPARATE_CREDENTIALS, v));
        statement.credentialsId().ifPresent(v -> body.put(ConnectionCreate.JSON_PROPERTY_Q_CREDENTIALS_I_D, v));
        statement.credentialsName().ifPresent(v -> body.put(ConnectionCreate.JSON_PROPERTY_Q_CREDENTIALS_NAME, v));
        statement.connectionId().ifPresent(v -> body.put(ConnectionCreate.JSON_PROPERTY_Q_I_D, v));
        statement.engineObjectId().ifPresent(v -> body.put(ConnectionCreate.JSON_PROPERTY_Q_ENGINE_OBJECT_I_D, v));
        statement.owner().ifPresent(v -> body.put(ConnectionCreate.JSON_PROPERTY_OWNER, v));
        statement.qri().ifPresent(v -> body.put(ConnectionCreate.JSON_PROPERTY_QRI_IN_REQUEST, v));
        return body;
    }
}
