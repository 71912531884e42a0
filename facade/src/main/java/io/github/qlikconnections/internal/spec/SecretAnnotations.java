package io.github.qlikconnections.internal.spec;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.json.NameWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the values that a schema itself marks as secret, wherever the mark stands. Immutable and thread-safe. */
public final class SecretAnnotations {

    private static final Set<String> TELLING = Set.of(
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

    /** {@code caseSensitive} and {@code notSecret} say something else. */
    private static final Set<String> REVERSING = Set.of("case", "not", "non", "no");

    /** The last word of a keyword that chooses how a form shows the value. */
    private static final Set<String> PRESENTATIONS =
            Set.of("widget", "control", "format", "type", "component", "editor", "input");

    private static final List<String> OF_OTHER_MEMBERS = List.of("additionalProperties", "unevaluatedProperties");
    private static final List<String> OF_ITEMS = List.of("items", "unevaluatedItems", "additionalItems", "contains");

    private final Map<?, ?> root;
    private final boolean any;

    /**
     * Reads the marks of a specification.
     *
     * @param root the schema of all connection properties
     */
    public SecretAnnotations(Map<?, ?> root) {
        this.root = root;
        this.any = isMarkedWithin(List.of(root));
    }

    /**
     * Returns whether the specification marks any value at all.
     *
     * @return whether there is a mark
     */
    public boolean isAny() {
        return any;
    }

    /**
     * Returns the schemas of all connection properties together.
     *
     * @return the place to start from
     */
    public List<Map<?, ?>> start() {
        return List.of(root);
    }

    /**
     * Returns whether one schema marks its value as secret, its parts not included.
     *
     * @param schema the schema
     * @return whether it has a mark
     */
    public static boolean isMarked(Map<?, ?> schema) {
        for (Map.Entry<?, ?> entry : schema.entrySet()) {
            if (isMark(String.valueOf(entry.getKey()), entry.getValue())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(String keyword, @Nullable Object value) {
        if (value instanceof Map<?, ?> options) {
            return keyword.startsWith("ui:") && isMarked(options);
        }
        String text = String.valueOf(value);
        if (text.equals("true")) {
            return keyword.equals("writeOnly") || isTelling(NameWords.of(keyword));
        }
        if (!(value instanceof String)) {
            return false;
        }
        List<String> words = NameWords.of(keyword);
        boolean presentation = !words.isEmpty() && PRESENTATIONS.contains(words.get(words.size() - 1));
        return presentation && (text.equalsIgnoreCase("password") || text.equalsIgnoreCase("secret"));
    }

    private static boolean isTelling(List<String> words) {
        return words.stream().anyMatch(TELLING::contains) && words.stream().noneMatch(REVERSING::contains);
    }

    /**
     * Returns whether any of some schemas of one value marks it, in whatever branch or behind a reference.
     *
     * @param schemas the schemas that speak about the value
     * @return whether one of them has a mark
     */
    public boolean isMarked(List<Map<?, ?>> schemas) {
        for (Map<?, ?> schema : schemas) {
            for (Map<?, ?> part : ApplicableSubschemas.of(root, schema)) {
                if (isMarked(part)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Returns whether a mark stands anywhere in some schemas, those of members and items included.
     *
     * @param schemas the schemas
     * @return whether the value may hold a secret
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
                    add(ApplicableSubschemas.target(root, schema), below);
                    schema.forEach((keyword, value) -> addSchemas(String.valueOf(keyword), value, below));
                }
            }
            level = below;
        }
        return false;
    }

    private static void addSchemas(String keyword, @Nullable Object value, List<Map<?, ?>> schemas) {
        if (!keyword.equals("$defs") && !keyword.equals("definitions")) {
            for (Object schema : Keywords.schemas(keyword, value)) {
                add(schema, schemas);
            }
        }
    }

    /**
     * Follows one step into a value.
     *
     * @param schemas the schemas that speak about the value
     * @param segment the name of a member or the index of an item
     * @return the schemas that speak, always or in some branch, about that member or item
     */
    public List<Map<?, ?>> step(List<Map<?, ?>> schemas, String segment) {
        List<Map<?, ?>> below = new ArrayList<>();
        for (Map<?, ?> schema : schemas) {
            for (Map<?, ?> part : ApplicableSubschemas.of(root, schema)) {
                addMember(part, segment, below);
                addItem(part, segment, below);
            }
        }
        return below;
    }

    /**
     * Returns whether the specification marks the value at a place as secret.
     *
     * @param pointer a JSON Pointer that begins at the connection properties
     * @return whether that value has a mark of its own
     */
    public boolean isMarked(String pointer) {
        if (!any) {
            return false;
        }
        List<Map<?, ?>> schemas = start();
        for (String segment : JsonPointers.segments(pointer)) {
            schemas = step(schemas, segment);
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
                if (PropertyNameMatcher.mayMatch(String.valueOf(pattern.getKey()), name)) {
                    add(pattern.getValue(), below);
                    named = true;
                }
            }
        }
        if (!named) {
            OF_OTHER_MEMBERS.forEach(keyword -> add(part.get(keyword), below));
        }
    }

    private static void addItem(Map<?, ?> part, String index, List<Map<?, ?>> below) {
        for (String keyword : List.of("prefixItems", "items")) {
            if (part.get(keyword) instanceof List<?> items) {
                add(JsonPointers.step(items, index), below);
            }
        }
        OF_ITEMS.forEach(keyword -> add(part.get(keyword), below));
    }

    private static void add(@Nullable Object schema, List<Map<?, ?>> schemas) {
        if (schema instanceof Map<?, ?> keywords) {
            schemas.add(keywords);
        }
    }
}
