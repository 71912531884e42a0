package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.json.JsonWriter;
import io.github.qlikconnections.internal.spec.SecretAnnotations;
import io.github.qlikconnections.internal.text.MessageFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the old and the new specification of one property and describes the differences. */
final class PropertyComparison {

    private static final String[] ALLOWED_VALUES = {"enum", "const"};

    private final List<String> differences = new ArrayList<>();

    /** The keywords with a difference of their own, which is not repeated as one of the other rules. */
    private final Set<String> reportedKeywords = new HashSet<>();

    private boolean isSecretReported;

    private PropertyComparison() {}

    static Optional<PropertySpecChange> compare(PropertySpec before, PropertySpec after) {
        PropertyComparison comparison = new PropertyComparison();
        comparison.addIfDifferent("type", before.type(), after.type(), "type");
        comparison.addIfDifferent("requirement", requirement(before), requirement(after));
        comparison.addAllowedValues(before.allowedValues(), after.allowedValues());
        if (before.isSecret() || after.isSecret()) {
            comparison.addIfDifferent("secret", before.isSecret(), after.isSecret());
        } else {
            comparison.addIfDifferent(
                    "default", format(before.defaultValue()), format(after.defaultValue()), "default");
        }
        if (!before.description().equals(after.description())) {
            comparison.add("another description", "description", "title");
        }
        comparison.isSecretReported = before.isSecret() != after.isSecret();
        if (!comparison.otherRules(before).equals(comparison.otherRules(after))) {
            comparison.add("other rules for its value");
        }
        return comparison.differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new PropertySpecChange(before, after, comparison.differences));
    }

    private List<String> otherRules(PropertySpec property) {
        return property.branches().stream()
                .map(branch -> branch
                        + JsonWriter.canonical(withoutReported(branch.schema().inlinedSchema())))
                .toList();
    }

    /** Returns the rules of an inlined schema without the keywords whose differences are reported. */
    private @Nullable Object withoutReported(@Nullable Object value) {
        if (value instanceof List<?> schemas) {
            return schemas.stream().map(this::withoutReported).toList();
        }
        if (!(value instanceof Map<?, ?> schema)) {
            return value;
        }
        Map<String, @Nullable Object> rules = new LinkedHashMap<>();
        schema.forEach((key, rule) -> {
            String keyword = String.valueOf(key);
            if (!isReported(keyword, rule)) {
                boolean sameValue = keyword.equals("allOf") || keyword.equals("$ref");
                rules.put(keyword, sameValue ? withoutReported(rule) : rule);
            }
        });
        return rules;
    }

    private boolean isReported(String keyword, @Nullable Object rule) {
        return reportedKeywords.contains(keyword)
                || (reportedKeywords.contains("const") && isListOfValues(keyword, rule))
                || (isSecretReported && SecretAnnotations.isMarked(Collections.singletonMap(keyword, rule)));
    }

    /** Returns whether a rule only enumerates values, as {@code enum} does. */
    private static boolean isListOfValues(String keyword, @Nullable Object rule) {
        return Set.of("oneOf", "anyOf").contains(keyword)
                && rule instanceof List<?> branches
                && branches.stream()
                        .allMatch(branch -> branch instanceof Map<?, ?> schema
                                && (schema.containsKey("const")
                                        || schema.containsKey("enum")
                                        || "null".equals(schema.get("type"))));
    }

    private static String requirement(PropertySpec property) {
        return property.requirement().displayName()
                + property.requiredWhen().map(when -> ", required when " + when).orElse("");
    }

    private static String format(Optional<Object> value) {
        return value.map(MessageFormatter::formatSchemaValue).orElse("none");
    }

    private void addIfDifferent(String subject, Object before, Object after, String... keywords) {
        if (!Objects.equals(before, after)) {
            add(subject + ": " + after + ", was " + before, keywords);
        }
    }

    private void add(String difference, String... keywords) {
        differences.add(difference);
        reportedKeywords.addAll(List.of(keywords));
    }

    private void addAllowedValues(List<Object> before, List<Object> after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isEmpty() || after.isEmpty()) {
            add(
                    after.isEmpty()
                            ? "any value is allowed now"
                            : "only these values are allowed now: " + MessageFormatter.formatList(after, ", "),
                    ALLOWED_VALUES);
            return;
        }
        addValuesOnlyIn("now also allowed: ", after, before);
        addValuesOnlyIn("no longer allowed: ", before, after);
    }

    /** Adds the values that only the first list contains. */
    private void addValuesOnlyIn(String subject, List<Object> values, List<Object> others) {
        List<Object> only =
                values.stream().filter(value -> !others.contains(value)).toList();
        if (!only.isEmpty()) {
            add(subject + MessageFormatter.formatList(only, ", "), ALLOWED_VALUES);
        }
    }
}
