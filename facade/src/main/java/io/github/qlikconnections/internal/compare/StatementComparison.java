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
 * Compares a draft that is given by a connect statement. The statement is compared as text and never shown. With a password it is
 * patched; without one, and for everything that a patch cannot express, the whole definition is replaced.
 */
final class StatementComparison {

    private static final List<String> CREDENTIALS = List.of(WireMembers.PASSWORD);

    private static final String SECRET = "A secret cannot be read back.";

    private final DataConnection held;
    private final Predicate<WriteRecord> known;
    private final List<PlannedChange> entries = new ArrayList<>();
    private final List<WriteRecord> written = new ArrayList<>();

    private StatementComparison(DataConnection held, Predicate<WriteRecord> known) {
        this.held = held;
        this.known = known;
    }

    static ComparisonResult compare(
            DesiredConnection desired, DataConnection held, Predicate<WriteRecord> known, boolean secretsAgain) {
        ConnectStatement statement = desired.draft().connectStatement().orElseThrow();
        return new StatementComparison(held, known).compare(desired, statement, secretsAgain);
    }

    private ComparisonResult compare(DesiredConnection desired, ConnectStatement wanted, boolean secretsAgain) {
        boolean separated = wanted.separateCredentials().orElse(held.separateCredentials());
        boolean password = wanted.password().isPresent() && !separated;
        SecretUpdate update = desired.options().secrets();
        TagComparison tags =
                new TagComparison(desired.draft(), held, desired.options().tags(), password, known);

        entries.addAll(DraftComparison.identityEntries(desired, held));
        boolean statementDiffers = differs(WireNames.STATEMENT, wanted.text(), held.connectStatement(), false);
        boolean othersDiffer = othersDiffer(wanted);
        addUnreadable(wanted);
        entries.addAll(tags.entries);
        written.addAll(tags.written);

        boolean patchesStatement = statementDiffers && !othersDiffer && password && update != SecretUpdate.NEVER;
        Optional<ConnectionReplacement> replacement = othersDiffer || (statementDiffers && !patchesStatement)
                ? Optional.of(replacement(wanted))
                : Optional.empty();
        String reason = statementDiffers
                ? "the connect statement changes"
                : tags.versionChanges()
                        ? "the secrets have another version"
                        : secretsAgain ? "it is unknown whether the tenant received them" : "SecretUpdate.ALWAYS";
        boolean sent = password
                && update != SecretUpdate.NEVER
                && (statementDiffers || tags.versionChanges() || secretsAgain || update == SecretUpdate.ALWAYS);
        List<PatchOperation> operations = new ArrayList<>();
        if (patchesStatement) {
            operations.add(PatchOperation.set(PatchOperation.Op.REPLACE, WireNames.STATEMENT, wanted.text()));
        }
        if (sent) {
            operations.add(PatchOperation.set(
                    PatchOperation.Op.REPLACE,
                    WireNames.PASSWORD,
                    wanted.password().orElseThrow()));
        }
        List<String> allTags = tags.result();
        if (allTags != null) {
            operations.add(PatchOperation.set(PatchOperation.Op.REPLACE, WireNames.TAGS, allTags));
        }
        return new ComparisonResult(
                List.copyOf(entries),
                replacement,
                DraftComparison.patch(operations, Optional.empty()),
                List.copyOf(written),
                List.of(),
                sent ? CREDENTIALS : List.of(),
                sent ? reason : null,
                wanted.password().isPresent() && !sent ? CREDENTIALS : List.of(),
                violations(tags, update),
                warnings(wanted, separated));
    }

    private static List<Violation> violations(TagComparison tags, SecretUpdate update) {
        List<Violation> violations = new ArrayList<>(tags.violations);
        if (tags.versionChanges() && update == SecretUpdate.NEVER) {
            violations.add(Violation.of(
                            ViolationCode.PATCH_WITHOUT_CREDENTIALS,
                            WireNames.PASSWORD,
                            "is not sent, and the secrets have another version")
                    .withAdvice("Use SecretUpdate.WHEN_NEEDED."));
        }
        return List.copyOf(violations);
    }

    private static List<String> warnings(ConnectStatement wanted, boolean separated) {
        return wanted.password().isPresent() && separated
                ? List.of("The connection uses separated credentials: the password of the draft is not sent.")
                : List.of();
    }

