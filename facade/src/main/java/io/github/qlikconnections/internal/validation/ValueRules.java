package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.CredentialPatterns;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Rules for single values that do not depend on the specification. Pointers are relative to the request. */
final class ValueRules {

    private final List<Violation> violations;

    ValueRules(List<Violation> violations) {
        this.violations = violations;
    }

    /** Checks a value and its members and items. */
    void check(String pointer, Object value) {
        if (value instanceof String text) {
            checkText(pointer, text, false);
        } else if (value instanceof Secret secret) {
            checkText(pointer, secret.reveal(), true);
        } else if (value instanceof BigDecimal number) {
            checkNumber(pointer, number);
        } else if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> check(JsonPointers.child(pointer, String.valueOf(name)), member));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                check(pointer + "/" + i, items.get(i));
            }
        }
    }

    void checkText(String pointer, String text, boolean secret) {
        if (text.isEmpty()) {
            return;
        }
        Violation placeholder = PlaceholderDetector.find(pointer, text, secret);
        if (placeholder != null) {
            violations.add(placeholder);
            return;
        }
        if (hasLineBreak(text) && !text.startsWith("-----BEGIN ")) {
            add(
                    ViolationCode.LINE_BREAK,
                    pointer,
                    "contains a line break",
                    "Remove it unless it belongs to the value.");
        } else {
            Violation surrounded = SurroundingCharacterDetector.find(pointer, text);
            if (surrounded != null) {
                violations.add(surrounded);
            }
        }
        if (!secret && CredentialPatterns.isUrlWithCredentials(text)) {
            add(
                    ViolationCode.CREDENTIALS_IN_URL,
                    pointer,
                    "is a URL that contains credentials, which are stored and shown as plain text",
                    "Give the credentials as separate properties.");
        }
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private void checkNumber(String pointer, BigDecimal number) {
        if (!ValueConverter.isWithinRange(number)) {
            violations.add(
                    Violation.of(ViolationCode.WRONG_TYPE, pointer, "is a number that cannot be sent without loss")
                            .withExpected("a number within the range of a 64-bit floating-point number"));
        }
    }

    private void add(ViolationCode code, String pointer, String problem, String advice) {
        violations.add(Violation.of(code, pointer, problem).withAdvice(advice));
    }
}
