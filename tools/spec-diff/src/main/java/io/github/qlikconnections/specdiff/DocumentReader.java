package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads a document and verifies that it can be compared. */
final class DocumentReader {

    /** The document of all services of the vendor has about 3 MB. */
    private static final int MAX_CHARACTERS = 64 * 1024 * 1024;

    /** Members that have values, which may look like references. */
    private static final Set<String> SAMPLES = Set.of("example", "examples", "default", "enum", "const");

    /** Members whose own members have names that the document chooses, such as a property or a response named {@code default}. */
    private static final Set<String> MAPS = Set.of(
            "properties", "schemas", "responses", "parameters", "headers", "requestBodies", "$defs", "definitions");

    private final Path file;

    DocumentReader(Path file) {
        this.file = file;
    }

    SpecDocument read() throws UnusableDocumentException {
        JsonNode root = parse(text());
        if (root.has("swagger")) {
            throw unusable("is Swagger " + root.get("swagger").asText() + ". Convert it to OpenAPI 3 first.");
        }
        if (!root.has("openapi")) {
            throw unusable("is not an OpenAPI document: it has no member \"openapi\".");
        }
        String version = root.get("openapi").asText();
        if (!version.matches("3\\.[012](\\..*)?")) {
            throw unusable("is OpenAPI " + version + ". Only OpenAPI 3.0 to 3.2 can be compared. Convert it first.");
        }
        if (!root.path("paths").isObject()) {
            throw unusable("is OpenAPI " + version + " and describes no paths.");
        }
        requireReferences(root, root, false);
        return new SpecDocument(String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", ""), root);
    }

    private String text() throws UnusableDocumentException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableDocumentException("There is no file " + file + ".");
        }
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw unusable("cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    private JsonNode parse(String text) throws UnusableDocumentException {
        boolean isJson = text.stripLeading().startsWith("{");
        JsonNode root;
        try {
            root = mapper(isJson).readTree(text);
        } catch (JsonProcessingException e) {
            // A flow mapping of YAML begins like JSON.
            Optional<JsonNode> yaml = isJson ? parseYaml(text) : Optional.empty();
            if (yaml.isEmpty()) {
                String place = Optional.ofNullable(e.getLocation())
                        .map(at -> " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                        .orElse("");
                throw unusable("is neither JSON nor YAML: syntax error" + place + ".");
            }
            root = yaml.get();
        }
        if (root == null || !root.isObject()) {
            throw unusable("is not an OpenAPI document: it is not an object.");
        }
        return root;
    }

    private static Optional<JsonNode> parseYaml(String text) {
        try {
            return Optional.ofNullable(mapper(false).readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static ObjectMapper mapper(boolean isJson) {
        if (isJson) {
            return new JsonMapper();
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        return new ObjectMapper(YAMLFactory.builder().loaderOptions(options).build());
    }

    private void requireReferences(JsonNode root, JsonNode node, boolean isMap) throws UnusableDocumentException {
        if (node.path("$ref").isTextual()) {
            requireReference(root, node.get("$ref").textValue());
        }
        if (node.has("$dynamicRef")) {
            throw unusable("has a $dynamicRef, which cannot be compared. Replace it by a $ref.");
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (isMap || !SAMPLES.contains(member.getKey())) {
                requireReferences(root, member.getValue(), !isMap && MAPS.contains(member.getKey()));
            }
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                requireReferences(root, item, false);
            }
        }
    }

    private void requireReference(JsonNode root, String reference) throws UnusableDocumentException {
        Set<String> followed = new HashSet<>();
        String next = reference;
        while (next != null) {
            if (!next.startsWith("#")) {
                throw unusable("has the reference " + next + " to another document. Bundle both into one file first.");
            }
            JsonNode target = SpecDocument.target(root, next);
            if (target.isMissingNode()) {
                throw unusable("has the reference " + next
                        + ", which cannot be resolved. Report it to the vendor, or correct it in a copy"
                        + " of the file.");
            }
            if (!followed.add(next)) {
                throw unusable("has the reference " + next + ", which leads back to itself.");
            }
            next = target.path("$ref").textValue();
        }
    }

    private UnusableDocumentException unusable(String problem) {
        return new UnusableDocumentException(file + " " + problem);
    }
}
