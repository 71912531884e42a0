package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.text.SecretNames;
import io.github.qlikconnections.internal.spec.ApplicableSubschemas;
import io.github.qlikconnections.internal.spec.SecretAnnotations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the properties that a schema names, in all its branches, and when they are required. */
final class PropertyReader {

    /** Deeper, a schema describes no connection but wants to fill the stack. */
    private static final int MAX_DEPTH = 200;

    /** A part can be reached in many ways. After so many visits each further part is read once only. */
    private static final int MAX_VISITS = 5_000;

    private final Map<?, ?> root;
    private final Map<String, String> unchecked;
    private final boolean allSecret;
    private final SecretAnnotations marks;
    private final Map<String, List<PropertyBranch>> branches = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Map<String, Set<String>> conditions = new LinkedHashMap<>();
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> settled = Collections.newSetFromMap(new IdentityHashMap<>());
    private int visits;
    private boolean stated;

    private PropertyReader(Map<?, ?> root, Map<String, String> unchecked, boolean allSecret) {
        this.root = root;
        this.unchecked = unchecked;
        this.allSecret = allSecret;
        this.marks = new SecretAnnotations(root);
    }

    /** Reads a prepared schema, in which the rules of some properties are left out. */
    static List<PropertySpec> read(Map<?, ?> schema, Map<String, String> unchecked) {
        return new PropertyReader(schema, unchecked, false).properties();
    }

    /** Reads what can be read of a schema that cannot be used. All of its properties may be secret. */
    static List<PropertySpec> readUnusable(Map<?, ?> schema) {
        return new PropertyReader(schema, Map.of(), true).properties();
    }

    private List<PropertySpec> properties() {
        collect(root, List.of(), 0);
        return branches.keySet().stream().map(this::property).toList();
    }

    private void collect(@Nullable Object part, List<BranchCondition> when, int depth) {
        if (!(part instanceof Map<?, ?> schema) || depth > MAX_DEPTH || settled.contains(schema) || !open.add(schema)) {
            return;
        }
        // A part that always applies needs no second visit under a condition.
        if (when.isEmpty() || ++visits > MAX_VISITS) {
            settled.add(schema);
        }
        for (Map.Entry<?, ?> property : members(schema, "properties").entrySet()) {
            Map<?, ?> keywords = property.getValue() instanceof Map<?, ?> map ? map : Map.of();
            branchesOf(String.valueOf(property.getKey()))
                    .add(new PropertyBranch(when, new PropertyFacts(root, keywords)));
        }
        require(schema.get("required"), when);
        for (Map.Entry<?, ?> dependent : members(schema, "dependentRequired").entrySet()) {
            require(dependent.getValue(), and(when, BranchCondition.given(String.valueOf(dependent.getKey()))));
        }
        collectParts(schema, when, depth + 1);
        open.remove(schema);
    }

    private void collectParts(Map<?, ?> schema, List<BranchCondition> when, int depth) {
        collect(ApplicableSubschemas.referenceTarget(root, schema), when, depth);
        for (Object always : list(schema.get("allOf"))) {
            collect(always, when, depth);
        }
        for (String alternatives : List.of("anyOf", "oneOf")) {
            for (Object branch : list(schema.get(alternatives))) {
                collect(branch, and(when, BranchCondition.alternative(root, branch)), depth);
            }
        }
        collect(schema.get("then"), and(when, BranchCondition.then(schema.get("if"), required)), depth);
        collect(schema.get("else"), and(when, BranchCondition.otherwise(schema.get("if"))), depth);
        for (Map.Entry<?, ?> dependent : members(schema, "dependentSchemas").entrySet()) {
            BranchCondition given = BranchCondition.given(String.valueOf(dependent.getKey()));
            collect(dependent.getValue(), and(when, given), depth);
        }
    }

    private List<PropertyBranch> branchesOf(String name) {
        return branches.computeIfAbsent(name, any -> new ArrayList<>());
    }

    private static Map<?, ?> members(Map<?, ?> schema, String keyword) {
        return schema.get(keyword) instanceof Map<?, ?> members ? members : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }

    private static List<BranchCondition> and(List<BranchCondition> when, BranchCondition further) {
        List<BranchCondition> all = new ArrayList<>(when);
        all.add(further);
        return all;
    }

    private void require(@Nullable Object names, List<BranchCondition> when) {
        if (!(names instanceof List<?> list)) {
            return;
        }
        stated = true;
        for (Object each : list) {
            String name = String.valueOf(each);
            branchesOf(name);
            if (when.isEmpty()) {
                required.add(name);
            } else {
                conditions
                        .computeIfAbsent(name, any -> new LinkedHashSet<>())
                        .add(String.join(
                                " and ",
                                when.stream().map(BranchCondition::text).toList()));
            }
        }
    }

    private PropertySpec property(String name) {
        Requirement requirement = Requirement.NOT_STATED;
        if (stated) {
            requirement = conditions.containsKey(name) ? Requirement.CONDITIONAL : Requirement.OPTIONAL;
            requirement = required.contains(name) ? Requirement.REQUIRED : requirement;
        }
        Set<String> when = requirement == Requirement.CONDITIONAL ? conditions.get(name) : null;
        List<Map<?, ?>> schemas = marks.hasAny() ? marks.descend(marks.rootSchemas(), name) : List.of();
        return new PropertySpec(
                name,
                branchesOf(name),
                requirement,
                when == null ? null : String.join(", or ", when),
                allSecret || marks.isMarkedWithin(schemas) || SecretNames.mayBeSecret(name),
                marks.isMarked(schemas),
                unchecked.get(name));
    }
}
