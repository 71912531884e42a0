package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares a schema of our document with its counterpart, with everything below both. Not thread-safe. */
final class SchemaComparison {

    /** A schema within itself is compared once. This limit is for those that {@code allOf} changes each time. */
    private static final int MAX_DEPTH = 50;

    private final SpecDocument ourDocument;
    private final SpecDocument theirDocument;
    private final SchemaNormalizer ours;
    private final SchemaNormalizer upstream;
    private final DifferenceCollector differences;
    private final Deque<Pair> open = new ArrayDeque<>();
    private boolean isRequest;

    private record Pair(JsonNode ours, JsonNode upstream) {

        /** Compares references, because equal schemas at two places are two schemas. */
        @SuppressWarnings("ReferenceEquality")
        boolean isSame(Pair other) {
            return ours == other.ours && upstream == other.upstream;
        }
    }

    SchemaComparison(SpecDocument ours, SpecDocument upstream, DifferenceCollector differences) {
        this.ourDocument = ours;
        this.theirDocument = upstream;
        this.ours = new SchemaNormalizer(ours);
        this.upstream = new SchemaNormalizer(upstream);
        this.differences = differences;
    }

    /** Compares two schemas at a place of a request or of a response. A missing schema allows any value. */
    void compare(JsonNode ourSchema, JsonNode theirSchema, String place, boolean request) {
        isRequest = request;
        compare(ourSchema, theirSchema, place);
    }

    private void compare(JsonNode ourSchema, JsonNode theirSchema, String place) {
        Pair pair = new Pair(ourDocument.resolve(ourSchema), theirDocument.resolve(theirSchema));
        if (open.size() > MAX_DEPTH || open.stream().anyMatch(pair::isSame)) {
            return;
        }
        open.push(pair);
        compare(ours.normalize(ourSchema), upstream.normalize(theirSchema), place);
        open.pop();
    }

    private void compare(NormalizedSchema our, NormalizedSchema their, String place) {
        if (!our.type().equals(their.type())) {
            differences.add(
                    DifferenceKind.TYPE,
                    DifferenceSide.BOTH,
                    CompatibilityEffect.ofBody(isRequest),
                    place.strip() + " = " + our.type() + " here, " + their.type() + " upstream");
        }
        compareValues(our, their, place);
        compareFields(our, their, place);
        compareForms(our.forms(), their.forms(), place);
        comparePart(our.items(), their.items(), place + "[]");
        comparePart(our.values(), their.values(), place + "{}");
    }

    private void compareValues(NormalizedSchema our, NormalizedSchema their, String place) {
        differences.addExtensions(our.source(), their.source(), place);
        differences.addMark(
                DifferenceKind.NULLABLE,
                our.isNullable(),
                their.isNullable(),
                place,
                side -> CompatibilityEffect.ofNullable(side, isRequest));
        // A list of values where there was none restricts them.
        boolean isRestriction = our.enumValues().isEmpty() || their.enumValues().isEmpty();
        differences.addNames(
                DifferenceKind.ENUM_VALUE,
                our.enumValues(),
                their.enumValues(),
                value -> place.strip() + " = " + value,
                side -> isRestriction
                        ? CompatibilityEffect.ofConstraint(side, isRequest)
                        : CompatibilityEffect.ofEnumValue(side, isRequest));
        differences.addValue(
                DifferenceKind.DEFAULT,
                "",
                our.defaultValue(),
                their.defaultValue(),
                place,
                side -> isRequest ? CompatibilityEffect.CHANGES_BEHAVIOR : CompatibilityEffect.ADDITIVE);
        for (String keyword :
                union(our.constraints().keySet(), their.constraints().keySet())) {
            differences.addValue(
                    DifferenceKind.CONSTRAINT,
                    keyword,
                    our.constraints().getOrDefault(keyword, ""),
                    their.constraints().getOrDefault(keyword, ""),
                    place,
                    side -> CompatibilityEffect.ofConstraint(side, isRequest));
        }
    }

