package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.event.RunContext;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of one API call: operation, subject for messages, deadline, redactor for its secrets, and bulk run. Immutable.
 *
 * @param operation the operation of the API
 * @param subject what the call is about, for example {@code connection "Sales lake" in space "Finance"}; its {@code toString} is
 *     called only if a message is written
 * @param deadline when the whole operation must have ended
 * @param redactor redacts the secrets that the request carries
 * @param run the bulk run to which the call belongs, or null for a single call
 */
public record Call(
        Operation operation,
        Object subject,
        Deadline deadline,
        Redactor redactor,
        @Nullable RunContext run) {

    /** Creates a single call that carries no secret of its own. */
    public Call(Operation operation, Object subject, Deadline deadline) {
        this(operation, subject, deadline, Redactor.NONE);
    }

    /** Creates a single call. */
    public Call(Operation operation, Object subject, Deadline deadline, Redactor redactor) {
        this(operation, subject, deadline, redactor, null);
    }

    /** Returns a copy of this call that belongs to a bulk run, or to none if it is null. */
    public Call withRun(@Nullable RunContext other) {
        return new Call(operation, subject, deadline, redactor, other);
    }

    /** Returns whether the call belongs to a bulk run. */
    boolean isBulkRun() {
        return run != null;
    }

    /** Returns a copy of this call that redacts one more secret. */
    Call hiding(Secret secret) {
        return new Call(operation, subject, deadline, redactor.and(secret), run);
    }

    /** Returns the message of a failure, such as {@code Cannot create connection "Sales lake": reason}. */
    public String failureMessage(String reason) {
        String about = subject.toString();
        return "Cannot " + operation.phrase() + (about.isEmpty() ? "" : " ") + about + ": " + reason;
    }
}
