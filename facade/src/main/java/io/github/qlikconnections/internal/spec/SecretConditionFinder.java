package io.github.qlikconnections.internal.spec;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the properties on whose values a schema makes secret properties depend: by if, dependent keywords or alternatives. */
public final class SecretConditionFinder {

    private static final List<String> ALTERNATIVES = List.of("anyOf", "oneOf");
    private static final List<String> DEPENDENTS = List.of("dependentRequired", "dependentSchemas");

    private final Map<?, ?> root;
    private final Set<String> secrets;

    private SecretConditionFinder(Map<?, ?> root, Set<String> secrets) {
        this.root = root;
        this.secrets = secrets;
    }

    /**
     * Reads a schema.
     *
     * @param root the prepared schema of the connection properties
     * @param secrets the names of the secret properties
     * @return an unmodifiable set with the names of the properties that decide about them, without secret ones
     */
    public static Set<String> of(Map<?, ?> root, Set<String> secrets) {
        SecretConditionFinder conditions = new SecretConditionFinder(root, secrets);
        Set<String> found = new LinkedHashSet<>();
        ApplicableSubschemas.of(root, root).forEach(schema -> conditions.collect(schema, found));
        found.removeAll(secrets);
        return Collections.unmodifiableSet(found);
    }

    private void collect(Map<?, ?> schema, Set<String> found) {
        if (governsSecret(schema.get("then")) || governsSecret(schema.get("else"))) {
            found.addAll(names(schema.get("if")));
        }
        for (String keyword : DEPENDENTS) {
            if (schema.get(keyword) instanceof Map<?, ?> dependents) {
                dependents.forEach((name, dependent) -> {
                    if (governsSecret(dependent)) {
                        found.add(String.valueOf(name));
                    }
                });
            }
        }
        for (String keyword : ALTERNATIVES) {
            for (Object branch : list(schema.get(keyword))) {
                if (governsSecret(branch)) {
                    found.addAll(fixed(branch));
                }
            }
        }
    }

    /** Whether a list of names, or a subschema, names a secret property. */
    private boolean governsSecret(@Nullable Object part) {
        return list(part).stream().anyMatch(secrets::contains)
                || names(part).stream().anyMatch(secrets::contains);
    }

    /** All names of properties that a subschema declares or requires. */
    private Set<String> names(@Nullable Object part) {
        Set<String> names = new HashSet<>();
        if (part instanceof Map<?, ?> subschema) {
            for (Map<?, ?> schema : ApplicableSubschemas.of(root, subschema)) {
                properties(schema).keySet().forEach(name -> names.add(String.valueOf(name)));
                list(schema.get("required")).forEach(name -> names.add(String.valueOf(name)));
            }
        }
        return names;
    }

    /** The properties by whose values an alternative is selected. */
    private Set<String> fixed(@Nullable Object branch) {
        Set<String> fixed = new HashSet<>();
        if (branch instanceof Map<?, ?> alternative) {
            for (Map<?, ?> schema : ApplicableSubschemas.always(root, alternative)) {
                properties(schema).forEach((name, property) -> {
                    if (property instanceof Map<?, ?> keywords
                            && (keywords.containsKey("const") || keywords.get("enum") instanceof List<?>)) {
                        fixed.add(String.valueOf(name));
                    }
                });
            }
        }
        return fixed;
    }

    private static Map<?, ?> properties(Map<?, ?> schema) {
        return schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }
}
