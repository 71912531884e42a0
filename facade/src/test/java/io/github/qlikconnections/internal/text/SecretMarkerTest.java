package io.github.qlikconnections.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretMarkerTest {

    private static final Secret HUSH = Secret.of("hush");

    private final List<String> nullPointers = new ArrayList<>();
    private final SecretMarker marker = new SecretMarker(nullPointers);

    @Test
    void stringWithASecretNameBecomesASecret() {
        assertThat(marker.mark("password", "hush")).isEqualTo(HUSH);
        assertThat(marker.mark("host", "db")).isEqualTo("db");
        assertThat(marker.mark("options", Map.of("token", "hush", "user", "ann")))
                .isEqualTo(Map.of("token", HUSH, "user", "ann"));
    }

    @Test
    void everyStringWithinASecretIsSecretExceptTheNameOfAnEntry() {
        assertThat(marker.mark("queryHeaders", List.of(Map.of("name", "X-Key", "value", "hush", "hint", "hush"))))
                .isEqualTo(List.of(Map.of("name", "X-Key", "value", HUSH, "hint", HUSH)));
    }

    @Test
    void valueOfAPairIsSecretIfItsNameOrItsFlagIndicatesIt() {
        assertThat(marker.mark(
                        "parameters",
                        List.of(
                                Map.of("name", "api_key", "value", "hush", "kind", "text"),
                                Map.of("name", "page", "value", "hush", "encrypt", "true"),
                                Map.of("name", "page", "value", "1", "encrypt", false),
                                Map.of("name", "page", "value", "1"))))
                .isEqualTo(List.of(
                        Map.of("name", "api_key", "value", HUSH, "kind", "text"),
                        Map.of("name", "page", "value", HUSH, "encrypt", "true"),
                        Map.of("name", "page", "value", "1", "encrypt", false),
                        Map.of("name", "page", "value", "1")));
    }

    @Test
    void nullsAreRemovedAndTheirPointersRecorded() {
        Map<String, Object> options = new HashMap<>();
        options.put("a/b", null);
        options.put("list", Arrays.asList("x", null));

        assertThat(marker.mark("options", options)).isEqualTo(Map.of("list", List.of("x")));
        assertThat(marker.mark("host", null)).isNull();
        assertThat(nullPointers).containsExactlyInAnyOrder("/options/a~1b", "/options/list/1", "/host");
    }
}
