package io.github.qlikconnections.specdiff;

import java.util.Locale;

/** Whom it hurts that the service does as upstream says and the code still does as ours says. */
enum Effect {
    /** Code that reads answers may meet what it does not expect, or miss what it relies on. */
    BREAKS_READERS,
    /** A request that was right may now be refused. */
    BREAKS_WRITERS,
    /** Nothing that worked stops working. */
    ADDITIVE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Effect ofOperation(Side side) {
        return side == Side.OURS ? BREAKS_WRITERS : ADDITIVE;
    }

    static Effect ofParameter(Side side, boolean required) {
        return side == Side.OURS || required ? BREAKS_WRITERS : ADDITIVE;
    }

    /** A success that comes or goes changes what is read; an error that comes is an error still. */
    static Effect ofStatus(String status) {
        return status.startsWith("2") ? BREAKS_READERS : ADDITIVE;
    }

    static Effect ofBody(boolean request) {
        return request ? BREAKS_WRITERS : BREAKS_READERS;
    }

    static Effect ofField(Side side, boolean request, boolean required) {
        if (request) {
            return side == Side.OURS || required ? BREAKS_WRITERS : ADDITIVE;
        }
        return side == Side.OURS ? BREAKS_READERS : ADDITIVE;
    }

    /** Who sends must send more; who reads may get less. */
    static Effect ofRequired(Side side, boolean request) {
        if (request) {
            return side == Side.UPSTREAM ? BREAKS_WRITERS : ADDITIVE;
        }
        return side == Side.OURS ? BREAKS_READERS : ADDITIVE;
    }

    /** A value that is gone must not be sent; one that is new may be read. */
    static Effect ofEnumValue(Side side, boolean request) {
        if (request) {
            return side == Side.OURS ? BREAKS_WRITERS : ADDITIVE;
        }
        return side == Side.UPSTREAM ? BREAKS_READERS : ADDITIVE;
    }
}
