package io.github.qlikconnections.spring;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a client cannot be created because a setting is missing, contradictory or unusable. A failure analyzer shows it
 * without a stack trace. No part of it contains a secret.
 */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What to write. */
    private final String action;

    /**
     * Creates an exception.
     *
     * @param problem the setting and what is wrong with it, as a sentence
     * @param action what to write, as a sentence that names the setting
     * @param cause the exception of the library, or null
     */
    public InvalidSettingException(String problem, String action, @Nullable Throwable cause) {
        super(problem, cause);
        this.action = action;
    }

    /**
     * Returns what to write.
     *
     * @return a sentence that names the setting
     */
    public String action() {
        return action;
    }
}
