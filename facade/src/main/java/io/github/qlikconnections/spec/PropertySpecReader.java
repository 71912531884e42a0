package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.spec.ApplicableSubschemas;
import io.github.qlikconnections.internal.spec.ReferenceInliner;
import io.github.qlikconnections.internal.spec.SecretAnnotations;
import io.github.qlikconnections.internal.text.Condition;
import io.github.qlikconnections.internal.text.SecretNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the properties of a schema from all of its branches, with the conditions under which they are required. */
final class PropertySpecReader {

    /** Nesting limit that protects the stack from hostile schemas. */
    private static final int MAX_DEPTH = 200;

    /** A subschema can be reached by many paths. After this number of visits, each further one is read only once. */
    private static final int MAX_VISITS = 5_000;

    private final Map<?, ?> root;
    private final Map<String, String> uncheckedReasons;
    private final boolean everyPropertySecret;
    private final SecretAnnotations secretAnnotations;
    private final Map<String, List<PropertyBranch>> branches = new LinkedHashMap<>();
    private final Set<String> alwaysRequired = new LinkedHashSet<>();
    private final Map<String, Set<String>> requiredConditions = new LinkedHashMap<>();
    private final Set<Object> currentPath = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> completed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Object, @Nullable Object> inlinedConditions = new IdentityHashMap<>();
    private int visits;
    private boolean hasRequiredKeyword;

    private PropertySpecReader(Map<?, ?> root, Map<String, String> uncheckedReasons, boolean everyPropertySecret) {
        this.root = root;
        this.uncheckedReasons = uncheckedReasons;
        this.everyPropertySecret = everyPropertySecret;
        this.secretAnnotations = new SecretAnnotations(root);
    }

    /** Reads a prepared schema, which lacks the rules of the properties in {@code uncheckedReasons}. */
    static List<PropertySpec> read(Map<?, ?> schema, Map<String, String> uncheckedReasons) {
        return new PropertySpecReader(schema, uncheckedReasons, false).properties();
    }

    /** Reads the properties of an unusable schema as far as possible. Each of them counts as secret. */
    static List<PropertySpec> readUnusable(Map<?, ?> schema) {
        return new PropertySpecReader(schema, Map.of(), true).properties();
    }

    private List<PropertySpec> properties() {
        collect(root, List.of(), 0);
        return branches.keySet().stream().map(this::property).toList();
    }

    private void collect(@Nullable Object subschema, List<BranchCondition> branchConditions, int depth) {
        if (!(subschema instanceof Map<?, ?> schema)
                || depth > MAX_DEPTH
                || completed.contains(schema)
                || !currentPath.add(schema)) {
            return;
        }
        // An unconditional subschema needs no second visit under a condition.
        if (branchConditions.isEmpty() || ++visits > MAX_VISITS) {
            completed.add(schema);
        }
        for (Map.Entry<?, ?> property : members(schema, "properties").entrySet()) {
            Map<?, ?> keywords = property.getValue() instanceof Map<?, ?> map ? map : Map.of();
            branchesOf(String.valueOf(property.getKey()))
                    .add(new PropertyBranch(branchConditions, new PropertySchema(root, keywords)));
        }
        require(schema.get("required"), branchConditions);
        for (Map.Entry<?, ?> dependent : members(schema, "dependentRequired").entrySet()) {
            require(
                    dependent.getValue(),
                    and(branchConditions, BranchCondition.ofGivenProperty(String.valueOf(dependent.getKey()))));
        }
        collectSubschemas(schema, branchConditions, depth + 1);
        currentPath.remove(schema);
    }

    private void collectSubschemas(Map<?, ?> schema, List<BranchCondition> branchConditions, int depth) {
        collect(ApplicableSubschemas.referenceTarget(root, schema), branchConditions, depth);
        for (Object subschema : list(schema.get("allOf"))) {
            collect(subschema, branchConditions, depth);
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            List<?> alternatives = list(schema.get(keyword));
            for (Object branch : alternatives) {
                collect(
                        branch,
                        and(branchConditions, BranchCondition.ofAlternative(root, branch, alternatives)),
                        depth);
            }
        }
        Object condition = schema.get("if");
        Object inlined = inlined(condition);
        collect(
                schema.get("then"),
                and(branchConditions, BranchCondition.ofThen(condition, inlined, alwaysRequired)),
                depth);
        collect(schema.get("else"), and(branchConditions, BranchCondition.ofElse(condition, inlined)), depth);
        for (Map.Entry<?, ?> dependent : members(schema, "dependentSchemas").entrySet()) {
            BranchCondition given = BranchCondition.ofGivenProperty(String.valueOf(dependent.getKey()));
            collect(dependent.getValue(), and(branchConditions, given), depth);
        }
    }

    private @Nullable Object inlined(@Nullable Object condition) {
        return condition == null
                ? null
                : inlinedConditions.computeIfAbsent(condition, any -> ReferenceInliner.inline(root, any));
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

    private static List<BranchCondition> and(List<BranchCondition> branchConditions, BranchCondition condition) {
        List<BranchCondition> all = new ArrayList<>(branchConditions);
        all.add(condition);
        return all;
    }

    private void require(@Nullable Object names, List<BranchCondition> branchConditions) {
        if (!(names instanceof List<?> list)) {
            return;
        }
        hasRequiredKeyword = true;
        for (Object element : list) {
            String name = String.valueOf(element);
            branchesOf(name);
            if (branchConditions.isEmpty()) {
                alwaysRequired.add(name);
            } else {
                requiredConditions
                        .computeIfAbsent(name, any -> new LinkedHashSet<>())
                        .add(Condition.allOf(branchConditions.stream()
                                        .map(BranchCondition::requirement)
                                        .toList())
                                .text());
            }
        }
    }

    private PropertySpec property(String name) {
        Requirement requirement = Requirement.NOT_STATED;
        if (hasRequiredKeyword) {
            requirement = requiredConditions.containsKey(name) ? Requirement.CONDITIONAL : Requirement.OPTIONAL;
            requirement = alwaysRequired.contains(name) ? Requirement.REQUIRED : requirement;
        }
        Set<String> alternativeConditions =
                requirement == Requirement.CONDITIONAL ? requiredConditions.get(name) : null;
        List<Map<?, ?>> schemas = secretAnnotations.hasAny()
                ? secretAnnotations.descend(secretAnnotations.rootSchemas(), name)
                : List.of();
        return new PropertySpec(
                name,
                branchesOf(name),
                requirement,
                alternativeConditions == null ? null : String.join(", or ", alternativeConditions),
                everyPropertySecret || secretAnnotations.isMarkedWithin(schemas) || SecretNames.mayBeSecret(name),
                secretAnnotations.isMarked(schemas),
                uncheckedReasons.get(name));
    }
}
