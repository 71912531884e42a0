package io.github.qlikconnections.testkit.internal.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Qlik resource identifiers: equal for connections to the same place, opaque otherwise. */
final class Qri {

    private Qri() {}

    static String of(JsonNode qriDefinition, JsonNode properties) {
        StringBuilder place = new StringBuilder();
        qriDefinition
                .path("connectionPart")
                .path("properties")
                .forEach(name ->
                        place.append(properties.path(name.asText()).asText()).append('\n'));
        return qriDefinition.path("qriPrefix").asText("qri:") + digest(place.toString());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
