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
 * Compares a draft with a connection and creates the requests that remove the differences. This class compares a draft with
 * connection properties. {@link StatementComparison} compares a draft with a connect statement.
 */
public final class DraftComparison {

    private final DesiredConnection desired;
    private final DataConnection current;
    private final Predicate<WriteRecord> isRecorded;
    private final boolean resendSecrets;
    private final CredentialProperties credentials;
    private final CredentialSelectionComparison selection;
    private final TagComparison tags;
    private final ListEntrySecrets listSecrets;
    private final List<PlannedChange> entries = new ArrayList<>();
    private final List<WriteRecord> writeRecords = new ArrayList<>();
    private final List<WriteRecord> notPatchable = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** The new values by property. */
    private final Map<String, Object> changes = new LinkedHashMap<>();

    private DraftComparison(
            DesiredConnection desired,
            DataConnection current,
            Predicate<WriteRecord> isRecorded,
            boolean resendSecrets) {
        this.desired = desired;
        this.current = current;
        this.isRecorded = isRecorded;
        this.resendSecrets = resendSecrets;
        this.credentials = new CredentialProperties(desired);
        this.listSecrets = new ListEntrySecrets(desired::isMarkedSecret);
        this.selection = new CredentialSelectionComparison(desired, current, hasSecrets(), isRecorded);
        this.tags = new TagComparison(
                desired.draft(), current, desired.options().tags(), hasSecrets() && !selection.isSeparated, isRecorded);
    }

    /**
     * Compares a draft with a connection.
     *
     * @param desired the desired state
     * @param current the connection, read with its properties
     * @param isRecorded whether this client wrote the value and the tenant returned the same as now
     * @param resendSecrets whether the credentials are sent again, because it is unknown whether the tenant received them
     * @return the result
     */
    public static ComparisonResult compare(
            DesiredConnection desired,
            DataConnection current,
            Predicate<WriteRecord> isRecorded,
            boolean resendSecrets) {
        return desired.draft().connectStatement().isPresent()
                ? StatementComparison.compare(desired, current, isRecorded, resendSecrets)
                : new DraftComparison(desired, current, isRecorded, resendSecrets).compare();
    }

    private boolean hasSecrets() {
        return !credentials.names().isEmpty();
    }

    private ComparisonResult compare() {
        entries.addAll(createIdentityEntries(desired, current));
        compareProperties();
        entries.addAll(selection.entries);
        writeRecords.addAll(selection.writeRecords);
        entries.addAll(tags.entries);
        writeRecords.addAll(tags.writeRecords);
        violations.addAll(tags.violations);
        return canSendInline() ? compareInlineCredentials() : compareSeparatedCredentials();
    }

    /** Creates the entries for the name and the space, which are equal because they identify the connection. */
    static List<PlannedChange> createIdentityEntries(DesiredConnection desired, DataConnection current) {
        String space = current.spaceId().orElse("personal");
        return List.of(
                PlannedChange.builder(WireNames.NAME, ComparisonStatus.EQUAL)
                        .before(current.name())
                        .after(desired.draft().name())
                        .build(),
                PlannedChange.builder(WireNames.SPACE, ComparisonStatus.EQUAL)
                        .before(space)
                        .after(space)
                        .build());
    }

    /** Returns whether a patch of this connection can contain the credentials of the draft. */
    private boolean canSendInline() {
        return !selection.isSeparated || selection.secretsReason() != null;
    }

    private void compareProperties() {
        DraftPropertyComparison properties = new DraftPropertyComparison(desired, credentials, current, isRecorded);
        for (Map.Entry<String, Object> property : desired.draft().properties().entrySet()) {
            String name = property.getKey();
            if (CredentialProperties.isCredentialSelection(name)) {
                if (name.equals(WireNames.AUTH_CODE)) {
                    entries.add(
                            PlannedChange.builder(DraftPropertyComparison.pathOf(name), ComparisonStatus.NOT_READABLE)
                                    .note("A sign-in code can be used once and cannot be read back.")
                                    .build());
                }
                continue;
            }
            PlannedChange entry = properties.compare(name, property.getValue());
            if (entry.status().isWritten() && selection.isSeparated && credentials.isSeparable(name)) {
                entry = entry.withStatus(
                        ComparisonStatus.NOT_READABLE,
                        "The connection uses separated credentials, which are not changed.");
            }
            entries.add(entry);
            if (entry.status() == ComparisonStatus.NOT_PATCHABLE) {
                notPatchable.add(properties.writeRecord(name, property.getValue()));
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
        writeRecords.add(properties.writeRecord(name, value));
        listSecrets
                .findEntryWithoutSecret(name, value, current.properties().get(name))
                .ifPresent(entry -> violations.add(Violation.of(
                                ViolationCode.SECRET_MISSING,
                                DraftPropertyComparison.pathOf(name),
                                "is sent as a whole, and the draft has no value for \"" + entry + "\"")
                        .withAdvice("Give the value of that entry in the draft, as a Secret.")));
    }

    private ComparisonResult compareInlineCredentials() {
        SecretUpdate update = desired.options().secrets();
        String requiredReason = findCredentialsReason();
        // The sign-in code is sent as a header, so it needs a patch with at least one change.
        boolean canSend = hasSecrets() || (credentials.hasAuthCode() && !changes.isEmpty());
        boolean isSent = canSend && (requiredReason != null || resendSecrets || update == SecretUpdate.ALWAYS);
        String reason = requiredReason != null
                ? requiredReason
                : resendSecrets ? "it is unknown whether the tenant received them" : "SecretUpdate.ALWAYS";
        if (update == SecretUpdate.NEVER && isSent) {
            isSent = false;
            violations.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            WireNames.PROPERTIES,
                            "cannot be changed without the credentials, because " + reason)
                    .withAdvice("Use SecretUpdate.WHEN_NEEDED."));
        }
        if (isSent) {
            credentials.names().stream()
                    .filter(name -> !changes.containsKey(name)
                            && !PatchValues.isPatchable(
                                    desired.draft().properties().get(name)))
                    .forEach(name -> violations.add(Violation.of(
                                    ViolationCode.PATCH_VALUE,
                                    DraftPropertyComparison.pathOf(name),
                                    "is sent, because " + reason + ", and is an object or a decimal number")
                            .withAdvice("Delete the connection and create it again.")));
        }
        changes.keySet().stream()
                .filter(name -> CredentialRequirement.isAddress(name)
                        && !canSend
                        && current.credentialsId().isPresent())
                .findFirst()
                .ifPresent(name -> violations.add(Violation.of(
                                ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                                DraftPropertyComparison.pathOf(name),
                                "changes, and the API requires the credentials in the same request")
                        .withAdvice("Add the credentials of the connection to the draft.")));
        if (canSend && requiredReason == null && !isSent && !changes.isEmpty()) {
            warnings.add("The credentials of the draft are not sent: the changes do not require them.");
        }
        return createResult(isSent, reason);
    }

