package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.internal.wire.WireMembers;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionReplacement;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.PatchOperation;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares a draft with a connect statement. The statement is compared as text and never shown. A statement with a password is patched.
 * The complete definition is replaced if there is no password or if a patch cannot express the change.
 */
final class StatementComparison {

    private static final List<String> CREDENTIALS = List.of(WireMembers.PASSWORD);

    private static final String SECRET_NOTE = "A secret cannot be read back.";

    private final DataConnection current;
    private final Predicate<WriteRecord> isRecorded;
    private final List<PlannedChange> entries = new ArrayList<>();
    private final List<WriteRecord> writeRecords = new ArrayList<>();

    private StatementComparison(DataConnection current, Predicate<WriteRecord> isRecorded) {
        this.current = current;
        this.isRecorded = isRecorded;
    }

    static ComparisonResult compare(
            DesiredConnection desired,
            DataConnection current,
            Predicate<WriteRecord> isRecorded,
            boolean resendSecrets) {
        ConnectStatement statement = desired.draft().connectStatement().orElseThrow();
        return new StatementComparison(current, isRecorded).compare(desired, statement, resendSecrets);
    }

    private ComparisonResult compare(DesiredConnection desired, ConnectStatement statement, boolean resendSecrets) {
        boolean isSeparated = statement.separateCredentials().orElse(current.separateCredentials());
        boolean canSendPassword = statement.password().isPresent() && !isSeparated;
        SecretUpdate update = desired.options().secrets();
        TagComparison tags =
                new TagComparison(desired.draft(), current, desired.options().tags(), canSendPassword, isRecorded);

        entries.addAll(DraftComparison.createIdentityEntries(desired, current));
        boolean hasStatementDifference =
                compareMember(WireNames.STATEMENT, statement.text(), current.connectStatement(), false);
        boolean hasOtherDifference = compareOtherMembers(statement);
        addNotReadable(statement);
        entries.addAll(tags.entries);
        writeRecords.addAll(tags.writeRecords);

        boolean canPatchStatement =
                hasStatementDifference && !hasOtherDifference && canSendPassword && update != SecretUpdate.NEVER;
        Optional<ConnectionReplacement> replacement =
                hasOtherDifference || (hasStatementDifference && !canPatchStatement)
                        ? Optional.of(createReplacement(statement))
                        : Optional.empty();
        String reason = hasStatementDifference
                ? "the connect statement changes"
                : tags.hasVersionChange()
                        ? "the secrets have another version"
                        : resendSecrets ? "it is unknown whether the tenant received them" : "SecretUpdate.ALWAYS";
        boolean isSent = canSendPassword
                && update != SecretUpdate.NEVER
                && (hasStatementDifference
                        || tags.hasVersionChange()
                        || resendSecrets
                        || update == SecretUpdate.ALWAYS);
        List<PatchOperation> operations = new ArrayList<>();
        if (canPatchStatement) {
            operations.add(PatchOperation.set(PatchOperation.Op.REPLACE, WireNames.STATEMENT, statement.text()));
        }
        if (isSent) {
            operations.add(PatchOperation.set(
                    PatchOperation.Op.REPLACE,
                    WireNames.PASSWORD,
                    statement.password().orElseThrow()));
        }
        List<String> newTags = tags.newTags();
        if (newTags != null) {
            operations.add(PatchOperation.set(PatchOperation.Op.REPLACE, WireNames.TAGS, newTags));
        }
        return new ComparisonResult(
                List.copyOf(entries),
                replacement,
                DraftComparison.createPatch(operations, Optional.empty()),
                List.copyOf(writeRecords),
                List.of(),
                isSent ? CREDENTIALS : List.of(),
                isSent ? reason : null,
                statement.password().isPresent() && !isSent ? CREDENTIALS : List.of(),
                findViolations(tags, canSendPassword && hasStatementDifference, update),
                createWarnings(statement, isSeparated));
    }

