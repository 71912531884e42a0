package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Converts the schemas of one document to {@link NormalizedSchema}. */
final class SchemaNormalizer {

    /** Keywords that are converted to a component of {@link NormalizedSchema}. */
    private static final Set<String> CONVERTED = Set.of(
            "type",
            "format",
            "contentEncoding",
            "nullable",
            "properties",
            "required",
            "items",
            "additionalProperties",
            "oneOf",
            "anyOf",
            "enum",
            "const",
            "default",
            "deprecated");

    /** Keywords that describe a schema and do not restrict values. */
    private static final Set<String> DESCRIPTIONS = Set.of(
            "title",
            "description",
            "example",
            "examples",
            "externalDocs",
            "xml",
            "$comment",
            "$schema",
            "$id",
            "$anchor",
            "$defs",
            "definitions");

    /** Keywords whose value may be stated although it restricts nothing. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "uniqueItems",
            "false",
            "readOnly",
            "false",
            "writeOnly",
            "false",
            "exclusiveMinimum",
            "false",
            "exclusiveMaximum",
            "false",
            "minLength",
            "0",
            "minItems",
            "0",
            "minProperties",
            "0");

    /** Keywords that apply to a schema if any of its parts has them. The vendor's may have a value other than true. */
    private static final Set<String> MARKS = Set.of("nullable", "deprecated", "x-qlik-deprecated");

    /** Our extension of a limit that OpenAPI cannot express. */
    private static final String MAX_BYTES = "x-max-bytes";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SpecDocument document;

    SchemaNormalizer(SpecDocument document) {
        this.document = document;
    }

    NormalizedSchema normalize(JsonNode schema) {
        ObjectNode merged = merge(schema, Set.of());
        SortedSet<String> types = new TreeSet<>();
        addTypes(merged, types);
        boolean isNullable = types.remove("null");
        isNullable |= merged.path("nullable").asBoolean();
        SortedSet<String> enumValues = enumValues(merged);
        isNullable |= enumValues.remove("null");
        JsonNode additional = merged.get("additionalProperties");
        return new NormalizedSchema(
                types,
                merged.path("contentEncoding").asText("").equals("base64")
                        ? "byte"
                        : merged.path("format").asText(""),
                isNullable,
                members(merged.path("properties")),
                texts(merged.path("required")),
                isAny(merged.get("items")) ? null : merged.get("items"),
                isAny(additional) ? null : additional,
                forms(merged),
                enumValues,
                constraints(merged),
                merged);
    }

    /** Returns whether a schema of items or of further members is absent or allows any value. */
    private static boolean isAny(@Nullable JsonNode schema) {
        return schema == null || !schema.isObject() || schema.isEmpty();
    }

