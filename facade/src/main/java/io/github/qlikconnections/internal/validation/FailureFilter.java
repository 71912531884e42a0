package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.spec.SchemaFailure;
import io.github.qlikconnections.internal.spec.SchemaStep;
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
 * Picks from everything that failed what a person should hear: nothing of branches that simply do not apply, of
 * conditions and negations, and of several alternatives only the one that fits best.
 */
final class FailureFilter {

    /** Their own failures only repeat those of the schemas they hold. */
    private static final Set<String> MERE_CONTAINERS = Set.of(
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

    /** What fails inside them does not count for itself. */
    private static final Set<String> OPAQUE = Set.of("if", "not", "contains");

    private static final Set<String> ALTERNATIVES = Set.of("anyOf", "oneOf");

    private record FailurePath(SchemaFailure failure, List<SchemaStep> steps) {

        SchemaStep last() {
            return steps.get(steps.size() - 1);
        }

        /** The first branching keyword on the way, below the given number of steps. */
        int branchAfter(int passed) {
            for (int i = passed; i < steps.size(); i++) {
                if (ALTERNATIVES.contains(steps.get(i).keyword())) {
                    return i;
                }
            }
            return -1;
        }

        boolean isHidden() {
            for (int i = 0; i < steps.size() - 1; i++) {
                if (OPAQUE.contains(steps.get(i).keyword())) {
                    return true;
                }
            }
            return false;
        }
    }

    private final Map<String, Object> values;

    private FailureFilter(Map<String, Object> values) {
        this.values = values;
    }

    static List<RelevantFailure> of(Map<?, ?> root, Map<String, Object> values, List<SchemaFailure> failures) {
        List<FailurePath> traces = new ArrayList<>();
        for (SchemaFailure failure : failures) {
            List<SchemaStep> steps = SchemaStep.pathTo(root, failure);
            if (!steps.isEmpty()) {
                FailurePath trace = new FailurePath(failure, steps);
                if (!trace.isHidden()) {
                    traces.add(trace);
                }
            }
        }
        FailureFilter findings = new FailureFilter(values);
        return new UnevaluatedPropertyFilter(root).without(findings.relevant(traces, 0));
    }

    private List<RelevantFailure> relevant(List<FailurePath> traces, int passed) {
        List<RelevantFailure> found = new ArrayList<>();
        Map<String, List<FailurePath>> branching = new LinkedHashMap<>();
        for (FailurePath trace : traces) {
            int branch = trace.branchAfter(passed);
            if (branch >= 0) {
                String place = trace.steps().get(branch).path() + " " + valuePlace(trace, branch);
                branching.computeIfAbsent(place, any -> new ArrayList<>()).add(trace);
            } else {
                RelevantFailure finding = finding(trace);
                if (finding != null) {
                    found.add(finding);
                }
            }
        }
        for (List<FailurePath> group : branching.values()) {
            found.addAll(alternatives(group, passed));
        }
        return found;
    }

    /** One branching keyword can fail for several items of a list; the number of items on the way tells them apart. */
    private static String valuePlace(FailurePath trace, int branch) {
        int below = 0;
        for (SchemaStep step : trace.steps().subList(branch, trace.steps().size())) {
            below += switch (step.keyword()) {
                case "properties", "patternProperties", "prefixItems" ->
                    step.key().isEmpty() ? 0 : 1;
                case "items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems" -> 1;
                default -> 0;
            };
        }
        String pointer = trace.failure().instancePointer();
        for (int i = 0; i < below && pointer.lastIndexOf('/') >= 0; i++) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return pointer;
    }

    private @Nullable RelevantFailure finding(FailurePath trace) {
        SchemaStep last = trace.last();
        List<String> conditions = ConditionFormatter.along(trace.steps(), values.keySet());
        String pointer = trace.failure().instancePointer();
        if (trace.failure().keyword().isEmpty()) {
            boolean unknown = last.keyword().equals("additionalProperties")
                    || last.keyword().equals("unevaluatedProperties");
            return RelevantFailure.of(last, pointer, conditions)
                    .as(unknown ? RelevantFailure.UNKNOWN : RelevantFailure.FALSE, null);
        }
        for (SchemaStep step : trace.steps()) {
            if (step.keyword().equals("propertyNames")) {
                return RelevantFailure.of(step, pointer, conditions);
            }
        }
        return MERE_CONTAINERS.contains(last.keyword()) ? null : RelevantFailure.of(last, pointer, conditions);
    }

    private List<RelevantFailure> alternatives(List<FailurePath> group, int passed) {
        int at = group.get(0).branchAfter(passed);
        SchemaStep branching = group.get(0).steps().get(at);
        Map<Integer, List<FailurePath>> byBranch = new TreeMap<>();
        FailurePath own = group.get(0);
        for (FailurePath trace : group) {
            String key = trace.steps().get(at).key();
            if (key.isEmpty()) {
                own = trace;
            } else {
                byBranch.computeIfAbsent(Integer.valueOf(key), any -> new ArrayList<>())
                        .add(trace);
            }
        }
        List<?> branches = branching.value() instanceof List<?> list ? list : List.of();
        RelevantFailure whole = RelevantFailure.of(
                branching, own.failure().instancePointer(), ConditionFormatter.along(own.steps(), values.keySet()));
        if (branches.size() - byBranch.size() > 1) {
            return List.of(whole.as(RelevantFailure.SEVERAL_FIT, requiredBy(branches)));
        }
        String place = valuePlace(group.get(0), at);
        List<List<RelevantFailure>> explained = new ArrayList<>();
        for (Map.Entry<Integer, List<FailurePath>> branch : byBranch.entrySet()) {
            List<RelevantFailure> findings = relevant(branch.getValue(), at + 1);
            if (!findings.isEmpty()) {
                explained.add(within(branches.get(branch.getKey()), place, findings));
            }
        }
        if (explained.isEmpty()) {
            return List.of(whole);
        }
        RelevantFailure chosen = discriminator(branches.size(), explained);
        if (chosen != null) {
            return List.of(chosen);
        }
        RelevantFailure together = together(explained);
        return together != null
                ? List.of(together)
                : Collections.min(explained, Comparator.comparingInt(FailureFilter::distance));
    }

    /** A branch that was chosen by the value of a property is explained by it. */
    private List<RelevantFailure> within(@Nullable Object branch, String place, List<RelevantFailure> findings) {
        String chosen =
                branch instanceof Map<?, ?> schema && JsonPointers.find(values, place) instanceof Map<?, ?> members
                        ? ConditionFormatter.chosenBy(schema, members)
                        : "";
        return chosen.isEmpty()
                ? findings
                : findings.stream().map(finding -> finding.alsoWhen(chosen)).toList();
    }

    private static List<String> requiredBy(List<?> branches) {
        Set<String> names = new LinkedHashSet<>();
        for (Object branch : branches) {
            if (branch instanceof Map<?, ?> schema && schema.get("required") instanceof List<?> required) {
                required.forEach(name -> names.add(String.valueOf(name)));
            }
        }
        return List.copyOf(names);
    }

    /**
     * A value that each branch fixes, and that fits none of them, was meant to choose one. All of the values are told, and
     * nothing of what one of the branches lacks.
     */
    private static @Nullable RelevantFailure discriminator(int count, List<List<RelevantFailure>> branches) {
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
                List<RelevantFailure> alike = branch.stream()
                        .filter(each ->
                                each.keyword().equals("enum") && each.pointer().equals(candidate.pointer()))
                        .toList();
                alike.forEach(each -> allowed.addAll(each.listed()));
                everywhere &= !alike.isEmpty();
            }
            if (everywhere) {
                return candidate.as("enum", new ArrayList<>(allowed));
            }
        }
        return null;
    }

    /** Branches that all fail by one rule of the same kind at the same place are told as one rule. */
    private @Nullable RelevantFailure together(List<List<RelevantFailure>> branches) {
        RelevantFailure first = branches.get(0).get(0);
        List<RelevantFailure> alike = new ArrayList<>();
        Set<@Nullable Object> rules = new LinkedHashSet<>();
        for (List<RelevantFailure> branch : branches) {
            RelevantFailure only = branch.get(0);
            if (branch.size() > 1
                    || !only.pointer().equals(first.pointer())
                    || !only.keyword().equals(first.keyword())) {
                return null;
            }
            alike.add(only);
            rules.addAll(only.listed());
        }
        if (branches.size() == 1) {
            return null;
        }
        return switch (first.keyword()) {
            case "enum", "type" -> first.as(first.keyword(), new ArrayList<>(rules));
            case "required" -> required(alike);
            default -> null;
        };
    }

    /** What every branch misses is simply required. */
    private RelevantFailure required(List<RelevantFailure> branches) {
        Set<Object> any = new LinkedHashSet<>();
        Set<Object> every = new LinkedHashSet<>(missing(branches.get(0)));
        for (RelevantFailure branch : branches) {
            Set<Object> missing = missing(branch);
            any.addAll(missing);
            every.retainAll(missing);
        }
        return every.isEmpty()
                ? branches.get(0).as(RelevantFailure.ONE_REQUIRED, List.copyOf(any))
                : branches.get(0).as("required", List.copyOf(every));
    }

    private Set<Object> missing(RelevantFailure finding) {
        Set<Object> names = new LinkedHashSet<>(finding.listed());
        if (JsonPointers.find(values, finding.pointer()) instanceof Map<?, ?> members) {
            names.removeAll(members.keySet());
        }
        return names;
    }

    /** A branch whose fixed values or types differ was not meant; one that misses little was. */
    private static int distance(List<RelevantFailure> branch) {
        int distance = 0;
        for (RelevantFailure finding : branch) {
            distance += switch (finding.keyword()) {
                case "enum" -> 100;
                case "type" -> 30;
                case RelevantFailure.UNKNOWN, RelevantFailure.FALSE -> 3;
                default -> 1;
            };
        }
        return distance;
    }
}
