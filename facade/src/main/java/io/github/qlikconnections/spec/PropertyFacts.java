package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.spec.ApplicableSubschemas;
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

/** What a schema says of one property, its references and {@code allOf} taken together. */
final class PropertyFacts {

    /** Files of the documented sources, which nothing in a schema may mark, and how others tend to be named. */
    private static final Set<String> FILES = Set.of(
            "serviceaccountkeyfile",
            "keyfilepath",
            "trustedcerts",
            "rootcertificates",
            "mutualpfxcertificatefiles",
            "privatekey",
            "priv_key_file",
            "privatekeyfile",
            "jsoncredentials");

    /** What JSON Schema has a word for. */
    private static final Set<PropertyType> NAMED =
            EnumSet.complementOf(EnumSet.of(PropertyType.FILE, PropertyType.ANY));

    private final List<Map<?, ?>> schemas;

    private final Map<?, ?> root;

    PropertyFacts(Map<?, ?> root, Map<?, ?> schema) {
        this.root = root;
        this.schemas = ApplicableSubschemas.findUnconditional(root, schema);
    }

    /** The value of a keyword where it is given first. */
    @Nullable Object first(String keyword) {
        for (Map<?, ?> schema : schemas) {
            Object value = schema.get(keyword);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    String description() {
        Object description = first("description") instanceof String text ? text : first("title");
        return description instanceof String text ? text : "";
    }

    /** The schema of the property itself, with what it refers to in place of each reference. */
    Object completeSchema() {
        return new InlinedReferences(root).of(schemas.get(0));
    }

    @Nullable Object defaultValue() {
        return first("default");
    }

    /** Also where the values are listed one by one as alternatives, each with a title of its own. */
    List<Object> allowedValues() {
        if (first("enum") instanceof List<?> values) {
            return present(values);
        }
        Object only = first("const");
        if (only != null) {
            return List.of(only);
        }
        Object branches = first("oneOf") instanceof List<?> list ? list : first("anyOf");
        return branches instanceof List<?> list ? valuesOf(list) : List.of();
    }

    private static List<Object> valuesOf(List<?> branches) {
        List<Object> values = new ArrayList<>();
        for (Object branch : branches) {
            Object only = branch instanceof Map<?, ?> schema ? schema.get("const") : null;
            if (only != null) {
                values.add(only);
            } else if (branch instanceof Map<?, ?> schema && schema.get("enum") instanceof List<?> several) {
                values.addAll(present(several));
            } else {
                return List.of();
            }
        }
        return values;
    }

    private static List<Object> present(List<?> values) {
        List<Object> present = new ArrayList<>(values);
        present.removeIf(Objects::isNull);
        return present;
    }

    boolean statesType() {
        return first("type") != null || typeOfAllowed() != PropertyType.ANY;
    }

    PropertyType type(String name) {
        PropertyType declared = declaredType();
        boolean mayBeFile = declared == PropertyType.ARRAY || declared == PropertyType.ANY;
        return mayBeFile && isFile(name) ? PropertyType.FILE : declared;
    }

    private PropertyType declaredType() {
        List<?> words = first("type") instanceof List<?> several ? several : List.of(String.valueOf(first("type")));
        Set<PropertyType> types = new HashSet<>();
        for (Object word : words) {
            if (!"null".equals(word)) {
                types.add(named(String.valueOf(word)));
            }
        }
        if (types.size() == 1 && !types.contains(PropertyType.ANY)) {
            return types.iterator().next();
        }
        return first("type") == null ? typeOfAllowed() : PropertyType.ANY;
    }

    private static PropertyType named(String word) {
        for (PropertyType type : NAMED) {
            if (type.name().equalsIgnoreCase(word)) {
                return type;
            }
        }
        return PropertyType.ANY;
    }

    private PropertyType typeOfAllowed() {
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
        if (FILES.contains(name.toLowerCase(Locale.ROOT))
                || Set.of("file", "binary", "byte").contains(String.valueOf(first("format")))) {
            return true;
        }
        if (!(first("items") instanceof Map<?, ?> items) || !(items.get("properties") instanceof Map<?, ?> members)) {
            return false;
        }
        return members.get("value") instanceof Map<?, ?> value
                && members.containsKey("name")
                && ("base64".equals(value.get("contentEncoding"))
                        || Set.of("byte", "binary", "base64").contains(String.valueOf(value.get("format"))));
    }
}
