package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words for those keywords that compare one value with one rule. */
final class KeywordMessages {

    private final RelevantFailure finding;
    private final String shown;
    private final @Nullable Object value;

    KeywordMessages(RelevantFailure finding, String shown, @Nullable Object value) {
        this.finding = finding;
        this.shown = shown;
        this.value = value;
    }

    Violation violation() {
        String rule = MessageFormatter.ofSchema(finding.rule());
        return switch (finding.keyword()) {
            case "minLength" -> of(ViolationCode.LENGTH, "is too short", "at least " + rule + " characters");
            case "maxLength" -> of(ViolationCode.LENGTH, tooLong(), "at most " + rule + " characters");
            case "pattern" ->
                of(ViolationCode.PATTERN, "does not have the form that is asked for", "the pattern " + rule);
            case "format" -> format(rule);
            case "minimum" -> of(ViolationCode.RANGE, "is too small", "at least " + rule);
            case "exclusiveMinimum" -> of(ViolationCode.RANGE, "is too small", "more than " + rule);
            case "maximum" -> of(ViolationCode.RANGE, "is too large", "at most " + rule);
            case "exclusiveMaximum" -> of(ViolationCode.RANGE, "is too large", "less than " + rule);
            case "multipleOf" -> of(ViolationCode.RANGE, "is no multiple of what it must be", "a multiple of " + rule);
            case "minItems" -> of(ViolationCode.ITEMS, "has too few items", "at least " + rule);
            case "maxItems" -> of(ViolationCode.ITEMS, "has too many items", "at most " + rule);
            case "uniqueItems" -> of(ViolationCode.ITEMS, "has the same item more than once", "each item once");
            case "contains", "minContains" ->
                of(ViolationCode.ITEMS, "lacks an item that it must have", "an item as the specification describes");
            case "maxContains" ->
                of(ViolationCode.ITEMS, "has too many items of one kind", "at most " + rule + " of them");
            case "minProperties" -> of(ViolationCode.MEMBERS, "has too few members", "at least " + rule);
            case "maxProperties" -> of(ViolationCode.MEMBERS, "has too many members", "at most " + rule);
            case "not" ->
                of(ViolationCode.SCHEMA, "is what it must not be", "not that " + ConditionFormatter.of(finding.rule()));
            case RelevantFailure.FALSE ->
                at(ViolationCode.SCHEMA, "must not be given" + ViolationFactory.when(finding.conditions()))
                        .advising("Take it out.");
            case RelevantFailure.SEVERAL_FIT -> severalFit();
            default ->
                of(ViolationCode.NO_ALTERNATIVE, "fits none of the alternatives", "one that the specification gives");
        };
    }

    private Violation at(ViolationCode code, String problem) {
        return Violation.of(code, ViolationFactory.pointer(finding.pointer()), problem);
    }

    private Violation of(ViolationCode code, String problem, String expected) {
        String subject = value instanceof Map || value instanceof List || value == null ? "" : shown + " ";
        return at(code, subject + problem + ViolationFactory.when(finding.conditions()))
                .expecting(expected);
    }

    private String tooLong() {
        return value instanceof String text && isShown()
                ? "is too long with " + text.codePointCount(0, text.length()) + " characters"
                : "is too long";
    }

    private Violation format(String rule) {
        String format = String.valueOf(finding.rule());
        String example =
                ValueAdvice.example(format).map(text -> ", for example " + text).orElse("");
        Violation violation =
                of(ViolationCode.FORMAT, "does not have the format that is asked for", "the format " + rule + example);
        return value instanceof String text && isShown()
                ? ValueAdvice.forFormat(format, text).map(violation::advising).orElse(violation)
                : violation;
    }

    private boolean isShown() {
        return shown.startsWith("\"");
    }

    private Violation severalFit() {
        List<String> names = finding.names();
        Violation violation =
                of(ViolationCode.NO_ALTERNATIVE, "fits more than one of the alternatives", "exactly one of them");
        return names.isEmpty() ? violation : violation.advising("Give only one of " + String.join(", ", names) + ".");
    }
}
