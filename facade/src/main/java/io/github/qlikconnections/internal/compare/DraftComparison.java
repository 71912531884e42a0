package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares a draft with a connection: the one answer to the question whether the connection is what the draft says. A draft that is
 * given by properties is compared here, one that is given by a connect statement in {@link StatementComparison}.
 */
public final class DraftComparison {

    private final DesiredConnection desired;
    private final DataConnection current;
    private final Predicate<WriteRecord> isRecorded;
    private final boolean resendSecrets;
    private final CredentialProperties credentials;
    private final CredentialSelectionComparison selection;
    private final TagComparison tags;
    private final ListEntrySecrets secretEntries;
    private final List<PlannedChange> entries = new ArrayList<>();
    private final List<WriteRecord> written = new ArrayList<>();
    private final List<WriteRecord> notPatchable = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** What is written, by property. */
    private final Map<String, Object> changes = new LinkedHashMap<>();

    private DraftComparison(
            DesiredConnection desired, DataConnection current, Predicate<WriteRecord> isRecorded, boolean resendSecrets) {
        this.desired = desired;
        this.current = current;
        this.isRecorded = isRecorded;
        this.resendSecrets = resendSecrets;
        this.credentials = new CredentialProperties(desired);
        this.secretEntries = new ListEntrySecrets(desired::isMarkedSecret);
        this.selection = new CredentialSelectionComparison(desired, current, hasSecrets(), isRecorded);
        this.tags = new TagComparison(
                desired.draft(), current, desired.options().tags(), hasSecrets() && !selection.separated, isRecorded);
    }

    /**
     * Compares.
     *
     * @param desired what the connection is to be
     * @param current the connection, read with its properties
     * @param isRecorded whether this client has written a value that the tenant returns as it does now
     * @param resendSecrets whether the credentials are sent again, because it is unknown whether the tenant received them
     * @return the result
     */
    public static ComparisonResult compare(
            DesiredConnection desired, DataConnection current, Predicate<WriteRecord> isRecorded, boolean resendSecrets) {
        return desired.draft().connectStatement().isPresent()
                ? StatementComparison.compare(desired, current, isRecorded, resendSecrets)
                : new DraftComparison(desired, current, isRecorded, resendSecrets).compare();
    }

    private boolean hasSecrets() {
        return !credentials.names().isEmpty();
    }

    private ComparisonResult compare() {
        entries.addAll(identityEntries(desired, current));
        compareProperties();
        entries.addAll(selection.entries);
        written.addAll(selection.written);
        entries.addAll(tags.entries);
        written.addAll(tags.written);
        violations.addAll(tags.violations);
        return canSendInline() ? withInlineCredentials() : withSeparatedCredentials();
    }

    /** The name and the space, by which the connection was found. */
    static List<PlannedChange> identityEntries(DesiredConnection desired, DataConnection current) {
        String space = current.spaceId().orElse("personal");
        return List.of(
                PlannedChange.of(
                        WireNames.NAME,
                        ComparisonStatus.EQUAL,
                        current.name(),
                        desired.draft().name()),
                PlannedChange.of(WireNames.SPACE, ComparisonStatus.EQUAL, space, space));
    }

    /** Whether the credentials of the draft can go into a patch of this connection. */
    private boolean canSendInline() {
        return !selection.separated || selection.needsSecrets() != null;
    }

    private void compareProperties() {
        DraftPropertyComparison properties = new DraftPropertyComparison(desired, credentials, current, isRecorded);
        for (Map.Entry<String, Object> property : desired.draft().properties().entrySet()) {
            String name = property.getKey();
            if (CredentialProperties.isSelection(name)) {
                if (name.equals(WireNames.AUTH_CODE)) {
                    entries.add(PlannedChange.of(
                                    DraftPropertyComparison.path(name), ComparisonStatus.NOT_READABLE, null, null)
                            .withNote("A code can be used once and cannot be read back."));
                }
                continue;
            }
            PlannedChange entry = properties.compare(name, property.getValue());
            if (entry.status().isWritten() && selection.separated && credentials.isSeparable(name)) {
                entry = entry.withStatus(
                        ComparisonStatus.NOT_READABLE,
                        "The connection uses separated credentials, which stay as they are.");
            }
            entries.add(entry);
            if (entry.status() == ComparisonStatus.NOT_PATCHABLE) {
                notPatchable.add(properties.written(name, property.getValue()));
                violations.add(Violation.of(ViolationCode.PATCH_VALUE, entry.path(), "differs and cannot be patched")
                        .withAdvice(entry.note().orElse("")));
            }
            if (entry.status().isWritten()) {
                addChange(properties, name, property.getValue());
            }
        }
    }

    private void addChange(DraftPropertyComparison properties, String name, Object value) {
        changes.put(name, value);
        written.add(properties.written(name, value));
        secretEntries
                .withoutSecret(name, value, current.properties().get(name))
                .ifPresent(entry -> violations.add(Violation.of(
                                ViolationCode.SECRET_MISSING,
                                DraftPropertyComparison.path(name),
                                "is sent as a whole, and the draft has no value for \"" + entry + "\"")
                        .withAdvice("Give the value of that entry in the draft, as a Secret.")));
    }

