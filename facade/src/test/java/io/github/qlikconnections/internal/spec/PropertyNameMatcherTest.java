package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyNameMatcherTest {

    private static final String EXPENSIVE = "^a*a*a*a*a*a*b$";
    private static final String LONG_NAME = "a".repeat(100);

    private static PropertyNameMatcher matcher(String pattern) {
        return PropertyNameMatcher.from(Map.of("patternProperties", Map.of(pattern, true)));
    }

    @Test
    void nameIsMatchedByAPattern() {
        assertThat(PropertyNameMatcher.canMatch("^x-", "x-zone")).isTrue();
        assertThat(PropertyNameMatcher.canMatch("^x-", "zone")).isFalse();
        assertThat(matcher("^x-").matchesPattern("x-zone")).isTrue();
        assertThat(matcher("^x-").matchesPattern("zone")).isFalse();
    }

    @Test
    void nameMayMatchAPatternThatCannotBeEvaluated() {
        assertThat(PropertyNameMatcher.canMatch("(", "zone")).isTrue();
        assertThat(PropertyNameMatcher.canMatch(EXPENSIVE, LONG_NAME)).isTrue();
        assertThat(matcher(EXPENSIVE).matchesPattern(LONG_NAME)).isTrue();
    }

    @Test
    void otherNamesAreAllowedOnlyExplicitly() {
        assertThat(PropertyNameMatcher.from(Map.of("additionalProperties", true))
                        .allowsOtherNames())
                .isTrue();
        assertThat(PropertyNameMatcher.from(Map.of("additionalProperties", Map.of("type", "string")))
                        .allowsOtherNames())
                .isTrue();
        assertThat(PropertyNameMatcher.from(Map.of("additionalProperties", false))
                        .allowsOtherNames())
                .isFalse();
        assertThat(PropertyNameMatcher.from(Map.of()).allowsOtherNames()).isFalse();
    }
}
