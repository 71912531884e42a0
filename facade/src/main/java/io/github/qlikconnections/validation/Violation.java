package io.github.qlikconnections.validation;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.internal.wire.WireNames;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A violation of a rule by a draft or patch: its position, the problem, the expected value and advice.
 *
 * <p>No string of a violation contains the value of a property that may be secret, or a value of more than 60
 * characters.
 *
 * <p>Instances are immutable and thread-safe.
 */
public final class Violation implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String PROPERTIES = WireNames.PROPERTIES + "/";

    /** The violated rule. */
    private final ViolationCode code;
    /** The severity by the policy. */
    private final Severity severity;
    /** The JSON Pointer into the request. */
    private final String pointer;
    /** What is wrong. */
    private final String problem;
    /** The expected value, if known. */
    private final @Nullable String expected;
    /** The next step, if known. */
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
     * Creates a violation with the default severity of its code.
     *
     * @param code the violated rule
     * @param pointer the position, as a JSON Pointer (RFC 6901) into the create request, for example
     *     {@code /connectionProperties/region} or {@code /qName}
     * @param problem the problem, as the end of a sentence that starts with the path, without secret values
     * @return the violation
     */
    public static Violation of(ViolationCode code, String pointer, String problem) {
        return new Violation(
                Arguments.require(code, "code"),
                code.defaultSeverity(),
                Arguments.require(pointer, "pointer"),
                Arguments.require(problem, "problem"),
                null,
                null);
    }

    /**
     * Returns a copy with the expected value.
     *
     * @param expected a description of the expected value, without secret values
     * @return the copy
     */
    public Violation withExpected(String expected) {
        return new Violation(code, severity, pointer, problem, Arguments.require(expected, "expected"), advice);
    }

    /**
     * Returns a copy with advice.
     *
     * @param advice the next step, as a sentence without secret values
     * @return the copy
     */
    public Violation withAdvice(String advice) {
        return new Violation(code, severity, pointer, problem, expected, Arguments.require(advice, "advice"));
    }

    /**
     * Returns a copy with another severity.
     *
     * @param severity the severity
     * @return the copy
     */
    public Violation withSeverity(Severity severity) {
        return new Violation(code, Arguments.require(severity, "severity"), pointer, problem, expected, advice);
    }

    /**
     * Returns the code of the violated rule.
     *
     * @return the code
     */
    public ViolationCode code() {
        return code;
    }

    /**
     * Returns the severity of the violation.
     *
     * @return the severity under the policy of the validation
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Returns the position, as a JSON Pointer (RFC 6901) into the create request.
     *
     * @return the pointer, for example {@code /connectionProperties/queryHeaders/1/value}
     */
    public String pointer() {
        return pointer;
    }

    /**
     * Returns the position in a readable form. Connection properties have no prefix.
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
     * Returns the name of the connection property that violates the rule.
     *
     * @return the name of the property; empty if the violation concerns the request itself
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
     * Returns the problem, as the end of a sentence that starts with the {@link #path()}.
     *
     * @return the problem
     */
    public String problem() {
        return problem;
    }

    /**
     * Returns a description of the expected value.
     *
     * @return the description; empty if the problem already includes it
     */
    public Optional<String> expected() {
        return Optional.ofNullable(expected);
    }

    /**
     * Returns the next step.
     *
     * @return a sentence; empty if there is no advice
     */
    public Optional<String> advice() {
        return Optional.ofNullable(advice);
    }

    /**
     * Returns which policies allow this violation. There is none for errors that the API rejects in any case, such as a
     * missing property or a placeholder.
     *
     * @return a sentence; empty if this is not an error or no policy allows it
     */
    public Optional<String> relaxationHint() {
        boolean isRelaxable = severity == Severity.ERROR && code.isRelaxable();
        return property()
                .filter(name -> isRelaxable && name.length() <= MessageFormatter.MAX_LENGTH)
                .map(name -> RelaxationHints.format(List.of(this)));
    }

    /**
     * Returns all parts except the relaxation hint on one line, for exceptions and logs.
     *
     * @return the path, the problem, the expected value and the advice
     */
    public String message() {
        String path = path();
        return (path.isEmpty() ? "" : path + " ")
                + problem
                + (expected == null ? "" : "; expected " + expected)
                + (advice == null ? "." : ". " + advice);
    }

    /**
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("code", code)
                .put("severity", severity)
                .put("path", path())
                .put("pointer", pointer)
                .put("problem", problem)
                .put("expected", expected)
                .put("advice", advice)
                .put("relaxation", relaxationHint())
                .toMap();
    }

    /**
     * Compares all parts.
     *
     * @param other the object to compare with
     * @return true if both are violations with equal parts
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Violation that && parts().equals(that.parts());
    }

    private List<@Nullable Object> parts() {
        return Arrays.asList(code, severity, pointer, problem, expected, advice);
    }

    /**
     * Returns a hash of all parts.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /**
     * Returns the severity, the code and the message.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return severity + " " + code + " " + message();
    }
}
