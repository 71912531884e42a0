package io.github.qlikconnections.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderPatternsTest {

    private static final List<String> WORDS = List.of(
            "changeme",
            "CHANGE-IT!",
            "change me",
            "your-bucket",
            "your_key",
            "YOUR KEY",
            "todo",
            "Tbd",
            "FIXME",
            "placeholder");

    private static final List<String> SCHEMES = List.of("bearer", "Basic", "TOKEN", "apiKey", "digest", "Negotiate");

    @Test
    void placeholderOfWordsIsSuspect() {
        assertThat(WORDS).allMatch(PlaceholderPatterns::mayBePlaceholder).allMatch(PlaceholderPatterns::isSuspect);
    }

    @Test
    void placeholderAfterASchemeIsSuspect() {
        assertThat(SCHEMES)
                .flatMap(scheme ->
                        WORDS.stream().map(word -> scheme + " " + word).toList())
                .allMatch(PlaceholderPatterns::mayBePlaceholder)
                .allMatch(PlaceholderPatterns::isSuspect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "changed", "yours", "todos", "basics", "placeholders", "my-changeme"})
    void otherWordIsNoPlaceholder(String text) {
        assertThat(PlaceholderPatterns.mayBePlaceholder(text)).isFalse();
        assertThat(PlaceholderPatterns.isPlaceholder(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "s3.example.com", "chang", "my-changeme", "1"})
    void valueWithoutMarkAndBeginningIsNotSuspect(String text) {
        assertThat(PlaceholderPatterns.isSuspect(text)).isFalse();
    }
}
