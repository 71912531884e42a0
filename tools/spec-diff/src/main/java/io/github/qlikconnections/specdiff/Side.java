package io.github.qlikconnections.specdiff;

import java.util.Locale;

/** Which of the two documents has it. */
enum Side {
    OURS,
    UPSTREAM,
    /** Both have it, and not alike. */
    BOTH;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a person reads it. */
    String text() {
        return this == BOTH ? "not alike" : "only " + word();
    }
}
