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

    /** The pointer to all properties; those of each begin with it. */
    static final String PROPERTIES = "/connectionProperties";

    private static final String STATEMENT = "/qConnectStatement";
    private static final String PASSWORD = "/qPassword";
    private static final Set<String> WHERE = Set.of(PROPERTIES + "/host", PROPERTIES + "/server", PROPERTIES + "/url");

    private PatchRules() {}

    /** What the patch breaks, given the connection as it is, with its properties. */
    static List<Violation> broken(ConnectionPatch patch, DataConnection connection) {
        List<Violation> found = new ArrayList<>();
        boolean statement = false;
        boolean password = false;
        boolean properties = false;
        boolean secretProperty = false;
        for (PatchOperation operation : patch.operations()) {
            boolean property = isOfProperty(operation);
            statement |= operation.path().equals(STATEMENT);
            password |= operation.path().equals(PASSWORD);
            properties |= property;
            secretProperty |= property && operation.value().orElse("") instanceof Secret;
        }
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
        Optional<String> moved = movedTo(patch.operations(), connection);
        if (moved.isPresent() && !connection.separateCredentials() && !password && !secretProperty) {
            found.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            moved.get(),
                            "a change of host, server or url needs the credentials in the same patch")
                    .advising("add the secrets of the connection with secret(…)"));
        }
        return found;
    }

    /** Whether it changes a property, or a part of one. */
    static boolean isOfProperty(PatchOperation operation) {
        return operation.path().startsWith(PROPERTIES + "/");
    }

    /** The property by which a patch of these operations points the connection at another machine, if it does. */
    static Optional<String> movedTo(List<PatchOperation> operations, DataConnection connection) {
        for (PatchOperation operation : operations) {
            if (WHERE.contains(operation.path()) && !same(operation, connection)) {
                return Optional.of(operation.path());
            }
        }
        return Optional.empty();
    }

    private static boolean same(PatchOperation operation, DataConnection connection) {
        Object held = connection.properties().get(operation.path().substring(PROPERTIES.length() + 1));
        return held != null && operation.value().map(String::valueOf).orElse("").equals(String.valueOf(held));
    }
}
