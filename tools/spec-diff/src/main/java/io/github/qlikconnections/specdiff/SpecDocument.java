package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An OpenAPI document of version 3.0, 3.1 or 3.2. All its references can be resolved.
 *
 * @param name the name of the file without extension, which is the name of the service for our documents
 */
record SpecDocument(String name, JsonNode root) {

    static SpecDocument read(Path file) throws UnusableDocumentException {
        return new DocumentReader(file).read();
    }

    /** Follows references. The members beside a reference are ignored, which only schemas have. */
    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? resolve(target(root, reference.textValue())) : node;
    }

    /** Returns the target of a reference in a document, or a missing node. */
    static JsonNode target(JsonNode root, String reference) {
        return reference.startsWith("#/")
                ? root.at(reference.substring(1).replace("%7B", "{").replace("%7D", "}"))
                : root.path("");
    }

    /** Returns the paths with the path of the first server before them. */
    List<String> paths() {
        List<String> paths = new ArrayList<>();
        root.path("paths").fieldNames().forEachRemaining(path -> paths.add(withServerPath(path)));
        return paths;
    }

    String withServerPath(String path) {
        String server = root.path("servers").path(0).path("url").asText("");
        String base = server.replaceFirst("^https?://[^/]*", "").replaceFirst("/$", "");
        return base + path;
    }
}
