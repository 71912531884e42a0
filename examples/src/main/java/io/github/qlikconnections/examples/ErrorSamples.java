package io.github.qlikconnections.examples;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.error.ConflictException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.validation.InvalidConnectionException;
import java.io.PrintStream;

/** How failures are handled, as {@code docs/guides/errors.md} shows it. */
final class ErrorSamples {

    private ErrorSamples() {}

    static void create(DataConnections connections, ConnectionDraft draft, PrintStream out) {
        try {
            connections.create(draft);
        } catch (InvalidConnectionException e) {
            out.println(e.report().render());
        } catch (ConflictException e) {
            out.println("The space has a connection of this name: " + e.getMessage());
        } catch (QlikException e) {
            if (e.outcomeUnknown()) {
                boolean created =
                        connections.findByName(draft.name(), draft.space()).isPresent();
                out.println(created ? "Created, although the response was lost" : "Not created, repeat the call");
            } else {
                out.println(e.getMessage());
            }
        }
    }

    static DataConnection createOrFind(DataConnections connections, ConnectionDraft draft) {
        return connections.ensure(draft).connection();
    }
}
