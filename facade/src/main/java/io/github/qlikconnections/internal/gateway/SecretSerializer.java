package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.qlikconnections.auth.Secret;
import java.io.IOException;

/** Serializes secrets in request bodies of the generated client. */
final class SecretSerializer extends JsonSerializer<Secret> {

    static Module module() {
        return new SimpleModule("secrets").addSerializer(Secret.class, new SecretSerializer());
    }

    @Override
    public void serialize(Secret secret, JsonGenerator json, SerializerProvider serializers) throws IOException {
        if (secret.isJsonLiteral()) {
            json.writeRawValue(secret.reveal());
        } else {
            json.writeString(secret.reveal());
        }
    }
}
