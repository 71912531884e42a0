package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.spec.ApplicableSubschemas;
import io.github.qlikconnections.internal.spec.ReferenceInliner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keywords of one property, merged from its schema, the targets of its references and its {@code allOf}. */
final class PropertySchema {

    /** Names of file properties in lower case. The schema does not always declare these properties as files. */
    private static final Set<String> FILE_PROPERTY_NAMES = Set.of(
            "serviceaccountkeyfile",
            "keyfilepath",
            "trustedcerts",
            "rootcertificates",
            "mutualpfxcertificatefiles",
            "privatekey",
            "priv_key_file",
            "privatekeyfile",
            "jsoncredentials");

    /** Types that are also types of JSON Schema. */
    private static final Set<PropertyType> JSON_SCHEMA_TYPES =
            EnumSet.complementOf(EnumSet.of(PropertyType.FILE, PropertyType.ANY));

    private final List<Map<?, ?>> schemas;

    private final Map<?, ?> root;

    PropertySchema(Map<?, ?> root, Map<?, ?> schema) {
        this.root = root;
        this.schemas = ApplicableSubschemas.findUnconditional(root, schema);
    }

    /** Returns the first value of a keyword, or null if no schema contains it. */
    @Nullable Object firstValue(String keyword) {
        for (Map<?, ?> schema : schemas) {
            Object value = schema.get(keyword);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    String description() {
        Object description = firstValue("description") instanceof String text ? text : firstValue("title");
        return description instanceof String text ? text : "";
    }

    /** Returns the schema of the property with its references inlined. */
    @Nullable Object inlinedSchema() {
        return ReferenceInliner.inline(root, schemas.get(0));
    }

    @Nullable Object defaultValue() {
        return firstValue("default");
    }

    /** Returns the allowed values, including separate alternatives with a title each. Empty if any value is allowed. */
    List<Object> allowedValues() {
        if (firstValue("enum") instanceof List<?> values) {
            return withoutNulls(values);
        }
        Object constant = firstValue("const");
        if (constant != null) {
            return List.of(constant);
        }
        Object alternatives = firstValue("oneOf") instanceof List<?> list ? list : firstValue("anyOf");
        return alternatives instanceof List<?> list ? valuesOfAlternatives(list) : List.of();
    }

    private static List<Object> valuesOfAlternatives(List<?> alternatives) {
        List<Object> values = new ArrayList<>();
        for (Object alternative : alternatives) {
            Map<?, ?> schema = alternative instanceof Map<?, ?> keywords ? keywords : Map.of();
            Object constant = schema.get("const");
            if (constant != null) {
                values.add(constant);
            } else if (schema.get("enum") instanceof List<?> list) {
                values.addAll(withoutNulls(list));
            } else if (!isNull(schema)) {
                return List.of();
            }
        }
        return values;
    }

    /** Returns whether a schema allows only null, which means that no value is given. */
    private static boolean isNull(Map<?, ?> schema) {
        Object type = schema.get("type");
        return schema.containsKey("const")
                || "null".equals(type)
                || List.of("null").equals(type);
    }

    private static List<Object> withoutNulls(List<?> values) {
        List<Object> result = new ArrayList<>(values);
        result.removeIf(Objects::isNull);
        return result;
    }

    boolean hasType() {
        return firstValue("type") != null || typeOfAllowedValues() != PropertyType.ANY;
    }

    PropertyType type(String name) {
        PropertyType declared = declaredType();
        boolean fitsFile = declared == PropertyType.ARRAY || declared == PropertyType.ANY;
        return fitsFile && isFile(name) ? PropertyType.FILE : declared;
    }

    private PropertyType declaredType() {
        List<?> names = firstValue("type") instanceof List<?> list ? list : List.of(String.valueOf(firstValue("type")));
        Set<PropertyType> types = new HashSet<>();
        for (Object typeName : names) {
            if (!"null".equals(typeName)) {
                types.add(parseType(String.valueOf(typeName)));
            }
        }
        if (types.size() == 1 && !types.contains(PropertyType.ANY)) {
            return types.iterator().next();
        }
        return firstValue("type") == null ? typeOfAllowedValues() : PropertyType.ANY;
    }

    private static PropertyType parseType(String typeName) {
        for (PropertyType type : JSON_SCHEMA_TYPES) {
            if (type.name().equalsIgnoreCase(typeName)) {
                return type;
            }
        }
        return PropertyType.ANY;
    }

    private PropertyType typeOfAllowedValues() {
        Set<PropertyType> types = new HashSet<>();
        for (Object value : allowedValues()) {
            types.add(typeOf(value));
        }
        return types.size() == 1 ? types.iterator().next() : PropertyType.ANY;
    }

    private static PropertyType typeOf(Object value) {
        if (value instanceof String) {
            return PropertyType.STRING;
        }
        if (value instanceof Boolean) {
            return PropertyType.BOOLEAN;
        }
        if (value instanceof Long) {
            return PropertyType.INTEGER;
        }
        return value instanceof BigDecimal ? PropertyType.NUMBER : PropertyType.ANY;
    }

    private boolean isFile(String name) {
        if (FILE_PROPERTY_NAMES.contains(name.toLowerCase(Locale.ROOT))
                || Set.of("file", "binary", "byte").contains(String.valueOf(firstValue("format")))) {
            return true;
        }
        if (!(firstValue("items") instanceof Map<?, ?> items)
                || !(items.get("properties") instanceof Map<?, ?> members)) {
            return false;
        }
        return members.get("value") instanceof Map<?, ?> value
                && members.containsKey("name")
                && ("base64".equals(value.get("contentEncoding"))
                        || Set.of("byte", "binary", "base64").contains(String.valueOf(value.get("format"))));
    }
}
