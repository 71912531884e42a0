package io.github.qlikconnections.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs a check many times with random input. A failure names the seed that repeats it. */
final class RandomTrials {

    /** The system property with the seed of a failure, which then is the first trial. */
    private static final String SEED = "trials.seed";

    private RandomTrials() {}

    static void run(int trials, Consumer<Random> check) {
        long first = Long.getLong(SEED, System.nanoTime());
        for (long seed = first; seed < first + trials; seed++) {
            try {
                check.accept(new Random(seed));
            } catch (RuntimeException | Error e) {
                throw new AssertionError("The trial with this seed failed. Repeat it with -D" + SEED + "=" + seed, e);
            }
        }
    }

    static <T> T anyOf(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    static <T> List<T> list(int maxSize, Function<Random, T> values, Random random) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(maxSize + 1); i > 0; i--) {
            list.add(values.apply(random));
        }
        return list;
    }

    static <T> Map<String, T> map(int maxSize, List<String> names, Function<Random, T> values, Random random) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = random.nextInt(maxSize + 1); i > 0; i--) {
            map.put(anyOf(names, random), values.apply(random));
        }
        return map;
    }
}
