package io.github.qlikconnections.internal.spec;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.json.NameTokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the values that a schema marks as secret by an annotation. Immutable and thread-safe. */
public final class SecretAnnotations {

    private static final Set<String> SECRET_WORDS = Set.of(
            "secret",
            "secrets",
            "issecret",
            "sensitive",
            "issensitive",
            "password",
            "passwords",
            "ispassword",
            "encrypt",
            "encrypted",
            "isencrypted",
            "credential",
            "credentials");

    /** Words that reverse the meaning, as in {@code caseSensitive} and {@code notSecret}. */
    private static final Set<String> NEGATIONS = Set.of("case", "not", "non", "no");

    /** The last word of a keyword that selects how a form displays the value. */
    private static final Set<String> PRESENTATION_KEYWORDS =
            Set.of("widget", "control", "format", "type", "component", "editor", "input");

    private static final List<String> OTHER_MEMBER_KEYWORDS = List.of("additionalProperties", "unevaluatedProperties");
    private static final List<String> ITEM_KEYWORDS =
            List.of("items", "unevaluatedItems", "additionalItems", "contains");

    private final Map<?, ?> root;
    private final boolean anyMarked;

    /**
     * Reads the annotations of a specification.
     *
     * @param root the schema of all connection properties
     */
    public SecretAnnotations(Map<?, ?> root) {
        this.root = root;
        this.anyMarked = isMarkedWithin(List.of(root));
    }

    /**
     * Returns whether the specification marks any value.
     *
     * @return whether there is a secret annotation
     */
    public boolean hasAny() {
        return anyMarked;
    }

    /**
     * Returns the schemas of the object that contains all connection properties.
     *
     * @return the schemas to start from
     */
    public List<Map<?, ?>> rootSchemas() {
        return List.of(root);
    }

    /**
     * Returns whether one schema marks its own value as secret. Subschemas are ignored.
     *
     * @param schema the schema
     * @return whether it has a secret annotation
     */
    public static boolean isMarked(Map<?, ?> schema) {
        for (Map.Entry<?, ?> entry : schema.entrySet()) {
            if (isSecretAnnotation(String.valueOf(entry.getKey()), entry.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecretAnnotation(String keyword, @Nullable Object value) {
        if (value instanceof Map<?, ?> options) {
            return (keyword.startsWith("ui") || keyword.startsWith("x-")) && isMarked(options);
        }
        String text = String.valueOf(value);
        if (text.equals("true")) {
            return keyword.equals("writeOnly") || isSecretKeyword(NameTokenizer.split(keyword));
        }
        if (!(value instanceof String)) {
            return false;
        }
        List<String> words = NameTokenizer.split(keyword);
        boolean presentation = !words.isEmpty() && PRESENTATION_KEYWORDS.contains(words.get(words.size() - 1));
        return presentation && (text.equalsIgnoreCase("password") || text.equalsIgnoreCase("secret"));
    }

    private static boolean isSecretKeyword(List<String> words) {
        return words.stream().anyMatch(SECRET_WORDS::contains) && words.stream().noneMatch(NEGATIONS::contains);
    }

    /**
     * Returns whether any schema of a value marks it as secret, in any branch or through a reference.
     *
     * @param schemas the schemas that apply to the value
     * @return whether one of them has a secret annotation
     */
    public boolean isMarked(List<Map<?, ?>> schemas) {
        for (Map<?, ?> schema : schemas) {
            for (Map<?, ?> part : ApplicableSubschemas.findAll(root, schema)) {
                if (isMarked(part)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Returns whether schemas contain a secret annotation anywhere, including those of members and items.
     *
     * @param schemas the schemas
     * @return whether the value may contain a secret
     */
    public boolean isMarkedWithin(List<Map<?, ?>> schemas) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Map<?, ?>> level = schemas;
        while (!level.isEmpty()) {
            List<Map<?, ?>> below = new ArrayList<>();
            for (Map<?, ?> schema : level) {
                if (seen.add(schema)) {
                    if (isMarked(schema)) {
                        return true;
                    }
                    add(ApplicableSubschemas.referenceTarget(root, schema), below);
                    schema.forEach((keyword, value) -> addSchemas(String.valueOf(keyword), value, below));
                }
            }
            level = below;
        }
        return false;
    }

    private static void addSchemas(String keyword, @Nullable Object value, List<Map<?, ?>> schemas) {
        if (!keyword.equals("$defs") && !keyword.equals("definitions")) {
            for (Object schema : Keywords.subschemas(keyword, value)) {
                add(schema, schemas);
            }
        }
    }

    /**
     * Descends one step into a value.
     *
     * @param schemas the schemas that apply to the value
     * @param segment the name of a member or the index of an item
     * @return the schemas that apply, always or in a branch, to that member or item
     */
    public List<Map<?, ?>> descend(List<Map<?, ?>> schemas, String segment) {
        List<Map<?, ?>> below = new ArrayList<>();
        for (Map<?, ?> schema : schemas) {
            for (Map<?, ?> part : ApplicableSubschemas.findAll(root, schema)) {
                addMember(part, segment, below);
                addItem(part, segment, below);
            }
        }
        return below;
    }

    /**
     * Returns whether the specification marks the value at a JSON Pointer as secret.
     *
     * @param pointer a JSON Pointer that begins at the connection properties
     * @return whether the value itself is marked
     */
    public boolean isMarked(String pointer) {
        if (!anyMarked) {
            return false;
        }
        List<Map<?, ?>> schemas = rootSchemas();
        for (String segment : JsonPointers.segments(pointer)) {
            schemas = descend(schemas, segment);
        }
        return isMarked(schemas);
    }

    private static void addMember(Map<?, ?> part, String name, List<Map<?, ?>> below) {
        boolean named = false;
        if (part.get("properties") instanceof Map<?, ?> properties) {
            add(properties.get(name), below);
            named = properties.containsKey(name);
        }
        if (part.get("patternProperties") instanceof Map<?, ?> patterns) {
            for (Map.Entry<?, ?> pattern : patterns.entrySet()) {
                if (PropertyNameMatcher.canMatch(String.valueOf(pattern.getKey()), name)) {
                    add(pattern.getValue(), below);
                    named = true;
                }
            }
        }
        if (!named) {
            OTHER_MEMBER_KEYWORDS.forEach(keyword -> add(part.get(keyword), below));
        }
    }

    private static void addItem(Map<?, ?> part, String index, List<Map<?, ?>> below) {
        for (String keyword : List.of("prefixItems", "items")) {
            if (part.get(keyword) instanceof List<?> items) {
                add(JsonPointers.step(items, index), below);
            }
        }
        ITEM_KEYWORDS.forEach(keyword -> add(part.get(keyword), below));
    }

    private static void add(@Nullable Object schema, List<Map<?, ?>> schemas) {
        if (schema instanceof Map<?, ?> keywords) {
            schemas.add(keywords);
        }
    }
}
