package io.github.qlikconnections.testkit.internal.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Creates Qlik resource identifiers: opaque, and equal for connections to the same resource. */
final class Qri {

    private Qri() {}

    static String of(JsonNode qriDefinition, JsonNode properties) {
        StringBuilder resource = new StringBuilder();
        qriDefinition
                .path("connectionPart")
                .path("properties")
                .forEach(name ->
                        resource.append(properties.path(name.asText()).asText()).append('\n'));
        return qriDefinition.path("qriPrefix").asText("qri:") + digest(resource.toString());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform supports SHA-256", e);
        }
    }
}
