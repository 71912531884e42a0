package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.error.JournalException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.internal.journal.JournalEntry;
import io.github.qlikconnections.internal.journal.RunIdentity;
import io.github.qlikconnections.internal.journal.RunJournal;
import io.github.qlikconnections.internal.text.CredentialPatterns;
import io.github.qlikconnections.model.ConnectStatement;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlanAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a run over many drafts. An item that was only intended is settled by ensuring it again: the comparison finds what the
 * interrupted run has written. Its outcome is unknown if the connection cannot be read, or if only secrets would be written again. This
 * class is thread-safe.
 */
final class EnsureJournal {

    private static final String ACTION = "action";
    private static final String CONNECTION = "connection";
    private static final String FAILED = "FAILED";
    private static final Set<String> OUTCOMES = Stream.concat(
                    Stream.of(EnsureOutcome.values()).map(EnsureOutcome::name), Stream.of(FAILED))
            .collect(Collectors.toUnmodifiableSet());

    private final RunJournal journal;
    private final String tenant;

    EnsureJournal(RunJournal journal, String tenant) {
        this.journal = journal;
        this.tenant = tenant;
    }

    /** Returns whether the run continues an interrupted one. */
    boolean isContinued() {
        return journal.isContinued();
    }

    void begin(List<ResolvedDraft> drafts, EnsureOptions options) {
        // Without a file, nothing reads the description, which takes as long as a comparison of each draft.
        Map<String, Object> request = journal.hasFile() ? describe(drafts, options) : Map.of();
        journal.begin(
                new RunIdentity("ensureAll", tenant, request),
                OUTCOMES,
                () -> drafts.stream()
                        .map(draft -> JournalEntry.of(createKey(draft), Map.of()))
                        .toList());
    }

    private static Map<String, Object> describe(List<ResolvedDraft> drafts, EnsureOptions options) {
        Map<String, Object> request = new HashMap<>();
        request.put(
                "options",
                List.of(
                        options.secrets().name(),
                        options.tags().name(),
                        options.notReadable().stream().sorted().toList()));
        // The caller may have a set, whose order differs in the next process.
        request.put(
                "drafts",
                drafts.stream()
                        .sorted(Comparator.comparing(EnsureJournal::createKey))
                        .map(EnsureJournal::describe)
                        .toList());
        return request;
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
                draft.connectStatement().map(ConnectStatement::toMap).orElse(Map.of()));
        description.put("additionalMembers", withoutSecrets(draft.additionalMembers()));
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

    /** Returns whether a draft can be ensured: it has no outcome, and the journal can be written. */
    boolean isToDo(ResolvedDraft draft) {
        return journal.isToDo(createKey(draft));
    }

    /** Returns the item of a draft that is not ensured: what the interrupted run has recorded, or that it was not started. */
    EnsureItem skip(ResolvedDraft draft) {
        Optional<JournalEntry> recorded = journal.find(createKey(draft));
        if (recorded.isEmpty()) {
            return EnsureItem.notStarted(draft.original());
        }
        String outcome = recorded.get().outcome();
        return outcome == null
                ? createUnknownItem(draft, "This run did not read it.", null)
                : restore(draft, outcome, recorded.get());
    }

    /**
     * Ensures a draft that has no outcome.
     *
     * @param ensure ensures the draft; calls its argument with the plan before the first write request, and omits the write if that
     *     returns false
     */
    EnsureItem run(ResolvedDraft draft, Function<Predicate<ConnectionPlan>, EnsureItem> ensure) {
        String key = createKey(draft);
        Optional<JournalEntry> intended = journal.find(key);
        WriteCheck writeCheck = new WriteCheck(key, intended.isPresent());
        EnsureItem ensured = ensure.apply(writeCheck);
        EnsureItem item =
                intended.map(entry -> settle(draft, ensured, entry, writeCheck)).orElse(ensured);
        // Without an outcome, the comparison settles the item when the run is continued.
        boolean isUnsettled = item.isOutcomeUnknown() || item.failure().orElse(null) instanceof JournalException;
        if (!isUnsettled) {
            journal.recordOutcomes(List.of(createEntry(key, item)));
        }
        return item;
    }

    /** Records the intended write of one draft. Omits a write that may repeat what the interrupted run has sent. Not thread-safe. */
    private final class WriteCheck implements Predicate<ConnectionPlan> {

        private final String key;
        private final boolean wasIntended;
        private boolean isCompared;
        private boolean isOmitted;

        WriteCheck(String key, boolean wasIntended) {
            this.key = key;
            this.wasIntended = wasIntended;
        }

        @Override
        public boolean test(ConnectionPlan plan) {
            isCompared = true;
            isOmitted = wasIntended
                    && plan.action() == PlanAction.UPDATE
                    && plan.changes().isEmpty();
            if (!isOmitted) {
                journal.recordIntended(List.of(
                        JournalEntry.of(key, Map.of(ACTION, plan.action().name()))));
            }
            return !isOmitted;
        }
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

    private static EnsureItem createUnknownItem(ResolvedDraft draft, String reason, @Nullable QlikException cause) {
        ConnectionDraft original = draft.original();
        return EnsureItem.failed(
                original,
                new TransportException(
                        "The interrupted run intended to write \"" + original.name() + "\" in " + original.space()
                                + ". " + reason,
                        true,
                        cause));
    }

    /** Assigns a write that was found to the interrupted run, which intended it. */
    private static EnsureItem settle(
            ResolvedDraft draft, EnsureItem item, JournalEntry intended, WriteCheck writeCheck) {
        if (item.failure().isPresent() && !writeCheck.isCompared) {
            QlikException failure = item.failure().get();
            return createUnknownItem(draft, "Its outcome could not be read: " + failure.getMessage(), failure);
        }
        if (writeCheck.isOmitted && toOutcome(intended) == EnsureOutcome.UPDATED) {
            return createUnknownItem(
                    draft, "Secrets cannot be read, so they were not sent again. Send them in a new run.", null);
        }
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
                        item.failure().filter(RunJournal::isRepeatable).isPresent() ? JournalEntry.NOT_STARTED : FAILED,
                        Map.of()));
    }
}
