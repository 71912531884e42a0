package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An OpenAPI 3.0 document in YAML or JSON, and its paths. */
record SpecDocument(String name, String text, List<String> paths) {

    private static final YAMLMapper YAML = new YAMLMapper();

    static SpecDocument read(Path file) throws UnusableDocumentException {
        String text = textOf(file);
        JsonNode tree = treeOf(file, text);
        if (tree.has("swagger")) {
            throw new UnusableDocumentException(
                    file + " is Swagger " + tree.get("swagger").asText() + ". Convert it to OpenAPI 3.0 first.");
        }
        if (!tree.has("openapi")) {
            throw new UnusableDocumentException(file + " is not an OpenAPI document: it has no member \"openapi\".");
        }
        String version = tree.get("openapi").asText();
        if (!version.startsWith("3.0")) {
            throw new UnusableDocumentException(
                    file + " is OpenAPI " + version + ". Only OpenAPI 3.0 can be compared. Convert it first.");
        }
        if (!tree.path("paths").isObject()) {
            throw new UnusableDocumentException(file + " is OpenAPI 3.0 and describes no paths.");
        }
        List<String> paths = new ArrayList<>();
        tree.get("paths").fieldNames().forEachRemaining(paths::add);
        return new SpecDocument(nameOf(file), text, paths);
    }

    private static String textOf(Path file) throws UnusableDocumentException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableDocumentException("There is no file " + file + ".");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UnusableDocumentException(file + " cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    private static JsonNode treeOf(Path file, String text) throws UnusableDocumentException {
        try {
            JsonNode tree = YAML.readTree(text);
            if (tree == null || !tree.isObject()) {
                throw new UnusableDocumentException(file + " is not an OpenAPI document: it is not an object.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            String place = Optional.ofNullable(e.getLocation())
                    .map(at -> " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                    .orElse("");
            throw new UnusableDocumentException(file + " is neither JSON nor YAML: syntax error" + place + ".");
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }
}
