package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.journal.RunJournal;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.PlanAction;
import io.github.qlikconnections.validation.InvalidConnectionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans and ensures many drafts with bounded parallelism. The gateway limits the rate of the requests. This class is thread-safe. */
final class BulkEnsureWorkflow {

    private final CreateWorkflow createWorkflow;
    private final EnsureWorkflow ensureWorkflow;
    private final Planner planner;
    private final ConnectionsByName connectionsByName;
    private final BulkItemReporter itemReporter;
    private final String tenant;
    private final Supplier<Deadline> deadlines;

    BulkEnsureWorkflow(
            CreateWorkflow createWorkflow,
            EnsureWorkflow ensureWorkflow,
            Planner planner,
            ConnectionsByName connectionsByName,
            BulkItemReporter itemReporter,
            String tenant,
            Supplier<Deadline> deadlines) {
        this.createWorkflow = createWorkflow;
        this.ensureWorkflow = ensureWorkflow;
        this.planner = planner;
        this.connectionsByName = connectionsByName;
        this.itemReporter = itemReporter;
        this.tenant = tenant;
        this.deadlines = deadlines;
    }

    EnsureReport ensure(List<ConnectionDraft> drafts, EnsureOptions options) {
        rejectDuplicates(drafts);
        try (RunJournal runJournal = RunJournal.open(options.journal().orElse(null))) {
            return ensure(drafts, options, new EnsureJournal(runJournal, tenant));
        }
    }

    private EnsureReport ensure(List<ConnectionDraft> drafts, EnsureOptions options, EnsureJournal journal) {
        StopCondition stop = new StopCondition(options.stopWhen());
        // The journal has its items by their space ids, so those of a continued run are resolved in any case.
        List<ResolvedDraft> resolvedDrafts = resolveAll(drafts, journal.isContinued() ? StopCondition.NEVER : stop);
        journal.begin(resolvedDrafts, options);
        ConnectionsByName found = listSpaces(resolvedDrafts, stop);
        ProgressReporter progress = new ProgressReporter(drafts.size(), options.listener());
        AtomicReference<QlikException> authenticationFailure = new AtomicReference<>();
        List<EnsureItem> items = BoundedExecutor.run(
                resolvedDrafts,
                options.parallelism(),
                stop,
                resolved -> {
                    if (authenticationFailure.get() != null) {
                        return journal.skip(resolved);
                    }
                    if (!journal.isToDo(resolved)) {
                        progress.reportDone(resolved.original().name());
                        return journal.skip(resolved);
                    }
                    EnsureItem item = journal.run(
                            resolved, mayWrite -> ensure(resolved, found, options, mayWrite, authenticationFailure));
                    itemReporter.report(item);
                    progress.reportDone(item.draft().name());
                    return item;
                },
                journal::skip);
        return requireComplete(items, journal.failure());
    }

    /** Returns the plans in the order of the drafts. An invalid draft, or one that cannot be compared, does not end the run. */
    List<ConnectionPlan> plan(List<ConnectionDraft> drafts, EnsureOptions options) {
        drafts.forEach(CreateWorkflow::rejectAuthUrlOnly);
        rejectDuplicates(drafts);
        StopCondition stop = new StopCondition(options.stopWhen());
        CreateWorkflow cachingWorkflow = createWorkflow.withLookupCache();
        List<Resolution> resolutions = drafts.stream()
                .map(draft -> stop.isMet() ? new Resolution(draft, null, null) : resolve(cachingWorkflow, draft))
                .toList();
        ConnectionsByName found = listSpaces(
                resolutions.stream().flatMap(Resolution::creatableDrafts).toList(), stop);
        ProgressReporter progress = new ProgressReporter(drafts.size(), options.listener());
        AtomicReference<QlikException> authenticationFailure = new AtomicReference<>();
        List<ConnectionPlan> plans = BoundedExecutor.run(
                resolutions,
                options.parallelism(),
                stop,
                resolution -> {
                    ConnectionPlan plan = plan(resolution, found, options, authenticationFailure);
                    progress.reportDone(resolution.draft().name());
                    return plan;
                },
                resolution -> createBlockedPlan(
                        resolution.draft(), options, "The run was interrupted or stopped before the tenant was read."));
        if (authenticationFailure.get() != null) {
            throw authenticationFailure.get();
        }
        return plans;
    }

    private Resolution resolve(CreateWorkflow cachingWorkflow, ConnectionDraft draft) {
        try {
            return new Resolution(draft, cachingWorkflow.resolve(deadlines.get(), draft), null);
        } catch (AuthenticationException e) {
            throw e;
        } catch (QlikException e) {
            return new Resolution(draft, null, e);
        }
    }

