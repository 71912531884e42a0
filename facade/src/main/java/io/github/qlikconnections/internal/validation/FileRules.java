package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules for files, which the API takes as {@code [{"name": ..., "value": base64}]}. */
final class FileRules {

    private static final String FORM = "a list of objects with name and value, the value in base64";
    private static final String ADVICE = "Use ConnectionDraftBuilder.file(..), which encodes the content.";

    private final List<Violation> found;
    private final ValueRules values;

    FileRules(List<Violation> found, ValueRules values) {
        this.found = found;
        this.values = values;
    }

    void check(String pointer, Object value) {
        if (!(value instanceof List<?> files)) {
            String text = ValueConverter.text(value);
            if (text != null && PlaceholderDetector.isCertain(text)) {
                values.text(pointer, text, true);
            } else {
                form(pointer, "is not a list of files");
            }
            return;
        }
        for (int i = 0; i < files.size(); i++) {
            file(pointer + "/" + i, files.get(i));
        }
    }

    private void file(String pointer, @Nullable Object file) {
        if (!(file instanceof Map<?, ?> members)) {
            form(pointer, "is not an object with name and value");
            return;
        }
        String name = ValueConverter.text(members.get("name"));
        if (name == null || name.isBlank()) {
            form(JsonPointers.child(pointer, "name"), "is missing or blank");
        } else {
            values.text(JsonPointers.child(pointer, "name"), name, false);
        }
        String content = ValueConverter.text(members.get("value"));
        String contentPointer = JsonPointers.child(pointer, "value");
        if (content == null) {
            form(contentPointer, "is missing or no text");
        } else if (PlaceholderDetector.isCertain(content)) {
            values.text(contentPointer, content, true);
        } else {
            content(contentPointer, content);
        }
    }

    private void content(String pointer, String content) {
        String problem = problem(content);
        if (problem != null) {
            found.add(Violation.of(ViolationCode.FILE_CONTENT, ViolationFactory.pointer(pointer), problem)
                    .expecting("the content of the file in base64")
                    .advising(ADVICE));
        }
    }

    private static @Nullable String problem(String content) {
        String size = String.format(Locale.ROOT, "%,d characters", content.length());
        if (content.isEmpty()) {
            return "is an empty file (0 bytes)";
        }
        if (content.indexOf('\n') >= 0 && !content.startsWith("-----BEGIN ") && !content.startsWith("{")) {
            return "is broken into lines (" + size + ")";
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

    private void form(String pointer, String problem) {
        found.add(Violation.of(ViolationCode.FILE_FORM, ViolationFactory.pointer(pointer), problem)
                .expecting(FORM)
                .advising(ADVICE));
    }
}
