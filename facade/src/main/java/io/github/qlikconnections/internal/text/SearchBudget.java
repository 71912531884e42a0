package io.github.qlikconnections.internal.text;

/** Limits the steps of several name searches together. Not thread-safe. */
public final class SearchBudget {

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
