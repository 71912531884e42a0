package io.github.qlikconnections.testkit;

import java.util.Locale;

/** The kinds of spaces that the spaces service knows; a personal space is none of them, for it has no id. */
public enum SpaceType {
    /** A space in which a team works together. */
    SHARED,
    /** A space from which finished work is given out. */
    MANAGED,
    /** A space for data integration projects. */
    DATA;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