    private ComparisonResult withInlineCredentials() {
        SecretUpdate update = desired.options().secrets();
        String needed = credentialsReason();
        // The code of a sign-in is a header: it cannot be sent alone.
        boolean sendable = hasSecrets() || (credentials.hasAuthCode() && !changes.isEmpty());
        boolean sent = sendable && (needed != null || resendSecrets || update == SecretUpdate.ALWAYS);
        String reason =
                needed != null ? needed : resendSecrets ? "it is unknown whether the tenant received them" : "SecretUpdate.ALWAYS";
        if (update == SecretUpdate.NEVER && sent) {
            sent = false;
            violations.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            WireNames.PROPERTIES,
                            "cannot be changed without the credentials, because " + reason)
                    .withAdvice("Use SecretUpdate.WHEN_NEEDED."));
        }
        if (sent) {
            credentials.names().stream()
                    .filter(name -> !changes.containsKey(name)
                            && !PatchValues.areAllowed(
                                    desired.draft().properties().get(name)))
                    .forEach(name -> violations.add(Violation.of(
                                    ViolationCode.PATCH_VALUE,
                                    DraftPropertyComparison.path(name),
                                    "is sent, because " + reason + ", and is an object or a decimal number")
                            .withAdvice("Delete the connection and create it again.")));
        }
        changes.keySet().stream()
                .filter(name -> CredentialRequirement.isAddress(name)
                        && !sendable
                        && current.credentialsId().isPresent())
                .findFirst()
                .ifPresent(name -> violations.add(Violation.of(
                                ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                                DraftPropertyComparison.path(name),
                                "changes, and the API requires the credentials in the same request")
                        .withAdvice("Add the credentials of the connection to the draft.")));
        if (sendable && needed == null && !sent && !changes.isEmpty()) {
            warnings.add("The credentials of the draft are not sent: the changes do not need them.");
        }
        return result(sent, reason);
    }

    /** Why the inline credentials go along, null if nothing needs them. */
    private @Nullable String credentialsReason() {
        if (selection.needsSecrets() != null) {
            return selection.needsSecrets();
        }
        return tags.versionChanges()
                ? "the secrets have another version"
                : new CredentialRequirement(desired, current, credentials.names()).reason(changes);
    }

    private ComparisonResult withSeparatedCredentials() {
        boolean moves = changes.keySet().stream().anyMatch(CredentialRequirement::isAddress);
        boolean selects = selection.writes.containsKey(WireNames.SELECTED_CREDENTIALS);
        if (moves && !selects && !current.separateCredentials()) {
            violations.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            WireNames.PROPERTIES,
                            "get another address and separated credentials, and the API demands credentials in the"
                                    + " same request")
                    .withAdvice("Select credentials in the draft, or change the address first."));
        }
        if (hasSecrets()) {
            warnings.add("The connection uses separated credentials: the secrets of the draft are not sent.");
        }
        if (moves && !selects && current.separateCredentials()) {
            warnings.add(
                    "The tenant detaches separated credentials when the address changes. They are attached again.");
        }
        return result(false, "");
    }

    private ComparisonResult result(boolean sent, String reason) {
        List<String> names = credentials.names();
        List<PatchOperation> operations = new ArrayList<>();
        changes.forEach((name, value) -> {
            if (!sent || !names.contains(name)) {
                operations.add(set(name, value));
            }
        });
        selection.writes.forEach((name, value) -> operations.add(set(name, value)));
        Optional<Secret> code = Optional.empty();
        if (sent) {
            names.forEach(name ->
                    operations.add(set(name, desired.draft().properties().get(name))));
            code = Optional.ofNullable(desired.draft().properties().get(WireNames.AUTH_CODE))
                    .filter(Secret.class::isInstance)
                    .map(Secret.class::cast);
        }
        // After the secrets: a tag with their version must not be there before them.
        List<String> allTags = tags.result();
        if (allTags != null) {
            operations.add(PatchOperation.set(PatchOperation.Op.REPLACE, WireNames.TAGS, allTags));
        }
        return new ComparisonResult(
                List.copyOf(entries),
                Optional.empty(),
                patch(operations, code),
                List.copyOf(written),
                List.copyOf(notPatchable),
                sent ? credentials.reportedNames() : List.of(),
                sent ? reason : null,
                sent
                        ? List.of()
                        : credentials.reportedNames().stream()
                                .filter(name -> !changes.containsKey(name))
                                .toList(),
                List.copyOf(violations),
                List.copyOf(warnings));
    }

    static Optional<ConnectionPatch> patch(List<PatchOperation> operations, Optional<Secret> authCode) {
        if (operations.isEmpty()) {
            return Optional.empty();
        }
        ConnectionPatch.Builder patch = ConnectionPatch.builder();
        operations.forEach(patch::operation);
        authCode.ifPresent(patch::authCode);
        return Optional.of(patch.build());
    }

    private PatchOperation set(String name, @Nullable Object value) {
        boolean present = current.properties().containsKey(name);
        return PatchOperation.set(
                present ? PatchOperation.Op.REPLACE : PatchOperation.Op.ADD,
                DraftPropertyComparison.path(name),
                PatchValues.normalized(Objects.requireNonNull(value, name)));
    }
}
