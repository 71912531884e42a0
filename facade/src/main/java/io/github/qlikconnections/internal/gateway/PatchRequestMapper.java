package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.databind.node.POJONode;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.PatchOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Maps a patch to the body of its request. Secrets remain {@link Secret}s until they are serialized. */
final class PatchRequestMapper {

    private PatchRequestMapper() {}

    static List<io.github.qlikconnections.client.dataconnections.model.PatchOperation> toRequest(
            ConnectionPatch patch) {
        return ResponseLists.map(patch.operations(), PatchRequestMapper::toOperation);
    }

    static List<Secret> secrets(ConnectionPatch patch) {
        List<Secret> secrets = new ArrayList<>();
        for (PatchOperation operation : patch.operations()) {
            SecretCollector.collect(operation.value().orElse(null), secrets);
        }
        SecretCollector.collect(patch.authCode().orElse(null), secrets);
        return secrets;
    }

    private static io.github.qlikconnections.client.dataconnections.model.PatchOperation toOperation(
            PatchOperation operation) {
        var request = new io.github.qlikconnections.client.dataconnections.model.PatchOperation();
        request.op = operation.op().name().toLowerCase(Locale.ROOT);
        request.path = operation.path();
        if (operation.value().isPresent()) {
            request.value = new POJONode(operation.value().get());
        }
        return request;
    }
}
