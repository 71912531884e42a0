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

/** An OpenAPI 3.0 document as text, in YAML or JSON, and the paths that it describes. */
record SpecDocument(String name, String text, List<String> paths) {

    private static final YAMLMapper YAML = new YAMLMapper();

    static SpecDocument read(Path file) throws Unusable {
        String text = textOf(file);
        JsonNode tree = treeOf(file, text);
        if (tree.has("swagger")) {
            throw new Unusable(
                    file + " is Swagger " + tree.get("swagger").asText() + ". Convert it to OpenAPI 3.0 first.");
        }
        if (!tree.has("openapi")) {
            throw new Unusable(file + " is not an OpenAPI document: it has no member \"openapi\".");
        }
        String version = tree.get("openapi").asText();
        if (!version.startsWith("3.0")) {
            throw new Unusable(file + " is OpenAPI " + version
                    + ". Ours are OpenAPI 3.0, and only 3.0 can be compared with them. Convert it first.");
        }
        if (!tree.path("paths").isObject()) {
            throw new Unusable(file + " is OpenAPI 3.0 and describes no paths.");
        }
        List<String> paths = new ArrayList<>();
        tree.get("paths").fieldNames().forEachRemaining(paths::add);
        return new SpecDocument(nameOf(file), text, paths);
    }

    private static String textOf(Path file) throws Unusable {
        if (!Files.isRegularFile(file)) {
            throw new Unusable("There is no file " + file + ".");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Unusable(file + " cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    private static JsonNode treeOf(Path file, String text) throws Unusable {
        try {
            JsonNode tree = YAML.readTree(text);
            if (tree == null || !tree.isObject()) {
                throw new Unusable(file + " is not an OpenAPI document: it is not an object.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            String place = Optional.ofNullable(e.getLocation())
                    .map(at -> " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                    .orElse("");
            throw new Unusable(file + " is neither JSON nor YAML: it is broken" + place + ".");
        }
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }
}
