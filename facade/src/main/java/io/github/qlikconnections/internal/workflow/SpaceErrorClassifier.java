package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.validation.Severity;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Detects an unknown space as the cause of an error response to a write. The tenant returns the same status for an unknown space and for a
 * missing permission. This class is thread-safe.
 */
final class SpaceErrorClassifier {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final DefaultSpaces spaces;

    SpaceErrorClassifier(DefaultSpaces spaces) {
        this.spaces = spaces;
    }

    /** Checks whether the caller can see a space. A lookup that fails for another reason results in a warning. */
    Optional<Violation> check(Deadline deadline, String spaceId) {
        try {
            spaces.get(deadline, spaceId);
            return Optional.empty();
        } catch (NotFoundException | IllegalArgumentException e) {
            // A value that is not allowed in a path cannot be an id.
            return Optional.of(Violation.of(
                            ViolationCode.SPACE_NOT_FOUND,
                            WireNames.SPACE,
                            "the caller can see no space with this id: " + MessageFormatter.formatName(spaceId))
                    .withAdvice(spaces.suggestForId(deadline, spaceId)));
        } catch (QlikException e) {
            return Optional.of(Violation.of(ViolationCode.NOT_CHECKED, WireNames.SPACE, "could not be looked up")
                    .withAdvice(String.valueOf(e.getMessage()))
                    .withSeverity(Severity.WARNING));
        }
    }

    /**
     * Sends a write request and looks up the space if the tenant rejects the request.
     *
     * @param spaceId the id of the space, null for the personal space or none
     * @param action the action as a verb phrase, for the message
     */
    <T extends @Nullable Object> T sendAndExplain(
            Deadline deadline, @Nullable String spaceId, String action, Supplier<T> write) {
        try {
            return write.get();
        } catch (QlikApiException e) {
            throw explain(deadline, spaceId, action, e).orElse(e);
        }
    }

    /** Returns an exception that names the unknown space, or empty if the response has another cause. */
    Optional<QlikApiException> explain(
            Deadline deadline, @Nullable String spaceId, String action, QlikApiException response) {
        if (spaceId == null || (response.status() != FORBIDDEN && response.status() != NOT_FOUND)) {
            return Optional.empty();
        }
        return check(deadline, spaceId)
                .filter(found -> found.severity() == Severity.ERROR)
                .map(violation -> createException(action, violation, response));
    }

    private static QlikApiException createException(String action, Violation violation, QlikApiException response) {
        String message = "Cannot " + action + ": " + violation.problem()
                + violation.advice().map(advice -> ". " + advice).orElse(".");
        return response.toBuilder().message(message).build();
    }
}
