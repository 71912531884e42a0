package io.github.qlikconnections.internal.validation;

/** Limits the steps of several name searches together. Not thread-safe. */
final class SearchBudget {

    /** About a tenth of a second. */
    static final long MAX_STEPS = 25_000_000;

    private long steps;

    void spend(long count) {
        steps += count;
    }

    long steps() {
        return steps;
    }

    boolean isExhausted() {
        return steps > MAX_STEPS;
    }
}
