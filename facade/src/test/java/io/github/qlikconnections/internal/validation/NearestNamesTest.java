package io.github.qlikconnections.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3",
        "a, a, 0",
        "'', abc, 3",
        "abc, '', 3",
        "ab, ba, 1",
        "abcd, acbd, 1",
        "abc, abcd, 1",
        "abcd, abc, 1",
        "abc, axc, 1",
        "ca, abc, 3",
        "abcdef, badcfe, 3",
        "xabc, abc, 1"
    })
    void countsChangesAndSwapsOfNeighbours(String a, String b, int distance) {
        assertThat(new NearestNames(List.of(), new NearestNames.Effort()).distance(a, b, 10))
                .isEqualTo(distance);
    }

    @Test
    void ordersByDistance() {
        assertThat(NearestNames.of("mysql", List.of("mssql", "DG_mysql", "my-sql", "postgres"), 3))
                .containsExactly("my-sql", "mssql");
        assertThat(NearestNames.of("mysql", List.of("mssql", "my_sql", "MYSQL"), 1))
                .containsExactly("my_sql");
    }

    @Test
    void allowsOneMistakeInThreeLetters() {
        assertThat(NearestNames.of("abc", List.of("abd"), 1)).containsExactly("abd");
        assertThat(NearestNames.of("abc", List.of("ade"), 1)).isEmpty();
        assertThat(NearestNames.of("ab", List.of("ac"), 1)).isEmpty();
        assertThat(NearestNames.of("ab", List.of("A_B"), 1)).containsExactly("A_B");
        assertThat(NearestNames.of("abcdef", List.of("abcxyf"), 1)).containsExactly("abcxyf");
        assertThat(NearestNames.of("abcdef", List.of("abcxyz"), 1)).isEmpty();
    }

    @Test
    void findsWhatBeginsTheSame() {
        assertThat(NearestNames.of("bucket", List.of("bucketNameAndMore"), 1)).containsExactly("bucketNameAndMore");
        assertThat(NearestNames.of("bucketNameAndMore", List.of("bucket"), 1)).containsExactly("bucket");
        assertThat(NearestNames.of("buc", List.of("bucketNameAndMore"), 1)).isEmpty();
        assertThat(NearestNames.of("user", List.of("userNameAndMore", "usar"), 2))
                .containsExactly("usar", "userNameAndMore");
    }

    @Test
    void givesUpOnMonstrousNames() {
        assertThat(NearestNames.of("a".repeat(257), List.of("a".repeat(256)), 1))
                .isEmpty();
        assertThat(NearestNames.of("a".repeat(256), List.of("a".repeat(257)), 1))
                .isEmpty();
        assertThat(NearestNames.of("a".repeat(256), List.of("a".repeat(255)), 1))
                .hasSize(1);
    }

    @Test
    void workIsBoundedForLongNames() {
        List<String> known = IntStream.range(0, 1000)
                .mapToObj(i -> "n".repeat(120) + "%04d".formatted(i) + "m".repeat(126))
                .toList();
        NearestNames.Effort effort = new NearestNames.Effort();
        NearestNames names = new NearestNames(known, effort);

        List<String> nearest = List.of();
        for (int i = 0; i < 200; i++) {
            nearest = names.of("n".repeat(121) + "%04d".formatted(i) + "m".repeat(125), 3);
        }

        assertThat(nearest).hasSize(3);
        assertThat(effort.steps()).isLessThan(NearestNames.MAX_STEPS);
    }

    @Test
    void searchEndsWhenItsEffortIsSpent() {
        List<String> known =
                IntStream.range(0, 20_000).mapToObj(i -> "name" + i).toList();
        NearestNames.Effort effort = new NearestNames.Effort();
        NearestNames names = new NearestNames(known, effort);
        for (int i = 0; i < 10_000; i++) {
            names.of("nome" + i, 3);
        }

        assertThat(names.of("nome1", 3)).isEmpty();
        assertThat(new NearestNames(List.of("name1"), effort).of("nome1", 3)).isEmpty();
        assertThat(effort.steps()).isLessThan(NearestNames.MAX_STEPS + 1_000_000);
    }

    @Test
    void distanceBeyondTheLimitIsNotComputed() {
        NearestNames.Effort effort = new NearestNames.Effort();

        assertThat(new NearestNames(List.of(), effort).distance("a".repeat(250), "b".repeat(250), 3))
                .isEqualTo(4);
        assertThat(effort.steps()).isEqualTo(250 * 7 - 12);
    }

    @Test
    void bandedDistanceIsTheFullOneWithinTheLimit() {
        Random random = new Random(7);
        NearestNames names = new NearestNames(List.of(), new NearestNames.Effort());
        for (int i = 0; i < 5_000; i++) {
            String a = word(random);
            String b = word(random);
            int full = names.distance(a, b, 20);

            for (int limit = 0; limit < 6; limit++) {
                assertThat(names.distance(a, b, limit)).as("%s, %s", a, b).isEqualTo(Math.min(full, limit + 1));
            }
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(9);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }
}
