package io.github.qlikconnections.benchmarks;

/**
 * The length of a benchmark run.
 *
 * @param forks the pairs of JMH forks or of caller processes
 * @param warmups warm-up iterations of a fork
 * @param warmTurns the maximum of warm-up turns of a pair; warm-up ends when JIT compilation is rare
 * @param iterations measured iterations of a fork, or turns of a pair
 * @param iterationMillis the length of an iteration or turn
 * @param rounds pairs of whole processes
 */
record RunLength(int forks, int warmups, int warmTurns, int iterations, int iterationMillis, int rounds) {

    /** Detects large regressions. All parts take less than five minutes. */
    static final RunLength SHORT = new RunLength(1, 3, 6, 3, 1000, 3);

    /** For published figures. */
    static final RunLength LONG = new RunLength(5, 10, 60, 10, 1000, 9);

    static RunLength named(String name) {
        return switch (name) {
            case "short" -> SHORT;
            case "long" -> LONG;
            default -> throw new IllegalArgumentException("the run length must be short or long, not " + name);
        };
    }
}
