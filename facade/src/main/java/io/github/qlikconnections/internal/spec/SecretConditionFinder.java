package io.github.qlikconnections.internal.spec;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the properties that decide whether secret properties apply, by {@code if}, dependent keywords or alternatives. */
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
     * Finds the deciding properties of a schema.
     *
     * @param root the prepared schema of the connection properties
     * @param secrets the names of the secret properties
     * @return an unmodifiable set of the names of the deciding properties, without secret ones
     */
    public static Set<String> find(Map<?, ?> root, Set<String> secrets) {
        SecretConditionFinder finder = new SecretConditionFinder(root, secrets);
        Set<String> found = new LinkedHashSet<>();
        ApplicableSubschemas.findAll(root, root).forEach(schema -> finder.collect(schema, found));
        found.removeAll(secrets);
        return Collections.unmodifiableSet(found);
    }

    private void collect(Map<?, ?> schema, Set<String> found) {
        if (hasSecret(schema.get("then")) || hasSecret(schema.get("else"))) {
            found.addAll(propertyNames(schema.get("if")));
        }
        for (String keyword : DEPENDENTS) {
            if (schema.get(keyword) instanceof Map<?, ?> dependents) {
                dependents.forEach((name, dependent) -> {
                    if (hasSecret(dependent)) {
                        found.add(String.valueOf(name));
                    }
                });
            }
        }
        for (String keyword : ALTERNATIVES) {
            for (Object branch : list(schema.get(keyword))) {
                if (hasSecret(branch)) {
                    found.addAll(discriminators(branch));
                }
            }
        }
    }

    /** Returns whether a list of names or a subschema contains a secret property. */
    private boolean hasSecret(@Nullable Object part) {
        return list(part).stream().anyMatch(secrets::contains)
                || propertyNames(part).stream().anyMatch(secrets::contains);
    }

    /** Returns the names of all properties that a subschema declares or requires. */
    private Set<String> propertyNames(@Nullable Object part) {
        Set<String> names = new HashSet<>();
        if (part instanceof Map<?, ?> subschema) {
            for (Map<?, ?> schema : ApplicableSubschemas.findAll(root, subschema)) {
                properties(schema).keySet().forEach(name -> names.add(String.valueOf(name)));
                list(schema.get("required")).forEach(name -> names.add(String.valueOf(name)));
            }
        }
        return names;
    }

    /** Returns the properties whose values select an alternative. */
    private Set<String> discriminators(@Nullable Object branch) {
        Set<String> discriminators = new HashSet<>();
        if (branch instanceof Map<?, ?> alternative) {
            for (Map<?, ?> schema : ApplicableSubschemas.findUnconditional(root, alternative)) {
                properties(schema).forEach((name, property) -> {
                    if (property instanceof Map<?, ?> keywords
                            && (keywords.containsKey("const") || keywords.get("enum") instanceof List<?>)) {
                        discriminators.add(String.valueOf(name));
                    }
                });
            }
        }
        return discriminators;
    }

    private static Map<?, ?> properties(Map<?, ?> schema) {
        return schema.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }
}
