package io.github.qlikconnections.internal.spec;

import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A random schema of one dialect, with values that may match it. The same seed gives the same schema and values. */
final class GeneratedSchema {

    private static final int MAX_DEPTH = 3;
    private static final String BASE = "https://example.test/schemas/root.json";
    private static final String ANCHOR = "three";

    /** A definition whose name is escaped in a reference, first by the rules of a JSON Pointer, then by those of a URI. */
    private static final String ESCAPED_NAME = "a/b~c d%";

    private static final String ESCAPED_POINTER = "a~1b~0c%20d%25";
    private static final String RELATIVE_ID = "nested/five.json";
    private static final String DYNAMIC_ANCHOR = "six";
    private static final List<String> NAMES = List.of("a", "b", "c", "d e", "xy");

    /** A member that every data source accepts, regardless of its specification. */
    static final String FREE_MEMBER = "authCode";

    private static final List<String> TYPES =
            List.of("string", "integer", "number", "boolean", "array", "object", "null");
    private static final List<String> PATTERNS =
            List.of("^a", "b$", "^[a-c]+$", "\\d{2}", "^(?:x|yz)*$", "^.{0,3}$", "[^a]", "\\w+\\s", "é", "^$", "\\bb");
    private static final List<String> FORMATS = List.of(
            "date", "date-time", "time", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "uuid", "regex");
    private static final List<Object> SCALARS = List.of(
            "",
            "a",
            "ab",
            "abc",
            "b 12",
            "xyz",
            "é",
            "😀😀",
            "2024-02-29",
            "2023-02-29",
            "2024-02-29T12:00:00Z",
            "2024-02-29T12:00:00+25:00",
            "12:00:00Z",
            "ann@example.test",
            "ann@@example.test",
            "db.example.test",
            "-db",
            "192.0.2.1",
            "256.0.2.1",
            "2001:db8::1",
            "2001::db8::1",
            "https://example.test/a?b#c",
            "/a",
            "a%2",
            "(a",
            "[a-c]+",
            "123e4567-e89b-12d3-a456-426614174000",
            "true",
            "1",
            0L,
            1L,
            2L,
            -3L,
            12L,
            4294967296L,
            new BigDecimal("1.0"),
            new BigDecimal("1.5"),
            new BigDecimal("-0.25"),
            new BigDecimal("1E+3"),
            true,
            false);

    private final Random random;
    private final SpecificationVersion version;
    private final Map<String, Object> schema;
    private boolean referring;

    GeneratedSchema(long seed) {
        this.random = new Random(seed);
        this.version = one(List.of(SpecificationVersion.values()));
        this.schema = root();
    }

    SpecificationVersion version() {
        return version;
    }

    Map<String, Object> schema() {
        return schema;
    }

