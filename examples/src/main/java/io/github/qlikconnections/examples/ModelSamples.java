package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.Space;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Models in web services, and members that the library does not model, as {@code docs/guides/models.md} shows them. */
final class ModelSamples {

    private ModelSamples() {}

    /** A handler of a web service: its framework writes the map as JSON. */
    static Map<String, Object> response(QlikClient qlik, String id) {
        DataConnection connection = qlik.dataConnections().getWithProperties(id);
        return connection.toMap();
    }

    static @Nullable Object readAndWrite(QlikClient qlik) {
        Space space = qlik.spaces().findByName("Finance").orElseThrow();
        Object createdBy = space.additionalMembers().get("createdBy");

        ConnectionDraft draft = ConnectionDraft.builder("rest", "Orders API")
                .set("url", "https://api.example.com/orders")
                .additionalMember("description", "Orders of all shops")
                .build();
        qlik.dataConnections().create(draft);
        return createdBy;
    }
}