    private void compareFields(NormalizedSchema our, NormalizedSchema their, String place) {
        for (String name : union(our.properties().keySet(), their.properties().keySet())) {
            String field = place + (place.endsWith(" ") ? "" : ".") + name;
            JsonNode ourField = our.properties().get(name);
            JsonNode theirField = their.properties().get(name);
            if (ourField != null && theirField != null) {
                compareField(our, name, their, name, field);
            } else {
                DifferenceSide side = ourField != null ? DifferenceSide.OURS : DifferenceSide.UPSTREAM;
                boolean isRequired = (ourField != null ? our : their).required().contains(name);
                differences.add(
                        DifferenceKind.FIELD, side, CompatibilityEffect.ofField(side, isRequest, isRequired), field);
                if (ourField != null) {
                    their.properties().keySet().stream()
                            .filter(name::equalsIgnoreCase)
                            .findFirst()
                            .ifPresent(other -> compareField(our, name, their, other, field));
                }
            }
        }
    }

    /** Compares a field, whose name may differ in letter case. */
    private void compareField(
            NormalizedSchema our, String ourName, NormalizedSchema their, String theirName, String field) {
        differences.addMark(
                DifferenceKind.REQUIRED,
                our.required().contains(ourName),
                their.required().contains(theirName),
                field,
                side -> CompatibilityEffect.ofRequired(side, isRequest));
        compare(
                Objects.requireNonNull(our.properties().get(ourName)),
                Objects.requireNonNull(their.properties().get(theirName)),
                field);
    }

    /** Compares alternatives of the same name, then those that have members in common. */
    private void compareForms(Map<String, JsonNode> our, Map<String, JsonNode> their, String place) {
        Map<String, JsonNode> otherForms = new LinkedHashMap<>(their);
        Map<String, JsonNode> ownForms = new LinkedHashMap<>(our);
        our.forEach((name, form) -> {
            JsonNode same = otherForms.remove(name);
            if (same != null) {
                ownForms.remove(name);
                compare(form, same, place + "(" + name + ")");
            }
        });
        ownForms.forEach((name, form) -> {
            String similar = findSimilar(form, otherForms);
            if (similar == null) {
                addForm(DifferenceSide.OURS, place, name);
            } else {
                compare(form, Objects.requireNonNull(otherForms.remove(similar)), place + "(" + name + ")");
            }
        });
        otherForms.keySet().forEach(name -> addForm(DifferenceSide.UPSTREAM, place, name));
    }

    private @Nullable String findSimilar(JsonNode form, Map<String, JsonNode> others) {
        Set<String> names = new TreeSet<>(ours.normalize(form).properties().keySet());
        String best = null;
        long most = 0;
        for (Map.Entry<String, JsonNode> other : others.entrySet()) {
            long shared = upstream.normalize(other.getValue()).properties().keySet().stream()
                    .filter(names::contains)
                    .count();
            if (shared > most) {
                most = shared;
                best = other.getKey();
            }
        }
        return best;
    }

    private void addForm(DifferenceSide side, String place, String name) {
        differences.add(
                DifferenceKind.FORM,
                side,
                CompatibilityEffect.ofField(side, isRequest, false),
                place + "(" + name + ")");
    }

    /** Compares items or further members. If one side does not describe them, the type differs already. */
    private void comparePart(@Nullable JsonNode our, @Nullable JsonNode their, String place) {
        if (our != null && their != null) {
            compare(our, their, place);
        } else if (our != null || their != null) {
            differences.add(
                    DifferenceKind.FIELD,
                    our != null ? DifferenceSide.OURS : DifferenceSide.UPSTREAM,
                    CompatibilityEffect.ofBody(isRequest),
                    place);
        }
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> all = new TreeSet<>(first);
        all.addAll(second);
        return all;
    }
}
