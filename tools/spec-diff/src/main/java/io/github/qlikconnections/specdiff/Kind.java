package io.github.qlikconnections.specdiff;

import java.util.Locale;

/** What it is that differs. */
enum Kind {
    OPERATION,
    PARAMETER,
    STATUS,
    BODY,
    FIELD,
    FORM,
    REQUIRED,
    ENUM_VALUE,
    TYPE;

    /** As it is written in reports and in the list of deliberate differences. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
