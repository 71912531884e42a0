package io.github.qlikconnections.spec;

import io.github.qlikconnections.auth.SecretNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the properties that a schema names. */
final class PropertyReader {

    private PropertyReader() {}

    static List<PropertySpec> read(Map<?, ?> schema) {
        if (!(schema.get("properties") instanceof Map<?, ?> properties)) {
            return List.of();
        }
        List<?> required = schema.get("required") instanceof List<?> names ? names : null;
        List<PropertySpec> specs = new ArrayList<>();
        properties.forEach((name, property) -> specs.add(property(
                String.valueOf(name), property instanceof Map<?, ?> members ? members : Map.of(), required)));
        return List.copyOf(specs);
    }

    private static PropertySpec property(String name, Map<?, ?> schema, @Nullable List<?> required) {
        Requirement requirement = Requirement.NOT_STATED;
        if (required != null) {
            requirement = required.contains(name) ? Requirement.REQUIRED : Requirement.OPTIONAL;
        }
        List<Object> allowed = new ArrayList<>();
        if (schema.get("enum") instanceof List<?> values) {
            values.stream().filter(Objects::nonNull).forEach(allowed::add);
        }
        return new PropertySpec(
                name,
                type(schema.get("type")),
                schema.get("description") instanceof String text ? text : "",
                schema.get("default"),
                allowed,
                requirement,
                null,
                SecretNames.mayBeSecret(name));
    }

    private static PropertyType type(@Nullable Object type) {
        for (PropertyType known : PropertyType.values()) {
            if (type instanceof String word
                    && known.name().toLowerCase(Locale.ROOT).equals(word)) {
                return known;
            }
        }
        return PropertyType.ANY;
    }
}