    private static List<Violation> findViolations(TagComparison tags, boolean isPasswordRequired, SecretUpdate update) {
        List<Violation> violations = new ArrayList<>(tags.violations);
        if (isPasswordRequired && update == SecretUpdate.NEVER) {
            violations.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            WireNames.PASSWORD,
                            "is not sent, although the connect statement changes")
                    .withAdvice(
                            "Use SecretUpdate.WHEN_NEEDED, or remove the password from the draft: the connection then "
                                    + "keeps its credentials."));
        } else if (tags.hasVersionChange() && update == SecretUpdate.NEVER) {
            violations.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            WireNames.PASSWORD,
                            "is not sent, although the version of the secrets changes")
                    .withAdvice("Use SecretUpdate.WHEN_NEEDED."));
        }
        return List.copyOf(violations);
    }

    private static List<String> createWarnings(ConnectStatement statement, boolean isSeparated) {
        return statement.password().isPresent() && isSeparated
                ? List.of("The connection uses separated credentials: the password of the draft is not sent.")
                : List.of();
    }

    /** Adds the members that the API accepts and never returns. */
    private void addNotReadable(ConnectStatement statement) {
        statement
                .username()
                .ifPresent(username -> addNotReadable(
                        WireNames.USERNAME,
                        PlanValueFormatter.format(username, false),
                        "The tenant keeps the user name with the credentials, which cannot be read back."));
        statement.password().ifPresent(secret -> addNotReadable(WireNames.PASSWORD, null, SECRET_NOTE));
        statement
                .connectionSecret()
                .ifPresent(secret -> addNotReadable(WireNames.CONNECTION_SECRET, null, SECRET_NOTE));
        statement
                .credentialsName()
                .ifPresent(name -> addNotReadable(
                        WireNames.STATEMENT_CREDENTIALS_NAME,
                        PlanValueFormatter.format(name, false),
                        "The tenant returns only the id of the credentials."));
    }

    private void addNotReadable(String path, @Nullable String displayedValue, String note) {
        entries.add(PlannedChange.builder(path, ComparisonStatus.NOT_READABLE)
                .after(displayedValue)
                .note(note)
                .build());
    }

    /** Compares all members except the statement. Does not stop at a difference, so each member has an entry. */
    private boolean compareOtherMembers(ConnectStatement statement) {
        boolean isDifferent = compareMember(WireNames.TYPE, statement.type(), current.connectorType(), true);
        if (statement.logOn().isPresent()) {
            String account = toAccountNumber(statement.logOn().get());
            isDifferent |= compareMember(
                    WireNames.LOG_ON, account, current.logOn().map(StatementComparison::toAccountNumber), true);
        }
        if (statement.architecture().isPresent()) {
            isDifferent |= compareMember(
                    WireNames.ARCHITECTURE, statement.architecture().get(), current.architecture(), true);
        }
        if (statement.separateCredentials().isPresent()) {
            isDifferent |= compareMember(
                    WireNames.SEPARATED,
                    statement.separateCredentials().get(),
                    Optional.of(current.separateCredentials()),
                    true);
        }
        if (statement.credentialsId().isPresent()) {
            isDifferent |= compareMember(
                    WireNames.CREDENTIALS_ID, statement.credentialsId().get(), current.credentialsId(), true);
        }
        return isDifferent;
    }

    /** Returns the number of an account, which the API accepts as a name or a number. */
    private static String toAccountNumber(String logOn) {
        return switch (logOn) {
            case "LOG_ON_SERVICE_USER" -> "0";
            case "LOG_ON_CURRENT_USER" -> "1";
            default -> logOn;
        };
    }

    private boolean compareMember(String path, Object expected, Optional<?> current, boolean isShown) {
        Object returned = current.orElse(null);
        WriteRecord record = new WriteRecord(path, expected, returned);
        if (expected.equals(returned)) {
            addEntry(path, ComparisonStatus.EQUAL, returned, expected, isShown, null);
        } else if (isRecorded.test(record)) {
            ComparisonStatus status = returned == null ? ComparisonStatus.NOT_RETURNED : ComparisonStatus.STORED_AS;
            addEntry(
                    path,
                    status,
                    returned,
                    expected,
                    isShown,
                    "It was written, but the tenant returns "
                            + (returned == null ? "nothing." : "another form of it."));
        } else if (returned == null) {
            addEntry(path, ComparisonStatus.NOT_COMPARED, null, expected, isShown, "The tenant did not return it.");
        } else {
            addEntry(path, ComparisonStatus.DIFFERENT, returned, expected, isShown, null);
            writeRecords.add(record);
            return true;
        }
        return false;
    }

    private void addEntry(
            String path,
            ComparisonStatus status,
            @Nullable Object returned,
            Object expected,
            boolean isShown,
            @Nullable String note) {
        entries.add(PlannedChange.builder(path, status)
                .before(isShown ? PlanValueFormatter.format(returned, false) : null)
                .after(isShown ? PlanValueFormatter.format(expected, false) : null)
                .note(note)
                .build());
    }

    /** Creates a replacement that repeats every current member, because the API clears omitted members. */
    private ConnectionReplacement createReplacement(ConnectStatement statement) {
        ConnectionReplacement.Builder replacement =
                ConnectionReplacement.builder(current, statement.type(), statement.text());
        statement.logOn().ifPresent(replacement::logOn);
        statement.architecture().ifPresent(replacement::architecture);
        statement.separateCredentials().ifPresent(replacement::separateCredentials);
        statement.credentialsId().ifPresent(replacement::credentials);
        statement.connectionSecret().ifPresent(replacement::connectionSecret);
        return replacement.build();
    }
}
