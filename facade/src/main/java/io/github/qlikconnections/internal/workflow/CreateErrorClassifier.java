package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.QlikApiException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.wire.WireNames;

/** Determines the cause of an error response to a creation whose status is ambiguous. This class is thread-safe. */
final class CreateErrorClassifier {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final DefaultDataSources sources;
    private final NameResolver names;
    private final SpaceErrorClassifier spaceErrors;

    CreateErrorClassifier(DefaultDataSources sources, NameResolver names, SpaceErrorClassifier spaceErrors) {
        this.sources = sources;
        this.names = names;
        this.spaceErrors = spaceErrors;
    }

    QlikApiException explain(Deadline deadline, ResolvedDraft draft, QlikApiException response) {
        String action = "create connection \"" + draft.draft().name() + "\"";
        return spaceErrors
                .explain(deadline, draft.original().space().id().orElse(null), action, response)
                .orElseGet(() -> explainSource(deadline, draft, response));
    }

    /** Checks the data source: a 400 or 404 can mean that it was disabled after its specification was read. */
    private QlikApiException explainSource(Deadline deadline, ResolvedDraft draft, QlikApiException response) {
        if (response.status() != BAD_REQUEST && response.status() != NOT_FOUND) {
            return response;
        }
        String source = draft.draft().dataSourceId();
        try {
            sources.evict(source);
            sources.spec(deadline, source);
            return response;
        } catch (NotFoundException e) {
            String message = "Cannot create connection \"" + draft.draft().name() + "\": data source \"" + source
                    + "\" is disabled or no longer exists. Ask an administrator to enable it, or choose another source.";
            return response.toBuilder().message(message).build();
        } catch (QlikException e) {
            response.addSuppressed(e);
            return response;
        }
    }

    /** Determines whether a 409 is caused by the name of the credentials that are created with the connection. */
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
                .message("Cannot create connection \"" + draft.draft().name()
                        + "\": the name of the connection or of its credentials is taken. Credentials named \""
                        + name
                        + "\" already exist: select them with useCredentialsNamed(\"" + name
                        + "\"), or choose another name.")
                .build();
    }
}
