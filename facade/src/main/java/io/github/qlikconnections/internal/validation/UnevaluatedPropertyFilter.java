package io.github.qlikconnections.internal.validation;

import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.spec.ApplicableSubschemas;
import io.github.qlikconnections.internal.spec.PropertyNameMatcher;
import java.util.List;
import java.util.Map;

/**
 * Removes failures of {@code unevaluatedProperties} that only follow from another failure. The engine counts a member as evaluated
 * only if its schema is valid, and the failure of that schema is reported separately.
 */
final class UnevaluatedPropertyFilter {

    private final Map<?, ?> root;

    UnevaluatedPropertyFilter(Map<?, ?> root) {
        this.root = root;
    }

    List<RelevantFailure> filter(List<RelevantFailure> failures) {
        boolean others =
                failures.stream().anyMatch(failure -> !failure.keyword().equals(RelevantFailure.UNKNOWN));
        return others ? failures.stream().filter(failure -> !isNamed(failure)).toList() : failures;
    }

    private boolean isNamed(RelevantFailure failure) {
        List<String> segments = JsonPointers.segments(failure.pointer());
        if (!failure.keyword().equals(RelevantFailure.UNKNOWN) || segments.isEmpty()) {
            return false;
        }
        String name = segments.get(segments.size() - 1);
        for (Map<?, ?> part : ApplicableSubschemas.findAll(root, failure.owner())) {
            boolean property = part.get("properties") instanceof Map<?, ?> properties && properties.containsKey(name);
            boolean matched = part.get("patternProperties") instanceof Map<?, ?> patterns
                    && patterns.keySet().stream()
                            .anyMatch(each -> PropertyNameMatcher.canMatch(String.valueOf(each), name));
            if (property || matched) {
                return true;
            }
        }
        return false;
    }
}