    private ConnectionPlan plan(
            Resolution resolution,
            ConnectionsByName found,
            EnsureOptions options,
            AtomicReference<QlikException> authenticationFailure) {
        ResolvedDraft resolved = resolution.resolved();
        if (resolved == null || authenticationFailure.get() != null) {
            return createBlockedPlan(
                    resolution.draft(),
                    options,
                    "The tenant could not be read: " + describeFailure(resolution.failure()));
        }
        if (!resolved.report().isCreatable()) {
            return Planner.planInvalid(resolved, options);
        }
        try {
            return planner.plan(deadlines.get(), resolved, found, options).plan();
        } catch (AuthenticationException e) {
            authenticationFailure.set(e);
            return createBlockedPlan(
                    resolution.draft(), options, "The tenant could not be read: " + describeFailure(e));
        } catch (QlikException e) {
            return createBlockedPlan(
                    resolution.draft(), options, "The tenant could not be read: " + describeFailure(e));
        }
    }

    private static String describeFailure(@Nullable QlikException failure) {
        return failure == null ? "the caller was rejected." : String.valueOf(failure.getMessage());
    }

    private static ConnectionPlan createBlockedPlan(ConnectionDraft draft, EnsureOptions options, String reason) {
        return ConnectionPlan.builder(draft, PlanAction.BLOCKED, reason)
                .options(options)
                .build();
    }

    /** A draft together with its resolved form, or with the failure of resolving it. */
    private record Resolution(
            ConnectionDraft draft,
            @Nullable ResolvedDraft resolved,
            @Nullable QlikException failure) {

        Stream<ResolvedDraft> creatableDrafts() {
            return Stream.ofNullable(resolved).filter(draft -> draft.report().isCreatable());
        }
    }

    private EnsureItem ensure(
            ResolvedDraft resolved,
            ConnectionsByName found,
            EnsureOptions options,
            Predicate<ConnectionPlan> mayWrite,
            AtomicReference<QlikException> authenticationFailure) {
        ConnectionDraft draft = resolved.original();
        try {
            return EnsureItem.done(draft, ensureWorkflow.ensure(deadlines.get(), resolved, found, options, mayWrite));
        } catch (QlikException e) {
            if (e instanceof AuthenticationException) {
                // Every other draft would be rejected for the same reason.
                authenticationFailure.set(e);
            }
            return EnsureItem.failed(draft, e);
        }
    }

    /**
     * Resolves all drafts.
     *
     * @throws EnsureFailureException if at least one draft is invalid or the run was stopped or interrupted; nothing was sent
     */
    private List<ResolvedDraft> resolveAll(List<ConnectionDraft> drafts, StopCondition stop) {
        CreateWorkflow cachingWorkflow = createWorkflow.withLookupCache();
        List<ResolvedDraft> resolvedDrafts = new ArrayList<>();
        List<EnsureItem> items = new ArrayList<>();
        drafts.forEach(CreateWorkflow::rejectAuthUrlOnly);
        for (ConnectionDraft draft : drafts) {
            if (stop.isMet()) {
                items.add(EnsureItem.notStarted(draft));
                continue;
            }
            try {
                resolvedDrafts.add(cachingWorkflow.resolveValid(deadlines.get(), draft));
                items.add(EnsureItem.notStarted(draft));
            } catch (InvalidConnectionException e) {
                items.add(EnsureItem.failed(draft, e));
            } catch (TransportException e) {
                if (!Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                items.add(EnsureItem.notStarted(draft));
            }
        }
        if (resolvedDrafts.size() < drafts.size()) {
            throw new EnsureFailureException(EnsureReport.of(items));
        }
        return resolvedDrafts;
    }

    private static EnsureReport requireComplete(List<EnsureItem> items, @Nullable QlikException cause) {
        EnsureReport report = EnsureReport.of(items);
        if (!report.failed().isEmpty() || !report.notStarted().isEmpty()) {
            throw new EnsureFailureException(report, cause);
        }
        return report;
    }

    private static void rejectDuplicates(List<ConnectionDraft> drafts) {
        Map<SpaceRef, Set<String>> namesBySpace = new HashMap<>();
        drafts.forEach(draft -> addUniqueName(namesBySpace, draft.space(), draft.name()));
    }

    private ConnectionsByName listSpaces(List<ResolvedDraft> drafts, StopCondition stop) {
        Map<SpaceRef, Set<String>> namesBySpace = groupNamesBySpace(drafts);
        return stop.isMet() ? connectionsByName : connectionsByName.withListedSpaces(deadlines, namesBySpace);
    }

    /** Groups the names by the id of their space. Rejects duplicates of drafts that refer to a space by name and by id. */
    private static Map<SpaceRef, Set<String>> groupNamesBySpace(List<ResolvedDraft> resolvedDrafts) {
        Map<SpaceRef, Set<String>> namesBySpace = new HashMap<>();
        resolvedDrafts.forEach(draft ->
                addUniqueName(namesBySpace, draft.space(), draft.draft().name()));
        return namesBySpace;
    }

    private static void addUniqueName(Map<SpaceRef, Set<String>> namesBySpace, SpaceRef space, String name) {
        if (!namesBySpace.computeIfAbsent(space, ignored -> new HashSet<>()).add(name)) {
            throw new IllegalArgumentException("More than one draft is named \"" + name + "\" in " + space
                    + ". Nothing was sent: keep only one of them.");
        }
    }
}
