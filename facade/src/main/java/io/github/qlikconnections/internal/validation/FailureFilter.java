package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.spec.ApplicableSubschemas;
import io.github.qlikconnections.internal.spec.SchemaFailure;
import io.github.qlikconnections.internal.spec.SchemaStep;
import io.github.qlikconnections.internal.text.Condition;
import io.github.qlikconnections.internal.text.ConditionFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Selects the schema failures that are reported. Omits failures of conditions, negations and branches that do not apply. Of several
 * alternatives, it keeps only the best match.
 */
final class FailureFilter {

    /** Keywords whose own failure only repeats those of their subschemas. */
    private static final Set<String> CONTAINER_KEYWORDS = Set.of(
            "allOf",
            "if",
            "dependentSchemas",
            "$ref",
            "properties",
            "patternProperties",
            "additionalProperties",
            "unevaluatedProperties",
            "items",
            "prefixItems",
            "unevaluatedItems",
            "propertyNames");

    /** Keywords whose inner failures are not reported. */
    private static final Set<String> OPAQUE_KEYWORDS = Set.of("if", "not", "contains");

    private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf");

    private record FailurePath(SchemaFailure failure, List<SchemaStep> steps) {

        SchemaStep last() {
            return steps.get(steps.size() - 1);
        }

        /** Returns the index of the first branching keyword from the given step on, or -1. */
        int findBranchingStep(int stepsPassed) {
            for (int i = stepsPassed; i < steps.size(); i++) {
                if (ALTERNATIVES.contains(steps.get(i).keyword())) {
                    return i;
                }
            }
            return -1;
        }

