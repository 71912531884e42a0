package io.github.qlikconnections.examples;

import io.github.qlikconnections.Paged;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.error.NotFoundException;
import io.github.qlikconnections.error.PermissionDeniedException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.Space;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists the connections whose data source is not on a list of approved ones, with their owners and spaces. Reads only.
 *
 * <p>{@code QLIK_TENANT} and {@code QLIK_API_KEY} select the tenant. The arguments are the ids of the approved data sources.
 */
public final class AuditSources {

    private AuditSources() {}

    /**
     * Runs the audit. The exit status is 0 if the list is complete and all connections are approved, 1 if not all are approved,
     * and 2 if the audit is incomplete or failed.
     *
     * @param args the ids of the approved data sources
     */
    public static void main(String[] args) {
        try (QlikClient qlik = QlikClient.builder()
                .tenant(String.valueOf(System.getenv("QLIK_TENANT")))
                .credentials(QlikCredentials.apiKey(Secret.fromEnv("QLIK_API_KEY")))
                .build()) {
            System.exit(audit(qlik, Set.of(args), System.out));
        } catch (QlikException | IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    static int audit(QlikClient qlik, Set<String> approved, PrintStream out) {
        Map<String, String> spaceNames =
                qlik.spaces().list().stream().collect(Collectors.toMap(Space::id, Space::name, (one, other) -> one));
        Paged<DataConnection> all = qlik.dataConnections()
                .list(ConnectionQuery.builder().includeDisabled().build());
        List<DataConnection> others = all.stream()
                .filter(connection ->
                        !approved.contains(connection.dataSourceId().orElse("")))
                .toList();

        Map<String, String> ownerNames = new HashMap<>();
        String row = "%-32s  %-26s  %-20s  %s%n";
        out.printf(row, "CONNECTION", "SOURCE", "SPACE", "OWNER");
        for (DataConnection connection : others) {
            out.printf(
                    row,
                    connection.name(),
                    connection.dataSourceId().orElse("-"),
                    connection
                            .spaceId()
                            .map(id -> spaceNames.getOrDefault(id, id))
                            .orElse("(personal)"),
                    connection
                            .ownerId()
                            .map(id -> ownerNames.computeIfAbsent(id, owner -> name(qlik, owner)))
                            .orElse("-"));
        }
        out.printf("%n%d not approved%n", others.size());
        if (!all.warnings().isEmpty()) {
            out.println("INCOMPLETE: the tenant could not list everything:");
            for (ApiError problem : all.warnings()) {
                out.println("  " + problem);
            }
            return 2;
        }
        return others.isEmpty() ? 0 : 1;
    }

    /** Returns the name of a user, or the id if the user was deleted or the caller may not read it. */
    private static String name(QlikClient qlik, String userId) {
        try {
            return qlik.users().get(userId).name();
        } catch (NotFoundException | PermissionDeniedException e) {
            return userId;
        }
    }
}
