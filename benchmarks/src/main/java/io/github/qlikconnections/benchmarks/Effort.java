package io.github.qlikconnections.benchmarks;

/**
 * How long is measured.
 *
 * @param forks pairs of JMH forks, or of processes that call
 * @param warmups warm-up iterations of a fork or process
 * @param iterations measured iterations of a fork or process
 * @param iterationMillis the length of an iteration
 * @param rounds pairs of whole processes
 */
record Effort(int forks, int warmups, int iterations, int iterationMillis, int rounds) {

    /** Enough to see that something is wrong, within five minutes for everything. */
    static final Effort SHORT = new Effort(1, 3, 3, 1000, 3);

    /** For figures that are quoted. */
    static final Effort LONG = new Effort(5, 12, 10, 1000, 9);

    static Effort named(String name) {
        return switch (name) {
            case "short" -> SHORT;
            case "long" -> LONG;
            default -> throw new IllegalArgumentException("the effort is short or long, not " + name);
        };
    }
}