    /** Returns the reason why the inline credentials are required, or null if they are not. */
    private @Nullable String findCredentialsReason() {
        if (selection.secretsReason() != null) {
            return selection.secretsReason();
        }
        return tags.hasVersionChange()
                ? "the secrets have another version"
                : new CredentialRequirement(desired, current, credentials.names()).findReason(changes);
    }

    private ComparisonResult compareSeparatedCredentials() {
        boolean isAddressChanged = changes.keySet().stream().anyMatch(CredentialRequirement::isAddress);
        boolean areCredentialsSelected = selection.changes.containsKey(WireNames.SELECTED_CREDENTIALS);
        if (isAddressChanged && !areCredentialsSelected && !current.separateCredentials()) {
            violations.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            WireNames.PROPERTIES,
                            "change the address and use separated credentials, and the API requires credentials in the"
                                    + " same request")
                    .withAdvice("Select credentials in the draft, or change the address first."));
        }
        if (hasSecrets()) {
            warnings.add("The connection uses separated credentials: the secrets of the draft are not sent.");
        }
        if (isAddressChanged && !areCredentialsSelected && current.separateCredentials()) {
            warnings.add(
                    "The tenant detaches separated credentials when the address changes. They are attached again.");
        }
        return createResult(false, "");
    }

    private ComparisonResult createResult(boolean isSent, String reason) {
        List<String> names = credentials.names();
        List<PatchOperation> operations = new ArrayList<>();
        changes.forEach((name, value) -> {
            if (!isSent || !names.contains(name)) {
                operations.add(createOperation(name, value));
            }
        });
        selection.changes.forEach((name, value) -> operations.add(createOperation(name, value)));
        Optional<Secret> authCode = Optional.empty();
        if (isSent) {
            names.forEach(name -> operations.add(
                    createOperation(name, desired.draft().properties().get(name))));
            authCode = Optional.ofNullable(desired.draft().properties().get(WireNames.AUTH_CODE))
                    .filter(Secret.class::isInstance)
                    .map(Secret.class::cast);
        }
        // The tags follow the secrets: the tag with their version must not be stored before them.
        List<String> newTags = tags.newTags();
        if (newTags != null) {
            operations.add(PatchOperation.set(PatchOperation.Op.REPLACE, WireNames.TAGS, newTags));
        }
        return new ComparisonResult(
                List.copyOf(entries),
                Optional.empty(),
                createPatch(operations, authCode),
                List.copyOf(writeRecords),
                List.copyOf(notPatchable),
                isSent ? credentials.reportedNames() : List.of(),
                isSent ? reason : null,
                isSent
                        ? List.of()
                        : credentials.reportedNames().stream()
                                .filter(name -> !changes.containsKey(name))
                                .toList(),
                List.copyOf(violations),
                List.copyOf(warnings));
    }

    static Optional<ConnectionPatch> createPatch(List<PatchOperation> operations, Optional<Secret> authCode) {
        if (operations.isEmpty()) {
            return Optional.empty();
        }
        ConnectionPatch.Builder patch = ConnectionPatch.builder();
        operations.forEach(patch::operation);
        authCode.ifPresent(patch::authCode);
        return Optional.of(patch.build());
    }

    private PatchOperation createOperation(String name, @Nullable Object value) {
        boolean isPresent = current.properties().containsKey(name);
        return PatchOperation.set(
                isPresent ? PatchOperation.Op.REPLACE : PatchOperation.Op.ADD,
                DraftPropertyComparison.pathOf(name),
                PatchValues.normalize(Objects.requireNonNull(value, name)));
    }
}