    /** Returns values for some of the properties. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (chance(55)) {
                values.put(name, value(0));
            }
        }
        if (chance(5)) {
            values.put(FREE_MEMBER, "a");
        }
        return values;
    }

    private Map<String, Object> root() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", version.getDialectId());
        root.put(idKeyword(), BASE);
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("one", schema(1));
        definitions.put("two", schema(1));
        definitions.put("three", anchored());
        definitions.put(ESCAPED_NAME, keywords(1));
        definitions.put("five", withKeyword(idKeyword(), RELATIVE_ID));
        if (version == SpecificationVersion.DRAFT_2020_12) {
            definitions.put("six", withKeyword("$dynamicAnchor", DYNAMIC_ANCHOR));
        }
        referring = true;
        root.putAll(keywords(0));
        root.remove("$ref");
        if (!root.containsKey("properties")) {
            root.put("properties", named(0));
        }
        root.put(isFrom(SpecificationVersion.DRAFT_2019_09) ? "$defs" : "definitions", definitions);
        return root;
    }

    private boolean isFrom(SpecificationVersion first) {
        return version.getOrder() >= first.getOrder();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Object schema(int depth) {
        if (isFrom(SpecificationVersion.DRAFT_6) && chance(5)) {
            return chance(70);
        }
        return keywords(depth);
    }

    private Map<String, Object> keywords(int depth) {
        Map<String, Object> schema = new LinkedHashMap<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            if (depth >= MAX_DEPTH || chance(55)) {
                assertion(schema);
            } else {
                applicator(schema, depth + 1);
            }
        }
        return schema;
    }

    private void assertion(Map<String, Object> schema) {
        switch (random.nextInt(18)) {
            case 0, 1 -> schema.put("type", one(TYPES));
            case 2 -> schema.put("type", distinct(TYPES));
            case 3, 4 -> schema.put("enum", distinct(SCALARS));
            case 5 -> {
                if (isFrom(SpecificationVersion.DRAFT_6)) {
                    schema.put("const", chance(80) ? one(SCALARS) : value(2));
                }
            }
            case 6 -> schema.put("minLength", (long) random.nextInt(4));
            case 7 -> schema.put("maxLength", (long) random.nextInt(4));
            case 8 -> schema.put("pattern", one(PATTERNS));
            case 9 -> schema.put("format", one(FORMATS));
            case 10 -> bound(schema, "minimum", "exclusiveMinimum");
            case 11 -> bound(schema, "maximum", "exclusiveMaximum");
            case 12 -> schema.put("multipleOf", one(List.of(2L, 3L, new BigDecimal("0.5"))));
            case 13 -> schema.put("required", distinct(NAMES));
            case 14 -> schema.put(one(List.of("minItems", "maxItems")), (long) random.nextInt(3));
            case 15 -> schema.put(one(List.of("minProperties", "maxProperties")), (long) random.nextInt(4));
            case 16 -> schema.put("uniqueItems", chance(80));
            default -> {
                if (isFrom(SpecificationVersion.DRAFT_2019_09)) {
                    schema.put("dependentRequired", Map.of(one(NAMES), distinct(NAMES)));
                } else {
                    schema.put("dependencies", Map.of(one(NAMES), distinct(NAMES)));
                }
            }
        }
    }

    private void bound(Map<String, Object> schema, String inclusive, String exclusive) {
        Object bound = one(List.of(-3L, 0L, 1L, new BigDecimal("1.5"), 12L));
        if (!isFrom(SpecificationVersion.DRAFT_6)) {
            schema.put(inclusive, bound);
            if (chance(30)) {
                schema.put(exclusive, chance(70));
            }
        } else {
            schema.put(chance(60) ? inclusive : exclusive, bound);
        }
    }

    private void applicator(Map<String, Object> schema, int depth) {
        switch (random.nextInt(17)) {
            case 0, 1, 2 -> schema.put("properties", named(depth));
            case 3 -> schema.put("patternProperties", Map.of(one(PATTERNS), schema(depth)));
            case 4 -> schema.put("additionalProperties", chance(50) ? (Object) chance(40) : schema(depth));
            case 5 -> schema.put("allOf", several(depth));
            case 6 -> schema.put("anyOf", several(depth));
            case 7 -> schema.put("oneOf", several(depth));
            case 8 -> schema.put("not", schema(depth));
            case 9 -> schema.put("items", schema(depth));
            case 10 -> {
                schema.put(isFrom(SpecificationVersion.DRAFT_2020_12) ? "prefixItems" : "items", several(depth));
                if (chance(50)) {
                    schema.put(isFrom(SpecificationVersion.DRAFT_2020_12) ? "items" : "additionalItems", schema(depth));
                }
            }
            case 11 -> ifFrom(SpecificationVersion.DRAFT_6, schema, "contains", depth);
            case 12 -> ifFrom(SpecificationVersion.DRAFT_6, schema, "propertyNames", depth);
            case 13 -> {
                ifFrom(SpecificationVersion.DRAFT_7, schema, "if", depth);
                ifFrom(SpecificationVersion.DRAFT_7, schema, "then", depth);
                ifFrom(SpecificationVersion.DRAFT_7, schema, "else", depth);
            }
            case 14 -> {
                boolean present = isFrom(SpecificationVersion.DRAFT_2019_09);
                schema.put(present ? "dependentSchemas" : "dependencies", Map.of(one(NAMES), schema(depth)));
            }
            case 15 -> {
                if (isFrom(SpecificationVersion.DRAFT_2019_09)) {
                    schema.put(
                            one(List.of("unevaluatedProperties", "unevaluatedItems")),
                            chance(70) ? (Object) false : schema(depth));
                    if (schema.containsKey("contains") && chance(50)) {
                        schema.put(one(List.of("minContains", "maxContains")), (long) random.nextInt(3));
                    }
                }
            }
            default -> {
                // Definitions contain no references, so that no reference is cyclic.
                if (referring) {
                    addReference(schema, depth);
                }
            }
        }
    }

    private void addReference(Map<String, Object> schema, int depth) {
        if (version == SpecificationVersion.DRAFT_2020_12 && chance(20)) {
            schema.put("$dynamicRef", "#" + DYNAMIC_ANCHOR);
        } else if (version == SpecificationVersion.DRAFT_2019_09 && depth > 1 && chance(20)) {
            schema.put("$recursiveRef", "#");
        } else {
            schema.put("$ref", reference(depth));
        }
    }

    private String reference(int depth) {
        String definitions = "#/" + (isFrom(SpecificationVersion.DRAFT_2019_09) ? "$defs" : "definitions") + "/";
        return switch (random.nextInt(6)) {
            case 0 -> "#" + ANCHOR;
            case 1 -> depth > 1 ? "#" : definitions + "one";
            case 2 -> definitions + ESCAPED_POINTER;
            case 3 -> RELATIVE_ID;
            default -> definitions + one(List.of("one", "two"));
        };
    }

    /** Returns a named definition with the keyword of the dialect. */
    private Object anchored() {
        return isFrom(SpecificationVersion.DRAFT_2019_09)
                ? withKeyword("$anchor", ANCHOR)
                : withKeyword(idKeyword(), "#" + ANCHOR);
    }

    private String idKeyword() {
        return isFrom(SpecificationVersion.DRAFT_6) ? "$id" : "id";
    }

    private Map<String, Object> withKeyword(String keyword, String value) {
        Map<String, Object> definition = keywords(1);
        definition.put(keyword, value);
        return definition;
    }

    private void ifFrom(SpecificationVersion first, Map<String, Object> schema, String keyword, int depth) {
        if (isFrom(first)) {
            schema.put(keyword, schema(depth));
        }
    }

    private Map<String, Object> named(int depth) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (chance(50)) {
                named.put(name, schema(depth + 1));
            }
        }
        return named;
    }

    private List<Object> several(int depth) {
        List<Object> schemas = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            schemas.add(schema(depth));
        }
        return schemas;
    }

    private <T> List<T> distinct(List<T> from) {
        List<T> chosen = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        while (chosen.size() < count) {
            T next = one(from);
            if (!chosen.contains(next)) {
                chosen.add(next);
            }
        }
        return chosen;
    }

    private Object value(int depth) {
        if (depth < 2 && chance(20)) {
            List<Object> items = new ArrayList<>();
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                items.add(value(depth + 1));
            }
            return items;
        }
        if (depth < 2 && chance(25)) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (String name : NAMES) {
                if (chance(40)) {
                    members.put(name, value(depth + 1));
                }
            }
            return members;
        }
        return one(SCALARS);
    }
}
