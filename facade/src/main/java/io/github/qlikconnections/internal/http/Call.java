package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;

/**
 * What is known of one call beside its bytes: what it is called, what it is about, how long it may take and what must not
 * be shown of it. Immutable.
 *
 * @param operation the operation of the API
 * @param subject what it is about, for example {@code connection "Sales lake" in space "Finance"}; its {@code toString} is asked
 *     only when there is a message to write
 * @param deadline when the whole operation must have ended
 * @param redactor blots out the secrets that the request carries
 */
public record Call(Operation operation, Object subject, Deadline deadline, Redactor redactor) {

    /** A call that carries no secret of its own. */
    public Call(Operation operation, Object subject, Deadline deadline) {
        this(operation, subject, deadline, Redactor.NONE);
    }

    /** The same call with one more secret that must not be shown. */
    Call hiding(Secret secret) {
        return new Call(operation, subject, deadline, redactor.and(secret));
    }

    /** The message that it failed, such as {@code Could not create connection "Sales lake": why}. */
    public String failed(String why) {
        String about = subject.toString();
        return "Could not " + operation.phrase() + (about.isEmpty() ? "" : " ") + about + ": " + why;
    }
}
