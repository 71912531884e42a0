package io.github.qlikconnections.benchmarks;

/**
 * How long is measured.
 *
 * @param forks pairs of JMH forks, or of processes that call
 * @param warmups warm-up iterations of a fork
 * @param warmTurns most turns of a pair before it is measured; fewer when its compilers rest sooner
 * @param iterations measured iterations of a fork, or turns of a pair
 * @param iterationMillis the length of an iteration or turn
 * @param rounds pairs of whole processes
 */
record Effort(int forks, int warmups, int warmTurns, int iterations, int iterationMillis, int rounds) {

    /** Enough to see that something is wrong, within five minutes for everything. */
    static final Effort SHORT = new Effort(1, 3, 6, 3, 1000, 3);

    /** For figures that are quoted. */
    static final Effort LONG = new Effort(5, 10, 60, 10, 1000, 9);

    static Effort named(String name) {
        return switch (name) {
            case "short" -> SHORT;
            case "long" -> LONG;
            default -> throw new IllegalArgumentException("the effort is short or long, not " + name);
        };
    }
}