    /** Reports the members that the API takes and never returns. */
    private void addUnreadable(ConnectStatement wanted) {
        wanted.username()
                .ifPresent(username -> addUnreadable(
                        WireNames.USERNAME,
                        PlanValueFormatter.of(username, false),
                        "The tenant keeps the user name with the credentials, which cannot be read back."));
        wanted.password().ifPresent(secret -> addUnreadable(WireNames.PASSWORD, null, SECRET));
        wanted.connectionSecret().ifPresent(secret -> addUnreadable(WireNames.CONNECTION_SECRET, null, SECRET));
        wanted.credentialsName()
                .ifPresent(name -> addUnreadable(
                        WireNames.STATEMENT_CREDENTIALS_NAME,
                        PlanValueFormatter.of(name, false),
                        "The tenant returns only the id of the credentials."));
    }

    private void addUnreadable(String path, @Nullable String shown, String note) {
        entries.add(PlannedChange.of(path, ComparisonStatus.NOT_READABLE, null, shown)
                .withNote(note));
    }

    /** Compares the members beside the statement, all of them, so that each has its entry. */
    private boolean othersDiffer(ConnectStatement wanted) {
        boolean differ = differs(WireNames.TYPE, wanted.type(), held.connectorType(), true);
        if (wanted.logOn().isPresent()) {
            String account = account(wanted.logOn().get());
            differ |= differs(WireNames.LOG_ON, account, held.logOn().map(StatementComparison::account), true);
        }
        if (wanted.architecture().isPresent()) {
            differ |= differs(WireNames.ARCHITECTURE, wanted.architecture().get(), held.architecture(), true);
        }
        if (wanted.separateCredentials().isPresent()) {
            differ |= differs(
                    WireNames.SEPARATED,
                    wanted.separateCredentials().get(),
                    Optional.of(held.separateCredentials()),
                    true);
        }
        if (wanted.credentialsId().isPresent()) {
            differ |= differs(WireNames.CREDENTIALS_ID, wanted.credentialsId().get(), held.credentialsId(), true);
        }
        return differ;
    }

    /** The words and numbers that mean the same account. */
    private static String account(String logOn) {
        return switch (logOn) {
            case "LOG_ON_SERVICE_USER" -> "0";
            case "LOG_ON_CURRENT_USER" -> "1";
            default -> logOn;
        };
    }

    private boolean differs(String path, Object wanted, Optional<?> present, boolean shown) {
        Object returned = present.orElse(null);
        WriteRecord value = new WriteRecord(path, wanted, returned);
        if (wanted.equals(returned)) {
            add(path, ComparisonStatus.EQUAL, returned, wanted, shown, null);
        } else if (known.test(value)) {
            ComparisonStatus status = returned == null ? ComparisonStatus.NOT_RETURNED : ComparisonStatus.STORED_AS;
            add(
                    path,
                    status,
                    returned,
                    wanted,
                    shown,
                    "It was written, and the tenant returns "
                            + (returned == null ? "nothing." : "another form of it."));
        } else if (returned == null) {
            add(path, ComparisonStatus.NOT_COMPARED, null, wanted, shown, "The tenant did not return it.");
        } else {
            add(path, ComparisonStatus.DIFFERENT, returned, wanted, shown, null);
            written.add(value);
            return true;
        }
        return false;
    }

    private void add(
            String path,
            ComparisonStatus status,
            @Nullable Object returned,
            Object wanted,
            boolean shown,
            @Nullable String note) {
        PlannedChange entry = PlannedChange.of(
                path,
                status,
                shown ? PlanValueFormatter.of(returned, false) : null,
                shown ? PlanValueFormatter.of(wanted, false) : null);
        entries.add(note == null ? entry : entry.withNote(note));
    }

    /** Repeats every member that was read, because the API clears what is not given. */
    private ConnectionReplacement replacement(ConnectStatement wanted) {
        ConnectionReplacement.Builder replacement = ConnectionReplacement.builder(held, wanted.type(), wanted.text());
        wanted.logOn().ifPresent(replacement::logOn);
        wanted.architecture().ifPresent(replacement::architecture);
        wanted.separateCredentials().ifPresent(replacement::separateCredentials);
        wanted.credentialsId().ifPresent(replacement::credentials);
        wanted.connectionSecret().ifPresent(replacement::connectionSecret);
        return replacement.build();
    }
}
