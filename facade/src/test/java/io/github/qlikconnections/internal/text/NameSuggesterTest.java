package io.github.qlikconnections.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSuggesterTest {

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
    void distanceCountsEditsAndSwapsOfAdjacentCharacters(String a, String b, int distance) {
        assertThat(EditDistance.within(a, b, 10, new SearchBudget())).isEqualTo(distance);
    }

    @Test
    void suggestionsAreOrderedByDistance() {
        assertThat(NameSuggester.suggest("mysql", List.of("mssql", "DG_mysql", "my-sql", "postgres"), 3))
                .containsExactly("my-sql", "mssql");
        assertThat(NameSuggester.suggest("mysql", List.of("mssql", "my_sql", "MYSQL"), 1))
                .containsExactly("my_sql");
    }

    @Test
    void oneEditPerThreeLettersIsAllowed() {
        assertThat(NameSuggester.suggest("abc", List.of("abd"), 1)).containsExactly("abd");
        assertThat(NameSuggester.suggest("abc", List.of("ade"), 1)).isEmpty();
        assertThat(NameSuggester.suggest("ab", List.of("ac"), 1)).isEmpty();
        assertThat(NameSuggester.suggest("ab", List.of("A_B"), 1)).containsExactly("A_B");
        assertThat(NameSuggester.suggest("abcdef", List.of("abcxyf"), 1)).containsExactly("abcxyf");
        assertThat(NameSuggester.suggest("abcdef", List.of("abcxyz"), 1)).isEmpty();
    }

    @Test
    void namesWithACommonPrefixAreSuggested() {
        assertThat(NameSuggester.suggest("bucket", List.of("bucketNameAndMore"), 1))
                .containsExactly("bucketNameAndMore");
        assertThat(NameSuggester.suggest("bucketNameAndMore", List.of("bucket"), 1))
                .containsExactly("bucket");
        assertThat(NameSuggester.suggest("buc", List.of("bucketNameAndMore"), 1))
                .isEmpty();
        assertThat(NameSuggester.suggest("user", List.of("userNameAndMore", "usar"), 2))
                .containsExactly("usar", "userNameAndMore");
    }

    @Test
    void namesAboveTheMaximumLengthHaveNoSuggestions() {
        assertThat(NameSuggester.suggest("a".repeat(257), List.of("a".repeat(256)), 1))
                .isEmpty();
        assertThat(NameSuggester.suggest("a".repeat(256), List.of("a".repeat(257)), 1))
                .isEmpty();
        assertThat(NameSuggester.suggest("a".repeat(256), List.of("a".repeat(255)), 1))
                .hasSize(1);
        assertThat(NameSuggester.suggest("a".repeat(255), List.of("a".repeat(256)), 1))
                .hasSize(1);
    }

    @Test
    void bestMatchIsFoundAmongMoreNamesThanAreCompared() {
        List<String> known = new ArrayList<>(IntStream.range(0, 25)
                .mapToObj(i -> "connectab" + (char) ('a' + i))
                .toList());
        known.add("conection");

        assertThat(NameSuggester.suggest("connection", known, 1)).containsExactly("conection");
    }

    @Test
    void namesThatAreMuchFartherThanTheBestMatchAreNotSuggested() {
        List<String> known = List.of("authenticationmodes", "authenticationwxyz", "authenticatiovwxyz");

        assertThat(NameSuggester.suggest("authenticationmode", known, 3))
                .as("distances of 1 and 4, but not of 5")
                .containsExactly("authenticationmodes", "authenticationwxyz");
        assertThat(NameSuggester.suggest("authenticationmode", known.subList(2, 3), 3))
                .containsExactly("authenticatiovwxyz");
    }

    @Test
    void everyKnownNameCostsStepsOfTheBudget() {
        SearchBudget budget = new SearchBudget();

        NameSuggester names = new NameSuggester(List.of("mode", "region"), budget);

        assertThat(budget.steps()).isEqualTo(2 * 32 + 4 + 6);
        assertThat(names.suggest("xyz", 1)).isEmpty();
        assertThat(budget.steps()).isEqualTo(4 * 32 + 4 + 6);
    }

    @Test
    void workIsLimitedForLongNames() {
        List<String> known = IntStream.range(0, 1000)
                .mapToObj(i -> "n".repeat(120) + "%04d".formatted(i) + "m".repeat(126))
                .toList();
        SearchBudget budget = new SearchBudget();
        NameSuggester names = new NameSuggester(known, budget);

        List<String> nearest = List.of();
        for (int i = 0; i < 200; i++) {
            nearest = names.suggest("n".repeat(121) + "%04d".formatted(i) + "m".repeat(125), 3);
        }

        assertThat(nearest).hasSize(3);
        assertThat(budget.steps()).isLessThan(SearchBudget.MAX_STEPS);
    }

    @Test
    void searchEndsWhenItsBudgetIsExhausted() {
        List<String> known =
                IntStream.range(0, 20_000).mapToObj(i -> "name" + i).toList();
        SearchBudget budget = new SearchBudget();
        NameSuggester names = new NameSuggester(known, budget);
        for (int i = 0; i < 10_000; i++) {
            names.suggest("nome" + i, 3);
        }

        assertThat(names.suggest("nome1", 3)).isEmpty();
        assertThat(new NameSuggester(List.of("name1"), budget).suggest("nome1", 3))
                .isEmpty();
        assertThat(budget.steps()).isLessThan(SearchBudget.MAX_STEPS + 1_000_000);
    }

    @Test
    void distanceAboveTheLimitIsNotComputed() {
        SearchBudget budget = new SearchBudget();

        assertThat(EditDistance.within("a".repeat(250), "b".repeat(250), 3, budget))
                .isEqualTo(4);
        assertThat(budget.steps()).isEqualTo(250 * 7 - 12);
    }

    @Test
    void bandedDistanceEqualsTheFullDistanceWithinTheLimit() {
        Random random = new Random(7);
        SearchBudget budget = new SearchBudget();
        for (int i = 0; i < 5_000; i++) {
            String a = word(random);
            String b = word(random);
            int full = EditDistance.within(a, b, 20, budget);

            for (int limit = 0; limit < 6; limit++) {
                assertThat(EditDistance.within(a, b, limit, budget))
                        .as("%s, %s", a, b)
                        .isEqualTo(Math.min(full, limit + 1));
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
