package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.client.dataconnections.model.ConnectionUpdate;
import io.github.qlikconnections.model.ConnectionReplacement;
import org.jspecify.annotations.Nullable;

/** Makes the body of a replacement. */
final class ReplacementBody {

    private ReplacementBody() {}

    static ConnectionUpdate of(String connectionId, ConnectionReplacement replacement, @Nullable String spaceId) {
        ConnectionUpdate body = new ConnectionUpdate();
        body.setqID(connectionId);
        body.setqEngineObjectID(connectionId);
        body.setqName(replacement.name());
        body.setqType(replacement.connectorType());
        body.setqConnectStatement(replacement.connectStatement());
        replacement.dataSourceId().ifPresent(body::setDatasourceID);
        replacement.credentialsId().ifPresent(body::setqCredentialsID);
        replacement.connectionSecret().map(Secret::reveal).ifPresent(body::setqConnectionSecret);
        if (spaceId != null) {
            body.setSpace(spaceId);
        }
        return body;
    }
}
