package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.spec.SubschemaEvaluator;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.text.NameSuggester;
import io.github.qlikconnections.internal.text.SearchBudget;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the members whose names {@code propertyNames} does not allow. The engine does not report which ones. Not thread-safe. */
final class MemberNameChecker {

    /** The member of an object that contains the name to check. */
    private static final String NAME = "name";

    private final SubschemaEvaluator evaluator;
    private final Set<String> free;
    private final SearchBudget searchBudget;
    private final IdentityHashMap<Object, Predicate<Map<String, Object>>> compiledRules = new IdentityHashMap<>();

    MemberNameChecker(Map<?, ?> root, Set<String> free, SearchBudget searchBudget) {
        this.evaluator = new SubschemaEvaluator(root);
        this.free = free;
        this.searchBudget = searchBudget;
    }

    /** Returns one violation per name. Implicit members are not reported. */
    List<Violation> check(RelevantFailure failure, @Nullable Object value) {
        List<Violation> violations = new ArrayList<>();
        Object rule = failure.rule();
        if (value instanceof Map<?, ?> members && rule != null) {
            Predicate<Map<String, Object>> isAllowed = compiledRules.computeIfAbsent(
                    rule, any -> evaluator.compile(Map.of("properties", Map.of(NAME, rule))));
            boolean top = failure.pointer().isEmpty();
            for (Object each : members.keySet()) {
                String name = String.valueOf(each);
                if (!(top && free.contains(name)) && !isAllowed.test(Map.of(NAME, name))) {
                    violations.add(violation(failure, name));
                }
            }
        }
        return violations;
    }

    private Violation violation(RelevantFailure failure, String name) {
        return Violation.of(
                        ViolationCode.MEMBERS,
                        ViolationFactory.requestPointer(JsonPointers.child(failure.pointer(), name)),
                        "has a name that is not allowed" + ViolationFactory.formatConditions(failure.conditions()))
                .withExpected(expected(failure.rule()))
                .withAdvice(advice(failure.rule(), name));
    }

    private String advice(@Nullable Object rule, String name) {
        List<String> allowed = rule instanceof Map<?, ?> keywords && keywords.get("enum") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
        String question = NameSuggester.toQuestion(new NameSuggester(allowed, searchBudget).suggest(name, 1));
        return question.isEmpty() ? "Rename it, or leave it out." : question;
    }

    private static String expected(@Nullable Object rule) {
        if (Boolean.FALSE.equals(rule)) {
            return "no members";
        }
        if (rule instanceof Map<?, ?> keywords && keywords.size() == 1) {
            Map.Entry<?, ?> only = keywords.entrySet().iterator().next();
            String shown = MessageFormatter.formatSchemaValue(only.getValue());
            switch (String.valueOf(only.getKey())) {
                case "pattern" -> {
                    return "names of the pattern " + shown;
                }
                case "maxLength" -> {
                    return "names of at most " + shown + " characters";
                }
                case "minLength" -> {
                    return "names of at least " + shown + " characters";
                }
                case "enum" -> {
                    return "one of "
                            + MessageFormatter.formatList(
                                    only.getValue() instanceof List<?> names ? names : List.of(), ", ");
                }
                default -> {
                    // Other rules for names are rare and hard to describe.
                }
            }
        }
        return "names as the specification describes";
    }
}
