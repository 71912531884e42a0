package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.text.PlaceholderPatterns;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import org.jspecify.annotations.Nullable;

/** Reports placeholders of documentation, templates and masked output. */
final class PlaceholderDetector {

    private PlaceholderDetector() {}

    /**
     * Finds a placeholder.
     *
     * @param pointer the location of the value in the request
     * @param text the value
     * @param wholeOnly whether only the whole value counts, as for a secret, which may contain brackets
     * @return the violation, null if there is none
     */
    static @Nullable Violation find(String pointer, String text, boolean wholeOnly) {
        if (!PlaceholderPatterns.isSuspect(text)) {
            return null;
        }
        if (PlaceholderPatterns.isPlaceholder(text) || (!wholeOnly && PlaceholderPatterns.containsPlaceholder(text))) {
            return Violation.of(ViolationCode.PLACEHOLDER, pointer, "is still a placeholder")
                    .withAdvice("Replace it with the real value.");
        }
        if (PlaceholderPatterns.mayBePlaceholder(text)) {
            return Violation.of(ViolationCode.SUSPECTED_PLACEHOLDER, pointer, "looks like a placeholder")
                    .withAdvice("Replace it, unless this value is intended.");
        }
        return null;
    }
}
