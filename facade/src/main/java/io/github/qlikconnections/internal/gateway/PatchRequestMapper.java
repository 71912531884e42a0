package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.databind.node.POJONode;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.PatchOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the body and the header of a patch. */
final class PatchRequestMapper {

    private PatchRequestMapper() {}

    static List<io.github.qlikconnections.client.dataconnections.model.PatchOperation> of(ConnectionPatch patch) {
        return ResponseLists.each(patch.operations(), PatchRequestMapper::operation);
    }

    static List<Secret> secrets(ConnectionPatch patch) {
        List<Secret> secrets = new ArrayList<>();
        for (PatchOperation operation : patch.operations()) {
            SecretCollector.collect(operation.value().orElse(null), secrets);
        }
        SecretCollector.collect(patch.authCode().orElse(null), secrets);
        return secrets;
    }

    private static io.github.qlikconnections.client.dataconnections.model.PatchOperation operation(
            PatchOperation operation) {
        var body = new io.github.qlikconnections.client.dataconnections.model.PatchOperation();
        body.op = operation.op().name().toLowerCase(Locale.ROOT);
        body.path = operation.path();
        if (operation.value().isPresent()) {
            body.value = new POJONode(operation.value().get());
        }
        return body;
    }
}
