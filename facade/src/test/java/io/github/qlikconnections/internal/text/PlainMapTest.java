package io.github.qlikconnections.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlainMapTest {

    private static final String HIDDEN = Secret.of("hush").toString();

    @Test
    void plainValuesAreKeptInTheirOrder() {
        assertThat(new PlainMap()
                        .put("text", "a")
                        .put("flag", true)
                        .put("count", 7)
                        .put("ratio", new BigDecimal("0.5"))
                        .toMap())
                .containsExactly(
                        Map.entry("text", "a"),
                        Map.entry("flag", true),
                        Map.entry("count", 7),
                        Map.entry("ratio", new BigDecimal("0.5")))
                .isUnmodifiable();
    }

    @Test
    void otherValuesBecomeStrings() {
        assertThat(new PlainMap()
                        .put("time", Instant.EPOCH)
                        .put("unit", TimeUnit.DAYS)
                        .put("nested", Map.of(1, List.of(Secret.of("hush"))))
                        .toMap())
                .isEqualTo(
                        Map.of("time", "1970-01-01T00:00:00Z", "unit", "DAYS", "nested", Map.of("1", List.of(HIDDEN))));
    }

    @Test
    void absentValuesAreOmitted() {
        assertThat(new PlainMap()
                        .put("null", null)
                        .put("empty", Optional.empty())
                        .put("present", Optional.of("a"))
                        .put("mapped", Optional.of(7), count -> Map.of("count", count))
                        .put("unmapped", Optional.<Integer>empty(), count -> Map.of("count", count))
                        .toMap())
                .isEqualTo(Map.of("present", "a", "mapped", Map.of("count", 7)));
    }

    @Test
    void elementsOfAListAreMapped() {
        assertThat(new PlainMap()
                        .put("counts", List.of(1, 2), count -> Map.of("count", count))
                        .toMap())
                .isEqualTo(Map.of("counts", List.of(Map.of("count", 1), Map.of("count", 2))));
    }

    @Test
    void memberOfTheApiIsHiddenByItsNameOrItsContent() {
        assertThat(new PlainMap()
                        .putMember("password", "hush")
                        .putMember("color", "red")
                        .putMember("url", Optional.of("https://ann:hush@db"))
                        .putMember("urls", List.of("https://ann:hush@db", "https://db"))
                        .putMember("meta", Map.of("url", "https://ann:hush@db", "token", "hush", "count", 7L))
                        .putMember("empty", Optional.empty())
                        .putMember("null", null)
                        .toMap())
                .isEqualTo(Map.of(
                        "password",
                        HIDDEN,
                        "color",
                        "red",
                        "url",
                        HIDDEN,
                        "urls",
                        List.of(HIDDEN, "https://db"),
                        "meta",
                        Map.of("url", HIDDEN, "token", HIDDEN, "count", 7L)));
    }

    @Test
    void memberThatIsInTheMapIsNotReplaced() {
        assertThat(new PlainMap()
                        .put("id", "a")
                        .putMembers(Map.of("id", "b", "color", "red", "secretKey", "hush"))
                        .toMap())
                .isEqualTo(Map.of("id", "a", "color", "red", "secretKey", HIDDEN));
    }

    @Test
    void membersOfAResponseAreCopiedWithSecretsAndWithoutNulls() {
        Map<String, Object> received = new HashMap<>();
        received.put("color", "red");
        received.put("list", Arrays.asList(1, null));
        received.put("accessToken", "hush");

        Map<String, Object> members = ResponseMembers.of(received);
        received.clear();

        assertThat(members)
                .isEqualTo(Map.of("color", "red", "list", List.of(1L), "accessToken", Secret.of("hush")))
                .isUnmodifiable();
        assertThat(ResponseMembers.of(Map.of())).isEmpty();
    }
}
