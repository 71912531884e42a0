package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.PlaceholderPatterns;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules for files, which the API expects as {@code [{"name": ..., "value": base64}]}. Pointers are relative to the request. */
final class FileRules {

    private static final String EXPECTED_FORM = "a list of objects with name and value, the value in base64";
    private static final String ADVICE = "Use ConnectionDraft.Builder.file(..), which encodes the content.";

    private final List<Violation> violations;
    private final ValueRules values;

    FileRules(List<Violation> violations, ValueRules values) {
        this.violations = violations;
        this.values = values;
    }

    void check(String pointer, Object value) {
        if (!(value instanceof List<?> files)) {
            String text = ValueConverter.toText(value);
            if (text != null && PlaceholderPatterns.isPlaceholder(text)) {
                values.checkText(pointer, text, true);
            } else {
                addFormViolation(pointer, "is not a list of files");
            }
            return;
        }
        for (int i = 0; i < files.size(); i++) {
            checkFile(pointer + "/" + i, files.get(i));
        }
    }

    private void checkFile(String pointer, @Nullable Object file) {
        if (!(file instanceof Map<?, ?> members)) {
            addFormViolation(pointer, "is not an object with name and value");
            return;
        }
        String name = ValueConverter.toText(members.get("name"));
        if (name == null || name.isBlank()) {
            addFormViolation(JsonPointers.child(pointer, "name"), "is missing or blank");
        } else {
            values.checkText(JsonPointers.child(pointer, "name"), name, false);
        }
        checkContent(JsonPointers.child(pointer, "value"), members.get("value"));
    }

    /** Checks the content of a file. */
    void checkContent(String pointer, @Nullable Object value) {
        String content = ValueConverter.toText(value);
        if (content == null) {
            addFormViolation(pointer, "is missing or not a string");
            return;
        }
        if (PlaceholderPatterns.isPlaceholder(content)) {
            values.checkText(pointer, content, true);
            return;
        }
        String problem = findProblem(content);
        if (problem != null) {
            violations.add(Violation.of(ViolationCode.FILE_CONTENT, pointer, problem)
                    .withExpected("the content of the file in base64")
                    .withAdvice(ADVICE));
        }
    }

    private static @Nullable String findProblem(String content) {
        String size = String.format(Locale.ROOT, "%,d characters", content.length());
        if (content.isEmpty()) {
            return "is an empty file (0 bytes)";
        }
        if (content.indexOf('\n') >= 0 && !content.startsWith("-----BEGIN ") && !content.startsWith("{")) {
            return "contains line breaks (" + size + ")";
        }
        int padding = content.endsWith("==") ? 2 : content.endsWith("=") ? 1 : 0;
        boolean base64 = content.length() % 4 == 0;
        for (int i = 0; base64 && i < content.length() - padding; i++) {
            base64 = isBase64(content.charAt(i));
        }
        return base64 ? null : "is not in base64 (" + size + ")";
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    private void addFormViolation(String pointer, String problem) {
        violations.add(Violation.of(ViolationCode.FILE_FORM, pointer, problem)
                .withExpected(EXPECTED_FORM)
                .withAdvice(ADVICE));
    }
}
