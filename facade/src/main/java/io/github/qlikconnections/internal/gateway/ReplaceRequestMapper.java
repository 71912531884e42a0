package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.client.dataconnections.model.ConnectionUpdate;
import io.github.qlikconnections.model.ConnectionReplacement;
import org.jspecify.annotations.Nullable;

/** Maps the arguments of a replace call to the body of its request. */
final class ReplaceRequestMapper {

    private ReplaceRequestMapper() {}

    static ConnectionUpdate toRequest(
            String connectionId, ConnectionReplacement replacement, @Nullable String spaceId) {
        ConnectionUpdate request = new ConnectionUpdate();
        request.qID = connectionId;
        request.qEngineObjectID = connectionId;
        request.qName = replacement.name();
        request.qType = replacement.connectorType();
        request.qConnectStatement = replacement.connectStatement();
        request.datasourceID = replacement.dataSourceId().orElse(null);
        request.qLogOn = replacement.logOn().orElse(null);
        request.qArchitecture = replacement.architecture().orElse(null);
        request.qSeparateCredentials = replacement.separateCredentials().orElse(null);
        request.qCredentialsID = replacement.credentialsId().orElse(null);
        request.qConnectionSecret = replacement.connectionSecret().orElse(null);
        request.space = spaceId;
        request.additionalMembers = replacement.additionalMembers();
        return request;
    }
}
