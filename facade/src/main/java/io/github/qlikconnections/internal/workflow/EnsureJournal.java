package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.journal.JournalEntry;
import io.github.qlikconnections.internal.journal.RunIdentity;
import io.github.qlikconnections.internal.journal.RunJournal;
import io.github.qlikconnections.internal.text.CredentialPatterns;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlanAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a run over many drafts. An item that was only intended is settled by ensuring it again: the comparison finds what the
 * interrupted run has written. This class is thread-safe.
 */
final class EnsureJournal {

    private static final String ACTION = "action";
    private static final String CONNECTION = "connection";
    private static final String FAILED = "FAILED";

    private final RunJournal journal;
    private final String tenant;

    EnsureJournal(RunJournal journal, String tenant) {
        this.journal = journal;
        this.tenant = tenant;
    }

    void begin(List<ResolvedDraft> drafts, EnsureOptions options) {
        Map<String, Object> request = new HashMap<>();
        request.put(
                "options",
                List.of(
                        options.secrets().name(),
                        options.tags().name(),
                        options.notReadable().stream().sorted().toList()));
        request.put("drafts", drafts.stream().map(EnsureJournal::describe).toList());
        journal.begin(
                new RunIdentity("ensureAll", tenant, request),
                () -> drafts.stream()
                        .map(draft -> JournalEntry.of(createKey(draft), Map.of()))
                        .toList());
    }

    private static String createKey(ResolvedDraft draft) {
        String space = draft.spaceId() == null ? "personal" : draft.spaceId();
        return space + "/" + draft.original().name();
    }

    /** Describes a draft without the values that may be secrets, since a short secret could be found by trying hashes. */
    private static Map<String, Object> describe(ResolvedDraft resolved) {
        ConnectionDraft draft = resolved.original();
        Set<String> secretProperties = resolved.secretProperties();
        Map<String, Object> description = new HashMap<>();
        description.put("dataSource", draft.dataSourceId());
        description.put("key", createKey(resolved));
        description.put("tags", draft.tags());
        description.put("gateway", draft.gatewayName().orElse(""));
        description.put("credentials", draft.credentialsName().orElse(""));
        description.put("secretsVersion", draft.secretsVersion().orElse(""));
        description.put(
                "statement",
                draft.connectStatement().map(ConnectStatement::toString).orElse(""));
        draft.properties()
                .forEach((name, value) ->
                        description.put("/" + name, secretProperties.contains(name) ? "" : withoutSecrets(value)));
        return description;
    }

    private static Object withoutSecrets(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(withoutSecrets(item)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> members = new HashMap<>();
            map.forEach((name, member) -> members.put(name, withoutSecrets(member)));
            return members;
        }
        boolean isSecret = value instanceof Secret || CredentialPatterns.hasCredentials(String.valueOf(value));
        return isSecret ? "" : String.valueOf(value);
    }

    /**
     * Ensures one draft, unless the interrupted run has recorded its outcome.
     *
     * @param ensure ensures the draft; calls its argument before the first write request
     */
    EnsureItem run(ResolvedDraft draft, Function<Consumer<PlanAction>, EnsureItem> ensure) {
        String key = createKey(draft);
        Optional<JournalEntry> recorded = journal.find(key);
        String outcome = recorded.map(JournalEntry::outcome).orElse(null);
        if (outcome != null) {
            return restore(draft, outcome, recorded.get());
        }
        if (journal.failure().isPresent()) {
            return EnsureItem.notStarted(draft.original());
        }
        EnsureItem item = ensure.apply(action ->
                journal.recordIntended(List.of(JournalEntry.of(key, Map.of(ACTION, action.name())))));
        EnsureItem settled = recorded.map(intended -> settle(item, intended)).orElse(item);
        // Without an outcome, the comparison settles the item when the run is continued.
        boolean isUnsettled = item.isOutcomeUnknown() || item.failure().orElse(null) instanceof JournalException;
        if (!isUnsettled) {
            journal.recordOutcomes(List.of(createEntry(key, settled)));
        }
        return settled;
    }

    /** Returns why the journal cannot be written, or null if it can. */
    @Nullable JournalException failure() {
        return journal.failure().orElse(null);
    }

    private static EnsureItem restore(ResolvedDraft draft, String outcome, JournalEntry entry) {
        ConnectionDraft original = draft.original();
        if (outcome.equals(FAILED)) {
            return EnsureItem.failed(
                    original,
                    new QlikException("The interrupted run could not ensure \"" + original.name() + "\" in "
                            + original.space() + ". The journal has no reason. Ensure it in a new run."));
        }
        DataConnection connection = DataConnection.builder(
                        entry.detail(CONNECTION).orElse(""), original.name())
                .dataSourceId(original.dataSourceId())
                .spaceId(draft.spaceId())
                .build();
        return EnsureItem.done(
                original,
                EnsureResult.builder(EnsureOutcome.valueOf(outcome), connection)
                        .warnings(List.of("The interrupted run recorded this outcome in the journal. The connection was"
                                + " not read again."))
                        .build());
    }

    /** Assigns a write that was found to the interrupted run, which intended it. */
    private static EnsureItem settle(EnsureItem item, JournalEntry intended) {
        Optional<EnsureResult> found = item.result()
                .filter(result ->
                        result.outcome() == EnsureOutcome.UNCHANGED || result.outcome() == EnsureOutcome.UNVERIFIED);
        return found.map(
                        result -> EnsureItem.done(item.draft(), WriteVerifier.withOutcome(toOutcome(intended), result)))
                .orElse(item);
    }

    private static EnsureOutcome toOutcome(JournalEntry intended) {
        return intended.detail(ACTION).filter(PlanAction.CREATE.name()::equals).isPresent()
                ? EnsureOutcome.CREATED
                : EnsureOutcome.UPDATED;
    }

    private static JournalEntry createEntry(String key, EnsureItem item) {
        return item.result()
                .map(result -> new JournalEntry(
                        key,
                        result.outcome().name(),
                        Map.of(CONNECTION, result.connection().id())))
                .orElseGet(() -> new JournalEntry(
                        key,
                        item.failure().orElse(null) instanceof AuthenticationException
                                ? JournalEntry.NOT_STARTED
                                : FAILED,
                        Map.of()));
    }
}