    /** Returns the keywords of a schema, of what it refers to and of its {@code allOf} as one schema. */
    private ObjectNode merge(JsonNode schema, Set<String> references) {
        if (schema instanceof BooleanNode any) {
            return any.booleanValue() ? NODES.objectNode() : NODES.objectNode().put("not", true);
        }
        ObjectNode merged = NODES.objectNode();
        schema.properties().forEach(keyword -> {
            if (!keyword.getKey().equals("$ref") && !keyword.getKey().equals("allOf")) {
                merged.set(keyword.getKey(), keyword.getValue());
            }
        });
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty() && !references.contains(reference)) {
            Set<String> followed = new TreeSet<>(references);
            followed.add(reference);
            addTo(merged, merge(SpecDocument.target(document.root(), reference), followed));
        }
        schema.path("allOf").forEach(part -> addTo(merged, merge(part, references)));
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (merged.has(keyword)) {
                mergeForms(merged, keyword, references);
            }
        }
        return merged;
    }

    /** Merges alternatives that are none: a single one beside null, and those that are no objects, which are one schema of several types. */
    private void mergeForms(ObjectNode merged, String keyword, Set<String> references) {
        ArrayNode forms = NODES.arrayNode();
        List<ObjectNode> mergedForms = new ArrayList<>();
        for (JsonNode form : merged.remove(keyword)) {
            ObjectNode mergedForm = merge(form, references);
            if (mergedForm.path("type").asText().equals("null")) {
                merged.put("nullable", true);
            } else {
                forms.add(form);
                mergedForms.add(mergedForm);
            }
        }
        if (mergedForms.size() == 1) {
            addTo(merged, mergedForms.get(0));
        } else if (mergedForms.stream().allMatch(SchemaNormalizer::isScalar)) {
            addTo(merged, unite(mergedForms));
        } else {
            merged.set(keyword, forms);
        }
    }

    private static boolean isScalar(ObjectNode schema) {
        Set<String> types = new TreeSet<>();
        addTypes(schema, types);
        return !types.isEmpty() && !types.contains("object");
    }

    private static void addTo(ObjectNode merged, ObjectNode further) {
        further.properties().forEach(keyword -> {
            String name = keyword.getKey();
            JsonNode added = keyword.getValue();
            JsonNode present = merged.get(name);
            if (present == null) {
                merged.set(name, added);
            } else if (name.equals("properties")) {
                merged.set(name, mergeProperties(present, added));
            } else if (name.equals("required")) {
                // The mark "required: true" of earlier drafts has no names.
                ArrayNode both = NODES.arrayNode();
                present.forEach(both::add);
                added.forEach(both::add);
                merged.set(name, both);
            } else if (name.equals("enum")) {
                ArrayNode both = NODES.arrayNode();
                present.forEach(value -> added.forEach(other -> {
                    if (value.equals(other)) {
                        both.add(value);
                    }
                }));
                merged.set(name, both);
            } else if (MARKS.contains(name)) {
                merged.set(name, present.equals(BooleanNode.FALSE) ? added : present);
            } else if (name.equals("type") && !present.equals(added)) {
                merged.set(name, NODES.arrayNode().addAll(typesOf(merged)).addAll(typesOf(further)));
            } else if (!present.equals(added) && !DESCRIPTIONS.contains(name) && !isExtension(name)) {
                // Both apply. Which one is stricter does not matter to find a change.
                merged.set("further " + name, added);
            }
        });
    }

    private static List<JsonNode> typesOf(JsonNode schema) {
        SortedSet<String> types = new TreeSet<>();
        addTypes(schema, types);
        return types.stream().<JsonNode>map(NODES::textNode).toList();
    }

    private static ObjectNode mergeProperties(JsonNode present, JsonNode added) {
        ObjectNode both = present.deepCopy();
        added.properties().forEach(property -> {
            JsonNode same = both.get(property.getKey());
            if (same == null || same.equals(property.getValue())) {
                both.set(property.getKey(), property.getValue());
            } else {
                ObjectNode all = NODES.objectNode();
                all.putArray("allOf").add(same).add(property.getValue());
                both.set(property.getKey(), all);
            }
        });
        return both;
    }

    private static ObjectNode unite(List<ObjectNode> scalars) {
        ObjectNode united = NODES.objectNode();
        SortedSet<String> types = new TreeSet<>();
        ArrayNode values = NODES.arrayNode();
        boolean isEnum = true;
        for (ObjectNode each : scalars) {
            addTypes(each, types);
            isEnum &= each.has("enum");
            each.path("enum").forEach(values::add);
            each.properties().forEach(keyword -> {
                if (!Set.of("type", "enum", "title", "description").contains(keyword.getKey())
                        && !united.has(keyword.getKey())) {
                    united.set(keyword.getKey(), keyword.getValue());
                }
            });
        }
        if (isEnum) {
            united.set("enum", values);
        }
        types.forEach(united.putArray("type")::add);
        return united;
    }

    private static Map<String, JsonNode> forms(JsonNode schema) {
        Map<String, JsonNode> forms = new LinkedHashMap<>();
        for (String keyword : List.of("oneOf", "anyOf")) {
            for (JsonNode form : schema.path(keyword)) {
                String reference = form.path("$ref").asText("");
                String position = String.valueOf(forms.size() + 1);
                forms.put(reference.isEmpty() ? position : reference.substring(reference.lastIndexOf('/') + 1), form);
            }
        }
        return forms;
    }

    /** Adds the stated type or types, or the one that the keywords imply. */
    private static void addTypes(JsonNode schema, Set<String> types) {
        JsonNode stated = schema.path("type");
        if (stated.isTextual()) {
            types.add(stated.textValue());
        }
        stated.forEach(type -> types.add(type.asText()));
        if (!stated.isMissingNode()) {
            return;
        }
        if (schema.has("properties") || schema.has("additionalProperties")) {
            types.add("object");
        } else if (schema.has("items")) {
            types.add("array");
        }
        schema.path("enum").forEach(value -> types.add(typeOf(value)));
        if (schema.has("const")) {
            types.add(typeOf(schema.get("const")));
        }
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case NULL -> "null";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> "string";
        };
    }

    private static SortedSet<String> enumValues(JsonNode schema) {
        SortedSet<String> values = new TreeSet<>();
        schema.path("enum").forEach(value -> values.add(value.asText()));
        if (schema.has("const")) {
            values.add(schema.get("const").asText());
        }
        return values;
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static SortedSet<String> texts(JsonNode array) {
        SortedSet<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static boolean isExtension(String keyword) {
        return keyword.startsWith("x-") && !keyword.equals(MAX_BYTES);
    }

    private static SortedMap<String, String> constraints(ObjectNode schema) {
        SortedMap<String, String> constraints = new TreeMap<>();
        schema.properties().forEach(keyword -> {
            String name = keyword.getKey();
            String value = CanonicalJson.of(keyword.getValue());
            if (!CONVERTED.contains(name)
                    && !DESCRIPTIONS.contains(name)
                    && !isExtension(name)
                    && !value.equals(DEFAULTS.get(name))) {
                constraints.put(name, value);
            }
        });
        if (schema.path("additionalProperties").equals(BooleanNode.FALSE)) {
            constraints.put("additionalProperties", "false");
        }
        // In OpenAPI 3.0 an exclusive limit is a mark of the limit.
        for (String limit : List.of("minimum", "maximum")) {
            String exclusive = limit.replaceFirst("m", "exclusiveM");
            if ("true".equals(constraints.get(exclusive))) {
                constraints.put(exclusive, String.valueOf(constraints.remove(limit)));
            }
        }
        return constraints;
    }
}
