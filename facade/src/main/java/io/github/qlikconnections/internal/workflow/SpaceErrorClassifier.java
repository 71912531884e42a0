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
 * Explains an error response to a write into a space that does not exist. The tenant responds with the same status whether the space is
 * unknown or the caller lacks a right in it. This class is thread-safe.
 */
final class SpaceErrorClassifier {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final DefaultSpaces spaces;

    SpaceErrorClassifier(DefaultSpaces spaces) {
        this.spaces = spaces;
    }

    /** Returns what is wrong with the id of a space. A lookup that fails says nothing about the id, and is a warning. */
    Optional<Violation> check(Deadline deadline, String spaceId) {
        try {
            spaces.get(deadline, spaceId);
            return Optional.empty();
        } catch (NotFoundException | IllegalArgumentException e) {
            // What cannot stand in a path is no id either.
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
     * Carries out a write, and looks the space up if the tenant rejects it.
     *
     * @param spaceId the id of the space, null for the personal one and for none
     * @param action what the write does, as a verb phrase for the message
     */
    <T extends @Nullable Object> T runExplained(
            Deadline deadline, @Nullable String spaceId, String action, Supplier<T> write) {
        try {
            return write.get();
        } catch (QlikApiException e) {
            throw explain(deadline, spaceId, action, e).orElse(e);
        }
    }

    /** Returns the exception that names the unknown space; empty if the response is about something else. */
    Optional<QlikApiException> explain(
            Deadline deadline, @Nullable String spaceId, String action, QlikApiException response) {
        if (spaceId == null || (response.status() != FORBIDDEN && response.status() != NOT_FOUND)) {
            return Optional.empty();
        }
        return check(deadline, spaceId)
                .filter(found -> found.severity() == Severity.ERROR)
                .map(violation -> unknownSpace(action, violation, response));
    }

    private static QlikApiException unknownSpace(String action, Violation violation, QlikApiException response) {
        String message = "Could not " + action + ": " + violation.problem()
                + violation.advice().map(advice -> "; " + advice).orElse("") + ".";
        return response.toBuilder().message(message).build();
    }
}
