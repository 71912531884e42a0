package io.github.qlikconnections.spec;

import io.github.qlikconnections.auth.SecretNames;
import io.github.qlikconnections.internal.spec.SameInstance;
import io.github.qlikconnections.internal.validation.ConditionText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the properties that a schema names, in whatever part of it, and when they are required. */
final class PropertyReader {

    private static final Set<String> SECRET_MARKS =
            Set.of("x-secret", "x-sensitive", "x-password", "secret", "sensitive", "isSecret", "isPassword");

    /** Deeper, a schema describes no connection but wants to fill the stack. */
    private static final int MAX_DEPTH = 200;

    private final Map<?, ?> root;
    private final boolean allSecret;
    private final Map<String, Map<?, ?>> schemas = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Map<String, Set<String>> conditions = new LinkedHashMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean stated;

    private PropertyReader(Map<?, ?> root, boolean allSecret) {
        this.root = root;
        this.allSecret = allSecret;
    }

    static List<PropertySpec> read(Map<?, ?> schema, boolean allSecret) {
        PropertyReader reader = new PropertyReader(schema, allSecret);
        reader.collect(schema, List.of(), 0);
        List<PropertySpec> properties = new ArrayList<>();
        reader.schemas.forEach((name, property) -> properties.add(reader.property(name, property)));
        return List.copyOf(properties);
    }

    private void collect(@Nullable Object part, List<String> when, int depth) {
        if (!(part instanceof Map<?, ?> schema) || depth > MAX_DEPTH || !seen.add(schema)) {
            return;
        }
        for (Map.Entry<?, ?> property : members(schema, "properties").entrySet()) {
            schemas.putIfAbsent(
                    String.valueOf(property.getKey()),
                    property.getValue() instanceof Map<?, ?> keywords ? keywords : Map.of());
        }
        require(schema.get("required"), when);
        for (Map.Entry<?, ?> dependent : members(schema, "dependentRequired").entrySet()) {
            require(dependent.getValue(), and(when, given(dependent)));
        }
        int next = depth + 1;
        collect(SameInstance.target(root, schema), when, next);
        for (Object always : list(schema.get("allOf"))) {
            collect(always, when, next);
        }
        for (String alternatives : List.of("anyOf", "oneOf")) {
            for (Object branch : list(schema.get(alternatives))) {
                collect(branch, and(when, branch(branch)), next);
            }
        }
        collect(schema.get("then"), and(when, ConditionText.of(schema.get("if"))), next);
        collect(schema.get("else"), and(when, ConditionText.opposite(schema.get("if"))), next);
        for (Map.Entry<?, ?> dependent : members(schema, "dependentSchemas").entrySet()) {
            collect(dependent.getValue(), and(when, given(dependent)), next);
        }
    }

    private static String given(Map.Entry<?, ?> dependent) {
        return ConditionText.given(String.valueOf(dependent.getKey()));
    }

    private static Map<?, ?> members(Map<?, ?> schema, String keyword) {
        return schema.get(keyword) instanceof Map<?, ?> members ? members : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }

    /** A branch is told by the values that it fixes; one that fixes none is just an alternative. */
    private static String branch(@Nullable Object branch) {
        Map<String, Object> fixed = new LinkedHashMap<>();
        Map<?, ?> properties = branch instanceof Map<?, ?> schema ? members(schema, "properties") : Map.of();
        for (Map.Entry<?, ?> property : properties.entrySet()) {
            if (property.getValue() instanceof Map<?, ?> keywords
                    && (keywords.containsKey("const") || keywords.get("enum") instanceof List<?>)) {
                fixed.put(String.valueOf(property.getKey()), keywords);
            }
        }
        return fixed.isEmpty() ? "none of its alternatives is given" : ConditionText.of(Map.of("properties", fixed));
    }

    private static List<String> and(List<String> when, String further) {
        List<String> all = new ArrayList<>(when);
        all.add(further);
        return all;
    }

    private void require(@Nullable Object names, List<String> when) {
        if (!(names instanceof List<?> list)) {
            return;
        }
        stated = true;
        for (Object each : list) {
            String name = String.valueOf(each);
            schemas.putIfAbsent(name, Map.of());
            if (when.isEmpty()) {
                required.add(name);
            } else {
                conditions.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(String.join(" and ", when));
            }
        }
    }

    private PropertySpec property(String name, Map<?, ?> schema) {
        PropertyFacts facts = new PropertyFacts(root, schema);
        Requirement requirement = Requirement.NOT_STATED;
        if (stated) {
            requirement = required.contains(name) ? Requirement.REQUIRED : Requirement.OPTIONAL;
        }
        Set<String> when = requirement == Requirement.REQUIRED ? null : conditions.get(name);
        return new PropertySpec(
                name,
                facts,
                requirement,
                when == null ? null : String.join(", or ", when),
                allSecret || isMarked(facts) || SecretNames.mayBeSecret(name));
    }

    private static boolean isMarked(PropertyFacts facts) {
        return Boolean.TRUE.equals(facts.first("writeOnly"))
                || "password".equals(facts.first("format"))
                || SECRET_MARKS.stream().anyMatch(mark -> Boolean.TRUE.equals(facts.first(mark)));
    }
}
