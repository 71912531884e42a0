package io.github.qlikconnections.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(NearestNames.distance(a, b)).isEqualTo(distance);
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
}
