package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RandomTrialsTest {

    @Test
    void failureNamesItsSeed() {
        List<Integer> drawn = new ArrayList<>();

        AssertionError failure = catchFailure(() -> RandomTrials.run(50, random -> {
            drawn.add(random.nextInt());
            assertThat(drawn).hasSizeLessThan(7);
        }));

        Matcher seed = Pattern.compile("-Dtrials\\.seed=(-?\\d+)").matcher(failure.getMessage());
        assertThat(seed.find()).isTrue();
        assertThat(drawn).hasSize(7);
        assertThat(new Random(Long.parseLong(seed.group(1))).nextInt()).isEqualTo(drawn.get(6));
        assertThat(failure).hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void everyTrialHasItsOwnRandomNumbers() {
        List<Integer> drawn = new ArrayList<>();

        RandomTrials.run(50, random -> drawn.add(random.nextInt()));

        assertThat(drawn).hasSize(50).doesNotHaveDuplicates();
    }

    private static AssertionError catchFailure(Runnable run) {
        return assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(run::run)
                .actual();
    }
}
