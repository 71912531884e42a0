package io.github.qlikconnections.spring.problem;

import io.github.qlikconnections.validation.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Renders violations as members of problem details. */
final class ViolationDetails {

    /** A call such as {@code secret(…)}, or a constant such as {@code SecretUpdate.NEVER}. */
    private static final Pattern JAVA_CODE = Pattern.compile("\\w\\(|\\b[A-Z]\\w*\\.[A-Z_]+\\b");

    private ViolationDetails() {}

    static List<Map<String, String>> of(List<Violation> violations) {
        return violations.stream().map(ViolationDetails::of).toList();
    }

    private static Map<String, String> of(Violation violation) {
        Map<String, String> details = new LinkedHashMap<>();
        violation.property().ifPresent(property -> details.put("property", property));
        details.put("pointer", violation.pointer());
        details.put("code", violation.code().name());
        details.put("problem", violation.problem());
        violation.expected().ifPresent(expected -> details.put("expected", expected));
        violation
                .advice()
                .filter(advice -> !JAVA_CODE.matcher(advice).find())
                .ifPresent(advice -> details.put("advice", advice));
        return details;
    }
}
