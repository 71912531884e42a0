package io.github.qlikconnections.testkit.internal.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.sources.DataSourceDefinition;
import java.util.Set;

/** Splits connection properties into those that responses may contain and secrets. */
record SplitProperties(ObjectNode plain, ObjectNode secret) {

    /** Properties that select a credential. They are not stored, because the credential id is. */
    private static final Set<String> CHOICES = Set.of("selectedCredentials", "credentialsName");

    static SplitProperties split(DataSourceDefinition source, ObjectNode properties) {
        ObjectNode plain = Json.object();
        ObjectNode secret = Json.object();
        for (var property : properties.properties()) {
            String name = property.getKey();
            if (source.belongsToCredential(name)) {
                secret.set(name, property.getValue());
            } else if (!CHOICES.contains(name)) {
                var shown = ConnectionRenderer.withoutSecretItems(source, name, property.getValue());
                plain.set(name, shown);
                if (!shown.equals(property.getValue())) {
                    secret.set(name, property.getValue());
                }
            }
        }
        return new SplitProperties(plain, secret);
    }
}
