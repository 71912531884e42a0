package io.github.qlikconnections.livedrift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The responses of one service as its OpenAPI document describes them. */
final class DocumentedResponses {

    private final JsonNode document;

    private DocumentedResponses(JsonNode document) {
        this.document = document;
    }

    static DocumentedResponses read(Path file) throws IOException {
        return new DocumentedResponses(new YAMLMapper().readTree(file.toFile()));
    }

    /** Returns the schema of a response to a GET: one that allows any value if it has no body, empty if the status is not documented. */
    Optional<JsonNode> schemaOf(String path, int status) {
        JsonNode responses = document.path("paths")
                .path(path.substring(basePath().length()))
                .path("get")
                .path("responses");
        JsonNode response = resolved(responses.path(String.valueOf(status)));
        return response.isMissingNode()
                ? Optional.empty()
                : Optional.of(response.path("content").path("application/json").path("schema"));
    }

    /** Returns the path in the address of the server. */
    private String basePath() {
        return document.path("servers").path(0).path("url").asText().replaceFirst("https://[^/]*", "");
    }

    /** Resolves a reference within the document. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : resolved(document.at(reference.asText().substring(1)));
    }

    static JsonNode unlimited() {
        return MissingNode.getInstance();
    }
}
