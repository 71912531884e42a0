package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.text.ConditionFormatter;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates the messages of keywords that compare one value with one rule. */
final class KeywordMessages {

    private final RelevantFailure failure;
    private final String formattedValue;
    private final @Nullable Object value;

    KeywordMessages(RelevantFailure failure, String formattedValue, @Nullable Object value) {
        this.failure = failure;
        this.formattedValue = formattedValue;
        this.value = value;
    }

    Violation violation() {
        String rule = MessageFormatter.formatSchemaValue(failure.rule());
        return switch (failure.keyword()) {
            case "minLength" -> violation(ViolationCode.LENGTH, "is too short", "at least " + rule + " characters");
            case "maxLength" -> violation(ViolationCode.LENGTH, tooLongProblem(), "at most " + rule + " characters");
            case "pattern" ->
                violation(ViolationCode.PATTERN, "does not match the required pattern", "the pattern " + rule);
            case "format" -> formatViolation(rule);
            case "minimum" -> violation(ViolationCode.RANGE, "is too small", "at least " + rule);
            case "exclusiveMinimum" -> violation(ViolationCode.RANGE, "is too small", "more than " + rule);
            case "maximum" -> violation(ViolationCode.RANGE, "is too large", "at most " + rule);
            case "exclusiveMaximum" -> violation(ViolationCode.RANGE, "is too large", "less than " + rule);
            case "multipleOf" -> violation(ViolationCode.RANGE, "is not a valid multiple", "a multiple of " + rule);
            case "minItems" -> violation(ViolationCode.ITEMS, "has too few items", "at least " + rule);
            case "maxItems" -> violation(ViolationCode.ITEMS, "has too many items", "at most " + rule);
            case "uniqueItems" -> violation(ViolationCode.ITEMS, "has the same item more than once", "each item once");
            case "contains", "minContains" ->
                violation(
                        ViolationCode.ITEMS,
                        "does not contain a required item",
                        "an item as the specification describes");
            case "maxContains" ->
                violation(ViolationCode.ITEMS, "has too many items of one kind", "at most " + rule + " of them");
            case "minProperties" -> violation(ViolationCode.MEMBERS, "has too few members", "at least " + rule);
            case "maxProperties" -> violation(ViolationCode.MEMBERS, "has too many members", "at most " + rule);
            case "not" ->
                violation(
                        ViolationCode.SCHEMA,
                        "matches a rule that it must not match",
                        "not that " + ConditionFormatter.limit(ConditionFormatter.format(failure.rule())));
            case RelevantFailure.FORBIDDEN ->
                violationAt(
                                ViolationCode.SCHEMA,
                                "must not be given" + ViolationFactory.formatConditions(failure.conditions()))
                        .withAdvice("Remove it.");
            case RelevantFailure.SEVERAL_MATCH -> severalMatch();
            default ->
                violation(
                        ViolationCode.NO_ALTERNATIVE,
                        "matches none of the alternatives",
                        "one that the specification gives");
        };
    }

    private Violation violationAt(ViolationCode code, String problem) {
        return Violation.of(code, ViolationFactory.requestPointer(failure.pointer()), problem);
    }

    private Violation violation(ViolationCode code, String problem, String expected) {
        String subject = value instanceof Map || value instanceof List || value == null ? "" : formattedValue + " ";
        return violationAt(code, subject + problem + ViolationFactory.formatConditions(failure.conditions()))
                .withExpected(expected);
    }

    private String tooLongProblem() {
        return value instanceof String text && isShown()
                ? "is too long with " + text.codePointCount(0, text.length()) + " characters"
                : "is too long";
    }

    private Violation formatViolation(String rule) {
        String format = String.valueOf(failure.rule());
        String example = ValueAdvice.exampleOf(format)
                .map(text -> ", for example " + text)
                .orElse("");
        Violation violation =
                violation(ViolationCode.FORMAT, "does not have the required format", "the format " + rule + example);
        return value instanceof String text && isShown()
                ? ValueAdvice.forFormat(format, text).map(violation::withAdvice).orElse(violation)
                : violation;
    }

    private boolean isShown() {
        return formattedValue.startsWith("\"");
    }

    private Violation severalMatch() {
        List<String> names = failure.names();
        Violation violation = violation(
                ViolationCode.NO_ALTERNATIVE, "matches more than one of the alternatives", "exactly one of them");
        return names.isEmpty() ? violation : violation.withAdvice("Give only one of " + String.join(", ", names) + ".");
    }
}
