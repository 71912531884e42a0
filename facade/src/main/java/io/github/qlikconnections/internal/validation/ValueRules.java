package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Rules for single values, whatever the specification says of them. */
final class ValueRules {

    private final List<Violation> found;

    ValueRules(List<Violation> found) {
        this.found = found;
    }

    /** Checks a value and everything in it. */
    void check(String pointer, Object value) {
        if (value instanceof String text) {
            text(pointer, text, false);
        } else if (value instanceof Secret secret) {
            text(pointer, secret.reveal(), true);
        } else if (value instanceof BigDecimal number) {
            number(pointer, number);
        } else if (value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> check(JsonPointers.child(pointer, String.valueOf(name)), member));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                check(pointer + "/" + i, items.get(i));
            }
        }
    }

    void text(String pointer, String text, boolean secret) {
        if (text.isEmpty()) {
            return;
        }
        Violation placeholder = PlaceholderDetector.find(ViolationFactory.pointer(pointer), text, secret);
        if (placeholder != null) {
            found.add(placeholder);
            return;
        }
        if (hasLineBreak(text) && !text.startsWith("-----BEGIN ")) {
            add(
                    ViolationCode.LINE_BREAK,
                    pointer,
                    "contains a line break",
                    "Take it out unless it belongs to the value.");
        } else {
            Violation surrounded = SurroundingCharacterDetector.find(ViolationFactory.pointer(pointer), text);
            if (surrounded != null) {
                found.add(surrounded);
            }
        }
        if (!secret && CredentialPatterns.isUrlWithCredentials(text)) {
            add(
                    ViolationCode.CREDENTIALS_IN_URL,
                    pointer,
                    "is a URL with credentials in it, which are stored and shown as plain text",
                    "Give the credentials as properties of their own.");
        }
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private void number(String pointer, BigDecimal number) {
        if (!ValueConverter.isWithinRange(number)) {
            found.add(Violation.of(
                            ViolationCode.WRONG_TYPE,
                            ViolationFactory.pointer(pointer),
                            "is a number that cannot be sent without loss")
                    .expecting("a number of the size of a 64-bit floating point number"));
        }
    }

    private void add(ViolationCode code, String pointer, String problem, String advice) {
        found.add(Violation.of(code, ViolationFactory.pointer(pointer), problem).advising(advice));
    }
}
