package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of July 2026 that the API has for a patch as a whole; each is broken at most once by a patch. */
final class PatchRules {

    static final String PROPERTIES = "/connectionProperties/";

    private static final String STATEMENT = "/qConnectStatement";
    private static final String PASSWORD = "/qPassword";
    private static final Set<String> WHERE = Set.of("host", "server", "url");

    private PatchRules() {}

    /** What the patch breaks, given the connection as it is, with its properties. */
    static List<Violation> broken(ConnectionPatch patch, DataConnection connection) {
        List<Violation> found = new ArrayList<>();
        boolean statement = sets(patch, STATEMENT);
        boolean properties = patch.operations().stream()
                .anyMatch(operation -> operation.path().startsWith(PROPERTIES));
        boolean secretProperty = patch.operations().stream()
                .anyMatch(operation -> operation.path().startsWith(PROPERTIES)
                        && operation.value().orElse("") instanceof Secret);
        boolean password = sets(patch, PASSWORD);
        if (statement && properties) {
            found.add(Violation.of(
                            ViolationCode.PATCH_MIXES_FORMS,
                            STATEMENT,
                            "the connect statement and connection properties cannot be changed together")
                    .advising("change the properties, or the statement, but not both in one patch"));
        }
        if (statement && !password && !secretProperty) {
            found.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            STATEMENT,
                            "a change of the connect statement needs the credentials in the same patch")
                    .advising("add password(…)"));
        }
        if (password && secretProperty) {
            found.add(Violation.of(
                            ViolationCode.PATCH_TWO_PASSWORDS,
                            PASSWORD,
                            "the password beside the statement and a secret property cannot be set together")
                    .advising("set one of the two"));
        }
        if (!connection.separateCredentials() && !password && !secretProperty) {
            movedTo(patch, connection)
                    .ifPresent(path -> found.add(Violation.of(
                                    ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                                    path,
                                    "a change of host, server or url needs the credentials in the same patch")
                            .advising("add the secrets of the connection with secret(…)")));
        }
        return found;
    }

    /** The property by which the patch points the connection at another machine, if it does. */
    static Optional<String> movedTo(ConnectionPatch patch, DataConnection connection) {
        return patch.operations().stream()
                .filter(operation -> WHERE.stream().anyMatch(name -> (PROPERTIES + name).equals(operation.path())))
                .filter(operation -> !same(operation, connection))
                .map(PatchOperation::path)
                .findFirst();
    }

    private static boolean same(PatchOperation operation, DataConnection connection) {
        Object held = connection.properties().get(operation.path().substring(PROPERTIES.length()));
        return held != null && operation.value().map(String::valueOf).orElse("").equals(String.valueOf(held));
    }

    private static boolean sets(ConnectionPatch patch, String path) {
        return patch.operations().stream()
                .anyMatch(operation -> operation.path().equals(path));
    }
}