        boolean isHidden() {
            for (int i = 0; i < steps.size() - 1; i++) {
                if (OPAQUE_KEYWORDS.contains(steps.get(i).keyword())) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Map<?, ?> root;
    private final Map<String, Object> values;
    private final PathConditions conditions;

    private FailureFilter(Map<?, ?> root, Map<String, Object> values) {
        this.root = root;
        this.values = values;
        this.conditions = new PathConditions(root, values.keySet());
    }

    static List<RelevantFailure> filter(Map<?, ?> root, Map<String, Object> values, List<SchemaFailure> failures) {
        List<FailurePath> paths = new ArrayList<>();
        for (SchemaFailure failure : failures) {
            List<SchemaStep> steps = SchemaStep.pathTo(root, failure);
            if (!steps.isEmpty()) {
                FailurePath path = new FailurePath(failure, steps);
                if (!path.isHidden()) {
                    paths.add(path);
                }
            }
        }
        List<RelevantFailure> relevant = new FailureFilter(root, values).selectRelevant(paths, 0);
        return new UnevaluatedPropertyFilter(root).filter(relevant);
    }

    private List<RelevantFailure> selectRelevant(List<FailurePath> paths, int stepsPassed) {
        List<RelevantFailure> relevant = new ArrayList<>();
        Map<String, List<FailurePath>> branching = new LinkedHashMap<>();
        for (FailurePath path : paths) {
            int branch = path.findBranchingStep(stepsPassed);
            if (branch >= 0) {
                String place = path.steps().get(branch).path() + " " + pointerOfBranching(path, branch);
                branching.computeIfAbsent(place, any -> new ArrayList<>()).add(path);
            } else {
                RelevantFailure failure = toRelevantFailure(path);
                if (failure != null) {
                    relevant.add(failure);
                }
            }
        }
        for (List<FailurePath> group : branching.values()) {
            relevant.addAll(selectAlternative(group, stepsPassed));
        }
        return relevant;
    }

    /** Returns the location of the value of a branching keyword. It distinguishes the items of an array. */
    private static String pointerOfBranching(FailurePath path, int branch) {
        int below = 0;
        for (SchemaStep step : path.steps().subList(branch, path.steps().size())) {
            below += switch (step.keyword()) {
                case "properties", "patternProperties", "prefixItems" ->
                    step.key().isEmpty() ? 0 : 1;
                case "items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems" -> 1;
                default -> 0;
            };
        }
        String pointer = path.failure().instancePointer();
        for (int i = 0; i < below && pointer.lastIndexOf('/') >= 0; i++) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return pointer;
    }

    private @Nullable RelevantFailure toRelevantFailure(FailurePath path) {
        SchemaStep last = path.last();
        List<Condition> pathConditions = conditions.of(path.steps());
        String pointer = path.failure().instancePointer();
        for (SchemaStep step : path.steps()) {
            if (step.keyword().equals("propertyNames")) {
                return RelevantFailure.of(step, pointer, pathConditions);
            }
        }
        if (path.failure().keyword().isEmpty()) {
            boolean unknown = last.keyword().equals("additionalProperties")
                    || last.keyword().equals("unevaluatedProperties");
            return RelevantFailure.of(last, pointer, pathConditions)
                    .withRule(unknown ? RelevantFailure.UNKNOWN : RelevantFailure.FORBIDDEN, null);
        }
        return CONTAINER_KEYWORDS.contains(last.keyword()) ? null : RelevantFailure.of(last, pointer, pathConditions);
    }

    private List<RelevantFailure> selectAlternative(List<FailurePath> group, int stepsPassed) {
        int branchingIndex = group.get(0).findBranchingStep(stepsPassed);
        SchemaStep branching = group.get(0).steps().get(branchingIndex);
        Map<Integer, List<FailurePath>> byBranch = new TreeMap<>();
        FailurePath own = group.get(0);
        for (FailurePath path : group) {
            String key = path.steps().get(branchingIndex).key();
            if (key.isEmpty()) {
                own = path;
            } else {
                byBranch.computeIfAbsent(Integer.valueOf(key), any -> new ArrayList<>())
                        .add(path);
            }
        }
        List<?> branches = branching.value() instanceof List<?> list ? list : List.of();
        RelevantFailure whole =
                RelevantFailure.of(branching, own.failure().instancePointer(), conditions.of(own.steps()));
        if (branches.size() - byBranch.size() > 1) {
            return List.of(whole.withRule(RelevantFailure.SEVERAL_MATCH, requiredNames(branches)));
        }
        String place = pointerOfBranching(group.get(0), branchingIndex);
        List<List<RelevantFailure>> explained = new ArrayList<>();
        for (Map.Entry<Integer, List<FailurePath>> branch : byBranch.entrySet()) {
            List<RelevantFailure> failures = selectRelevant(branch.getValue(), branchingIndex + 1);
            if (!failures.isEmpty()) {
                explained.add(addDiscriminators(branches.get(branch.getKey()), place, failures));
            }
        }
        if (explained.isEmpty()) {
            return List.of(whole);
        }
        RelevantFailure chosen = findDiscriminator(branches.size(), explained);
        if (chosen != null) {
            return List.of(chosen);
        }
        RelevantFailure together = merge(explained);
        return together != null
                ? List.of(together)
                : withoutPartialValues(
                        Collections.min(explained, Comparator.comparingInt(FailureFilter::distance)), whole);
    }

    /** Omits the values of missing properties unless a condition names the branch, because other branches may allow other values. */
    private static List<RelevantFailure> withoutPartialValues(List<RelevantFailure> branch, RelevantFailure whole) {
        return branch.stream()
                .map(failure -> failure.keyword().equals("required")
                                && failure.conditions().size()
                                        == whole.conditions().size()
                        ? failure.withOwner(Map.of())
                        : failure)
                .toList();
    }

    /** Adds the property values that selected a branch to the conditions of its failures. */
    private List<RelevantFailure> addDiscriminators(
            @Nullable Object branch, String place, List<RelevantFailure> failures) {
        Condition chosen =
                branch instanceof Map<?, ?> schema && JsonPointers.find(values, place) instanceof Map<?, ?> members
                        ? ConditionFormatter.formatDiscriminators(propertiesOf(schema), members)
                        : Condition.NONE;
        return chosen.isEmpty()
                ? failures
                : failures.stream()
                        .map(failure -> failure.withCondition(chosen))
                        .toList();
    }

    /** Returns the schemas of the properties of a branch, including those that it references or includes. */
    private Map<Object, Object> propertiesOf(Map<?, ?> branch) {
        Map<Object, Object> properties = new LinkedHashMap<>();
        for (Map<?, ?> part : ApplicableSubschemas.findUnconditional(root, branch)) {
            if (part.get("properties") instanceof Map<?, ?> declared) {
                declared.forEach(properties::putIfAbsent);
            }
        }
        return properties;
    }

    private static List<String> requiredNames(List<?> branches) {
        Set<String> names = new LinkedHashSet<>();
        for (Object branch : branches) {
            if (branch instanceof Map<?, ?> schema && schema.get("required") instanceof List<?> required) {
                required.forEach(name -> names.add(String.valueOf(name)));
            }
        }
        return List.copyOf(names);
    }

    /**
     * Finds a property whose value each branch fixes and that matches none of them. Then only the allowed values of all branches are
     * reported.
     */
    private static @Nullable RelevantFailure findDiscriminator(int count, List<List<RelevantFailure>> branches) {
        if (count < 2 || branches.size() != count) {
            return null;
        }
        for (RelevantFailure candidate : branches.get(0)) {
            if (!candidate.keyword().equals("enum")) {
                continue;
            }
            Set<@Nullable Object> allowed = new LinkedHashSet<>();
            boolean everywhere = true;
            for (List<RelevantFailure> branch : branches) {
                List<RelevantFailure> sameRule = branch.stream()
                        .filter(each ->
                                each.keyword().equals("enum") && each.pointer().equals(candidate.pointer()))
                        .toList();
                sameRule.forEach(each -> allowed.addAll(each.ruleValues()));
                everywhere &= !sameRule.isEmpty();
            }
            if (everywhere) {
                return candidate.withRule("enum", new ArrayList<>(allowed));
            }
        }
        return null;
    }

    /** Merges branches that all fail by the same keyword at the same location. */
    private @Nullable RelevantFailure merge(List<List<RelevantFailure>> branches) {
        RelevantFailure first = branches.get(0).get(0);
        List<RelevantFailure> sameRule = new ArrayList<>();
        Set<@Nullable Object> rules = new LinkedHashSet<>();
        for (List<RelevantFailure> branch : branches) {
            RelevantFailure only = branch.get(0);
            if (branch.size() > 1
                    || !only.pointer().equals(first.pointer())
                    || !only.keyword().equals(first.keyword())) {
                return null;
            }
            sameRule.add(only);
            rules.addAll(only.ruleValues());
        }
        if (branches.size() == 1) {
            return null;
        }
        return switch (first.keyword()) {
            case "enum", "type" -> first.withRule(first.keyword(), new ArrayList<>(rules));
            case "required" -> mergeRequired(sameRule);
            default -> null;
        };
    }

    /** Merges missing properties. A property that is missing in every branch is required. */
    private RelevantFailure mergeRequired(List<RelevantFailure> branches) {
        Set<Object> any = new LinkedHashSet<>();
        Set<Object> every = new LinkedHashSet<>(missingNames(branches.get(0)));
        for (RelevantFailure branch : branches) {
            Set<Object> missing = missingNames(branch);
            any.addAll(missing);
            every.retainAll(missing);
        }
        if (every.isEmpty()) {
            return branches.get(0).withRule(RelevantFailure.ONE_REQUIRED, List.copyOf(any));
        }
        Map<Object, Map<String, List<?>>> properties = new LinkedHashMap<>();
        every.forEach(name -> properties.put(name, Map.of("enum", fixedValues(String.valueOf(name), branches))));
        return branches.get(0).withRule("required", List.copyOf(every)).withOwner(Map.of("properties", properties));
    }

    /** Returns the values of all branches for a property, empty if a branch allows any value. */
    private static List<?> fixedValues(String name, List<RelevantFailure> branches) {
        Set<@Nullable Object> values = new LinkedHashSet<>();
        for (RelevantFailure branch : branches) {
            if (branch.fixedValues(name).isEmpty()) {
                return List.of();
            }
            values.addAll(branch.fixedValues(name));
        }
        return new ArrayList<>(values);
    }

    private Set<Object> missingNames(RelevantFailure failure) {
        Set<Object> names = new LinkedHashSet<>(failure.ruleValues());
        if (JsonPointers.find(values, failure.pointer()) instanceof Map<?, ?> members) {
            names.removeAll(members.keySet());
        }
        return names;
    }

    /** Returns how far a branch is from matching. Wrong fixed values and types count most. */
    private static int distance(List<RelevantFailure> branch) {
        int distance = 0;
        for (RelevantFailure failure : branch) {
            distance += switch (failure.keyword()) {
                case "enum" -> 100;
                case "type" -> 30;
                case RelevantFailure.UNKNOWN, RelevantFailure.FORBIDDEN -> 3;
                default -> 1;
            };
        }
        return distance;
    }
}
