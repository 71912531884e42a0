package io.github.qlikconnections.internal.spec;

import java.io.Serial;

/** A schema, or one evaluation of it, that cannot be used; the message says why and holds no value of a draft. */
public final class UnusableSchemaException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Whether the schema is right, and only not supported here. */
    private final boolean unsupported;

    UnusableSchemaException(String reason, boolean unsupported) {
        super(reason);
        this.unsupported = unsupported;
    }

    boolean isUnsupported() {
        return unsupported;
    }

    /**
     * Says why.
     *
     * @param reason the reason, as the end of a sentence such as "the properties were not checked: ..."
     */
    public UnusableSchemaException(String reason) {
        this(reason, false);
    }
}
