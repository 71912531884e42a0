package io.github.qlikconnections.internal.spec;

import java.io.Serial;

/** Thrown if a schema or one evaluation of it cannot be used. The message contains no value of a draft. */
public final class UnusableSchemaException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Whether the schema is valid but uses a feature that this library does not support. */
    private final boolean unsupported;

    UnusableSchemaException(String reason, boolean unsupported) {
        super(reason);
        this.unsupported = unsupported;
    }

    boolean isUnsupported() {
        return unsupported;
    }

    /**
     * Creates an exception.
     *
     * @param reason the reason as a clause, appended to a sentence such as "the properties were not checked: ..."
     */
    public UnusableSchemaException(String reason) {
        this(reason, false);
    }
}
