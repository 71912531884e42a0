package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.client.dataconnections.model.ConnectionUpdate;
import io.github.qlikconnections.model.ConnectionReplacement;
import org.jspecify.annotations.Nullable;

/** Makes the body of a replacement. */
final class ReplaceRequestMapper {

    private ReplaceRequestMapper() {}

    static ConnectionUpdate of(String connectionId, ConnectionReplacement replacement, @Nullable String spaceId) {
        ConnectionUpdate body = new ConnectionUpdate();
        body.qID = connectionId;
        body.qEngineObjectID = connectionId;
        body.qName = replacement.name();
        body.qType = replacement.connectorType();
        body.qConnectStatement = replacement.connectStatement();
        body.datasourceID = replacement.dataSourceId().orElse(null);
        body.qLogOn = replacement.logOn().orElse(null);
        body.qArchitecture = replacement.architecture().orElse(null);
        body.qSeparateCredentials = replacement.separateCredentials().orElse(null);
        body.qCredentialsID = replacement.credentialsId().orElse(null);
        body.qConnectionSecret = replacement.connectionSecret().orElse(null);
        body.space = spaceId;
        return body;
    }
}
