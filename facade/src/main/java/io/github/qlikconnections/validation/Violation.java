package io.github.qlikconnections.validation;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.wire.WireNames;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or worth knowing, about a draft: where it is, what was expected and what to do.
 *
 * <p>No text in it holds the value of a property that may be secret, nor any value of more than 60 characters. Immutable
 * and safe for use by several threads.
 */
public final class Violation {

    private static final String PROPERTIES = WireNames.PROPERTIES + "/";

    private final ViolationCode code;
    private final Severity severity;
    private final String pointer;
    private final String problem;
    private final @Nullable String expected;
    private final @Nullable String advice;

    private Violation(
            ViolationCode code,
            Severity severity,
            String pointer,
            String problem,
            @Nullable String expected,
            @Nullable String advice) {
        this.code = code;
        this.severity = severity;
        this.pointer = pointer;
        this.problem = problem;
        this.expected = expected;
        this.advice = advice;
    }

    /**
     * A violation with the severity that its code has by default.
     *
     * @param code the rule
     * @param pointer where it is, as a JSON Pointer (RFC 6901) into the create request, for example
     *     {@code /connectionProperties/region} or {@code /qName}
     * @param problem what is wrong, as the end of a sentence that begins with the place, without secret values
     * @return the violation
     */
    public static Violation of(ViolationCode code, String pointer, String problem) {
        return new Violation(
                Arguments.given(code, "code"),
                code.defaultSeverity(),
                Arguments.given(pointer, "pointer"),
                Arguments.given(problem, "problem"),
                null,
                null);
    }

    /**
     * The same violation, saying also what was expected.
     *
     * @param text what was expected, without secret values
     * @return a new violation
     */
    public Violation withExpected(String text) {
        return new Violation(code, severity, pointer, problem, Arguments.given(text, "text"), advice);
    }

    /**
     * The same violation, saying also what to do.
     *
     * @param text what to do, as a sentence without secret values
     * @return a new violation
     */
    public Violation withAdvice(String text) {
        return new Violation(code, severity, pointer, problem, expected, Arguments.given(text, "text"));
    }

    /**
     * The same violation with another severity.
     *
     * @param changed the severity
     * @return a new violation
     */
    public Violation withSeverity(Severity changed) {
        return new Violation(code, Arguments.given(changed, "changed"), pointer, problem, expected, advice);
    }

    /**
     * The rule.
     *
     * @return the code
     */
    public ViolationCode code() {
        return code;
    }

    /**
     * How much it weighs.
     *
     * @return the severity under the policy that was used
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Where it is, as a JSON Pointer (RFC 6901) into the create request.
     *
     * @return the pointer, for example {@code /connectionProperties/queryHeaders/1/value}
     */
    public String pointer() {
        return pointer;
    }

    /**
     * Where it is, for a person; connection properties are named without what they stand in.
     *
     * @return the path, for example {@code queryHeaders[1].value} or {@code qName}
     */
    public String path() {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            return MessageFormatter.formatName(pointer);
        }
        List<String> segments = JsonPointers.segments(
                pointer.startsWith(PROPERTIES) ? pointer.substring(PROPERTIES.length() - 1) : pointer);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            String segment = MessageFormatter.formatName(segments.get(i));
            if (i > 0 && !segment.isEmpty() && segment.chars().allMatch(c -> c >= '0' && c <= '9')) {
                path.append('[').append(segment).append(']');
            } else {
                path.append(i > 0 ? "." : "").append(segment);
            }
        }
        return path.toString();
    }

    /**
     * The connection property that it is about.
     *
     * @return the name of the property, empty when it is about the request itself
     */
    public Optional<String> property() {
        if (!pointer.startsWith(PROPERTIES)) {
            return Optional.empty();
        }
        int end = pointer.indexOf('/', PROPERTIES.length());
        return Optional.of(
                JsonPointers.unescaped(pointer.substring(PROPERTIES.length(), end < 0 ? pointer.length() : end)));
    }

    /**
     * What is wrong, as the end of a sentence that begins with the {@link #path()}.
     *
     * @return the text
     */
    public String problem() {
        return problem;
    }

    /**
     * What was expected.
     *
     * @return the text, empty when the problem says it already
     */
    public Optional<String> expected() {
        return Optional.ofNullable(expected);
    }

    /**
     * What to do.
     *
     * @return the text, empty when there is nothing to advise
     */
    public Optional<String> advice() {
        return Optional.ofNullable(advice);
    }

    /**
     * Returns how a policy would let this pass. Empty for what the API refuses under any policy, such as a missing property
     * or a placeholder.
     *
     * @return a sentence, empty if this is no error or a policy does not help
     */
    public Optional<String> relaxationHint() {
        boolean helps = severity == Severity.ERROR && code.isRelaxable();
        return property()
                .filter(name -> helps && name.length() <= MessageFormatter.MAX_LENGTH)
                .map(name -> RelaxationHints.format(List.of(this)));
    }

    /**
     * Returns everything but the relaxation in one line, for an exception or a log.
     *
     * @return the path, the problem, what was expected and what to do
     */
    public String message() {
        return path() + " " + problem + (expected == null ? "" : "; expected " + expected)
                + (advice == null ? "." : ". " + advice);
    }

    /**
     * Compares every part.
     *
     * @param other what to compare with
     * @return whether both say the same
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Violation that && parts().equals(that.parts());
    }

    private List<@Nullable Object> parts() {
        return Arrays.asList(code, severity, pointer, problem, expected, advice);
    }

    /**
     * Goes with {@link #equals(Object)}.
     *
     * @return the hash
     */
    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /**
     * Severity, code and message.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return severity + " " + code + " " + message();
    }
}
