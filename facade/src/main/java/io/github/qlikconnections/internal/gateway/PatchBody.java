package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.PatchOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the body and the header of a patch. */
final class PatchBody {

    private PatchBody() {}

    static List<io.github.qlikconnections.client.dataconnections.model.PatchOperation> of(ConnectionPatch patch) {
        return patch.operations().stream().map(PatchBody::operation).toList();
    }

    static List<Secret> secrets(ConnectionPatch patch) {
        List<Secret> secrets = new ArrayList<>();
        patch.operations()
                .forEach(operation -> operation.value().ifPresent(value -> JsonValues.collect(value, secrets)));
        patch.authCode().ifPresent(secrets::add);
        return secrets;
    }

    private static io.github.qlikconnections.client.dataconnections.model.PatchOperation operation(
            PatchOperation operation) {
        var body = new io.github.qlikconnections.client.dataconnections.model.PatchOperation();
        body.op = operation.op().name().toLowerCase(Locale.ROOT);
        body.path = operation.path();
        operation.value().ifPresent(value -> body.value = JsonValues.node(value));
        return body;
    }
}
