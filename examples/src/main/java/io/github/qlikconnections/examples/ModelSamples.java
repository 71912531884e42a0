package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;

/** Members that the library does not model, as {@code docs/models.md} shows them. */
final class ModelSamples {

    private ModelSamples() {}

    static Object readAndWrite(QlikClient qlik, String id) {
        DataConnection connection = qlik.dataConnections().get(id);
        Object version = connection.additionalMembers().get("version");

        ConnectionDraft draft = ConnectionDraft.builder("rest", "Orders API")
                .set("url", "https://api.example.com/orders")
                .additionalMember("description", "Orders of all shops")
                .build();
        qlik.dataConnections().create(draft);
        return version;
    }
}
