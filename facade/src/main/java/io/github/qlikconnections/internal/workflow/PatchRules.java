package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.compare.PatchValues;
import io.github.qlikconnections.internal.json.JsonPointers;
import io.github.qlikconnections.internal.text.MessageFormatter;
import io.github.qlikconnections.internal.validation.RequestRules;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.validation.Severity;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The rules that the API has for a patch as a whole, and for what it sets outside the connection properties. */
final class PatchRules {

    private static final Set<String> MEMBERS =
            Set.of(WireNames.NAME, WireNames.TAGS, WireNames.PASSWORD, WireNames.USERNAME, WireNames.STATEMENT);
    private static final Set<String> ADDRESSES =
            Set.of(WireNames.PROPERTIES + "/host", WireNames.PROPERTIES + "/server", WireNames.PROPERTIES + "/url");

    private PatchRules() {}

    /** What the patch violates, given the connection as it is, with its properties. */
    static List<Violation> violations(ConnectionPatch patch, DataConnection connection) {
        List<Violation> found = new ArrayList<>();
        patch.operations().forEach(operation -> check(operation, found));
        boolean statement = any(patch, operation -> operation.path().equals(WireNames.STATEMENT));
        boolean password = any(patch, operation -> operation.path().equals(WireNames.PASSWORD));
        boolean properties = any(patch, PatchRules::isOfProperty);
        boolean secretProperty = any(
                patch, operation -> isOfProperty(operation) && operation.value().orElse("") instanceof Secret);
        boolean credentials = password || secretProperty || patch.authCode().isPresent() || selects(patch);
        if (statement && properties) {
            found.add(Violation.of(
                            ViolationCode.PATCH_MIXES_FORMS,
                            WireNames.STATEMENT,
                            "the connect statement and connection properties cannot be changed together")
                    .withAdvice("Change the properties, or the statement, but not both in one patch."));
        }
        if (statement && !credentials) {
            found.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            WireNames.STATEMENT,
                            "a change of the connect statement needs the credentials in the same patch")
                    .withAdvice("Add password(…)."));
        }
        if (password && secretProperty) {
            found.add(Violation.of(
                            ViolationCode.PATCH_TWO_PASSWORDS,
                            WireNames.PASSWORD,
                            "the password beside the statement and a secret property cannot be set together")
                    .withAdvice("Set one of the two."));
        }
        Optional<String> moved = movedTo(patch.operations(), connection);
        if (moved.isPresent() && !connection.separateCredentials() && !credentials) {
            found.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            moved.get(),
                            "a change of host, server or url needs the credentials in the same patch")
                    .withAdvice("Add the secrets of the connection with secret(…)."));
        }
        return found;
    }

    private static boolean any(ConnectionPatch patch, Predicate<PatchOperation> wanted) {
        return patch.operations().stream().anyMatch(wanted);
    }

    private static boolean selects(ConnectionPatch patch) {
        return any(
                patch,
                operation -> operation.path().equals(WireNames.PROPERTIES + "/" + WireNames.SELECTED_CREDENTIALS)
                        && operation.value().isPresent());
    }

    /** What can be said of one operation: only what it sets is checked, never what the connection has already. */
    private static void check(PatchOperation operation, List<Violation> found) {
        String path = operation.path();
        if (!MEMBERS.contains(path) && !isOfProperty(operation)) {
            String problem = "cannot be patched with the path " + MessageFormatter.formatName(path);
            found.add(Violation.of(ViolationCode.PATCH_PATH, path, problem)
                    .withAdvice("The API patches " + String.join(", ", WireNames.NAME, WireNames.TAGS, WireNames.STATEMENT, WireNames.PASSWORD)
                            + " and " + WireNames.PROPERTIES + "/<name>, in this letter case."));
            return;
        }
        if (operation.op() != PatchOperation.Op.REMOVE
                && !PatchValues.isPatchable(operation.value().orElse(null))) {
            found.add(Violation.of(
                            ViolationCode.PATCH_VALUE,
                            path,
                            "is set to a value that the JSON Patch of the API cannot express")
                    .withExpected("a string, a boolean, an integer or a list"));
        } else {
            ofRequest(operation).stream().filter(PatchRules::isError).forEach(found::add);
        }
    }

    /** The warnings and notes that a creation has too, on what the patch sets outside the connection properties. */
    static List<Violation> remarks(ConnectionPatch patch) {
        return patch.operations().stream()
                .flatMap(operation -> ofRequest(operation).stream())
                .filter(violation -> !isError(violation))
                .toList();
    }

    private static boolean isError(Violation violation) {
        return violation.severity() == Severity.ERROR;
    }

    private static List<Violation> ofRequest(PatchOperation operation) {
        Object value = operation.value().orElse("");
        if (operation.path().equals(WireNames.NAME) && value instanceof String name) {
            return RequestRules.checkName(name);
        }
        if (operation.path().equals(WireNames.TAGS) && value instanceof List<?> tags) {
            return RequestRules.checkTags(tags.stream().map(String::valueOf).toList());
        }
        return List.of();
    }

    /** Whether it changes a property, or a part of one. */
    static boolean isOfProperty(PatchOperation operation) {
        return operation.path().startsWith(WireNames.PROPERTIES + "/")
                && operation.path().length() > WireNames.PROPERTIES.length() + 1;
    }

    /** The property by which a patch of these operations points the connection at another machine, if it does. */
    static Optional<String> movedTo(List<PatchOperation> operations, DataConnection connection) {
        for (PatchOperation operation : operations) {
            if (ADDRESSES.contains(operation.path()) && !same(operation, connection)) {
                return Optional.of(operation.path());
            }
        }
        return Optional.empty();
    }

    private static boolean same(PatchOperation operation, DataConnection connection) {
        Object held = connection
                .properties()
                .get(JsonPointers.segments(operation.path()).get(1));
        return held != null && operation.value().map(String::valueOf).orElse("").equals(String.valueOf(held));
    }
}
