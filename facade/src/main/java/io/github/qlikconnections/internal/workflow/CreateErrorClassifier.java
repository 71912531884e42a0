package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.validation.Severity;
import io.github.qlikconnections.validation.Violation;
import java.util.Optional;

/** Finds out what an error response to a creation is about, where the status alone gives the wrong idea. Thread-safe. */
final class CreateErrorClassifier {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final DefaultDataSources sources;
    private final NameResolver names;

    CreateErrorClassifier(DefaultDataSources sources, NameResolver names) {
        this.sources = sources;
        this.names = names;
    }

    QlikApiException explain(Deadline deadline, ResolvedDraft draft, QlikApiException response) {
        int status = response.status();
        Optional<String> space = draft.original().space().id();
        if (space.isPresent() && (status == FORBIDDEN || status == NOT_FOUND)) {
            Optional<Violation> violation =
                    names.checkSpaceId(deadline, space.get()).filter(found -> found.severity() == Severity.ERROR);
            if (violation.isPresent()) {
                return explainSpace(draft, violation.get(), response);
            }
        }
        return status == BAD_REQUEST || status == NOT_FOUND ? explainSource(deadline, draft, response) : response;
    }

    /** The tenant does not say whether the space is unknown or the caller lacks a right in it. */
    private static QlikApiException explainSpace(ResolvedDraft draft, Violation violation, QlikApiException response) {
        String message = "Could not create connection \"" + draft.draft().name() + "\": " + violation.problem()
                + violation.advice().map(advice -> "; " + advice).orElse("") + ".";
        return response.toBuilder().message(message).build();
    }

    /** A 400 or 404 can mean a data source that was disabled after its specification was read. */
    private QlikApiException explainSource(Deadline deadline, ResolvedDraft draft, QlikApiException response) {
        String source = draft.draft().dataSourceId();
        try {
            sources.evict(source);
            sources.spec(deadline, source);
            return response;
        } catch (NotFoundException e) {
            String message = "Could not create connection \"" + draft.draft().name() + "\": data source \"" + source
                    + "\" is disabled or no longer there. Let an administrator enable it, or choose another source.";
            return response.toBuilder().message(message).build();
        } catch (QlikException e) {
            response.addSuppressed(e);
            return response;
        }
    }

    /** A 409 can mean the name of the connection, or that of the credentials which are created with it. */
    QlikApiException explainConflict(Deadline deadline, ResolvedDraft draft, ConflictException response) {
        if (!(draft.draft().properties().get(WireNames.CREDENTIALS_NAME) instanceof String name)) {
            return response;
        }
        try {
            if (names.findCredentials(deadline, name).isEmpty()) {
                return response;
            }
        } catch (QlikException e) {
            response.addSuppressed(e);
            return response;
        }
        return response.toBuilder()
                .message("Could not create connection \"" + draft.draft().name()
                        + "\": the name of the connection or of its credentials is taken. There are credentials named \""
                        + name
                        + "\" already: select them with useCredentialsNamed(\"" + name + "\"), or choose another name.")
                .build();
    }
}
