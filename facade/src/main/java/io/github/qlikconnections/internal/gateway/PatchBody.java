package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.client.dataconnections.model.PatchOperation.OpEnum;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.PatchOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the body and the header of a patch. */
final class PatchBody {

    private PatchBody() {}

    static List<io.github.qlikconnections.client.dataconnections.model.PatchOperation> of(ConnectionPatch patch) {
        return patch.operations().stream().map(PatchBody::operation).toList();
    }

    static Map<String, String> headers(ConnectionPatch patch) {
        return patch.authCode()
                .map(code -> Map.of("qlik-auth-code", code.reveal()))
                .orElse(Map.of());
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
        body.setOp(
                switch (operation.op()) {
                    case ADD -> OpEnum.ADD;
                    case REPLACE -> OpEnum.REPLACE;
                    case REMOVE -> OpEnum.REMOVE;
                });
        body.setPath(operation.path());
        operation.value().map(JsonValues::node).ifPresent((JsonNode value) -> body.setValue(value));
        return body;
    }
}
