package io.github.qlikconnections.spec;

import java.util.Locale;

/** Whether a connection property must be given. */
public enum Requirement {
    /** The specification requires it. */
    REQUIRED,
    /** The specification requires it under a condition, see {@link PropertySpec#requiredWhen()}. */
    CONDITIONAL,
    /** The specification says which properties it requires, and this is none of them. */
    OPTIONAL,
    /** The specification says of no property whether it is required. */
    NOT_STATED;

    /** The word for tables and messages. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
