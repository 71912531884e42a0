package io.github.qlikconnections.livedrift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What an OpenAPI document says of the answers of one service. */
final class DocumentedAnswers {

    private final JsonNode document;

    private DocumentedAnswers(JsonNode document) {
        this.document = document;
    }

    static DocumentedAnswers read(Path file) throws IOException {
        return new DocumentedAnswers(new YAMLMapper().readTree(file.toFile()));
    }

    /** The schema of an answer to a GET; one without limits when it has no body; empty when the status is not documented. */
    Optional<JsonNode> schemaOf(String path, int status) {
        JsonNode responses = document.path("paths").path(path).path("get").path("responses");
        JsonNode response = resolved(responses.path(String.valueOf(status)));
        return response.isMissingNode()
                ? Optional.empty()
                : Optional.of(response.path("content").path("application/json").path("schema"));
    }

    /** Follows a reference within the document. */
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
