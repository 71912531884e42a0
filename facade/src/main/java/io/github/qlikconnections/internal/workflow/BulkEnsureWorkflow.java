package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.http.Deadline;
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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans and ensures many drafts with bounded parallelism; the gateway that it is given is rate limited. Thread-safe. */
final class BulkEnsureWorkflow {

    private final CreateWorkflow creation;
    private final EnsureWorkflow ensuring;
    private final Planner planner;
    private final ConnectionsByName names;
    private final Supplier<Deadline> deadlines;

    BulkEnsureWorkflow(
            CreateWorkflow creation,
            EnsureWorkflow ensuring,
            Planner planner,
            ConnectionsByName names,
            Supplier<Deadline> deadlines) {
        this.creation = creation;
        this.ensuring = ensuring;
        this.planner = planner;
        this.names = names;
        this.deadlines = deadlines;
    }

    EnsureReport ensure(List<ConnectionDraft> drafts, EnsureOptions options) {
        refuseDuplicates(drafts);
        List<ResolvedDraft> wanted = accept(drafts);
        ConnectionsByName found = names.listing(deadlines, located(wanted));
        ProgressReporter progress = new ProgressReporter(drafts.size(), options.listener());
        AtomicReference<QlikException> lockedOut = new AtomicReference<>();
        return complete(BoundedExecutor.run(
                wanted,
                options.parallelism(),
                one -> {
                    if (lockedOut.get() != null) {
                        return EnsureItem.notStarted(one.original());
                    }
                    EnsureItem item = ensure(one, found, options);
                    if (item.failure().orElse(null) instanceof AuthenticationException failure) {
                        // Another draft would be rejected for the same reason.
                        lockedOut.set(failure);
                    }
                    progress.done(item.draft().name());
                    return item;
                },
                one -> EnsureItem.notStarted(one.original())));
    }

    /** The plans in the order of the drafts; an invalid draft or one that cannot be looked at does not end the run. */
    List<ConnectionPlan> plan(List<ConnectionDraft> drafts, EnsureOptions options) {
        drafts.forEach(CreateWorkflow::refuseSignIn);
        refuseDuplicates(drafts);
        CreateWorkflow cached = creation.withLookupCache();
        List<Resolution> resolutions =
                drafts.stream().map(draft -> resolve(cached, draft)).toList();
        ConnectionsByName found = names.listing(
                deadlines,
                located(resolutions.stream().flatMap(Resolution::valid).toList()));
        ProgressReporter progress = new ProgressReporter(drafts.size(), options.listener());
        AtomicReference<QlikException> lockedOut = new AtomicReference<>();
        List<ConnectionPlan> plans = BoundedExecutor.run(
                resolutions,
                options.parallelism(),
                one -> {
                    ConnectionPlan plan = plan(one, found, options, lockedOut);
                    progress.done(one.draft().name());
                    return plan;
                },
                one -> unread(one.draft(), options, "The run was interrupted before the tenant was read."));
        if (lockedOut.get() != null) {
            throw lockedOut.get();
        }
        return plans;
    }

    private Resolution resolve(CreateWorkflow cached, ConnectionDraft draft) {
        try {
            return new Resolution(draft, cached.resolve(deadlines.get(), draft), null);
        } catch (AuthenticationException e) {
            throw e;
        } catch (QlikException e) {
            return new Resolution(draft, null, e);
        }
    }

    private ConnectionPlan plan(
            Resolution one, ConnectionsByName found, EnsureOptions options, AtomicReference<QlikException> lockedOut) {
        ResolvedDraft resolved = one.resolved();
        if (resolved == null || lockedOut.get() != null) {
            return unread(one.draft(), options, "The tenant could not be read: " + message(one.failure()));
        }
        if (!resolved.report().isCreatable()) {
            return Planner.invalid(resolved, options);
        }
        try {
            return planner.plan(deadlines.get(), resolved, found, options).plan();
        } catch (AuthenticationException e) {
            lockedOut.set(e);
            return unread(one.draft(), options, "The tenant could not be read: " + message(e));
        } catch (QlikException e) {
            return unread(one.draft(), options, "The tenant could not be read: " + message(e));
        }
    }

    private static String message(@Nullable QlikException failure) {
        return failure == null ? "the caller was rejected." : String.valueOf(failure.getMessage());
    }

    private static ConnectionPlan unread(ConnectionDraft draft, EnsureOptions options, String reason) {
        return ConnectionPlan.builder(draft, PlanAction.BLOCKED, reason)
                .options(options)
                .build();
    }

    /** A draft that was resolved, or why it could not be. */
    private record Resolution(
            ConnectionDraft draft,
            @Nullable ResolvedDraft resolved,
            @Nullable QlikException failure) {

        Stream<ResolvedDraft> valid() {
            return Stream.ofNullable(resolved).filter(one -> one.report().isCreatable());
        }
    }

    private EnsureItem ensure(ResolvedDraft wanted, ConnectionsByName found, EnsureOptions options) {
        ConnectionDraft draft = wanted.original();
        try {
            return EnsureItem.done(draft, ensuring.ensure(deadlines.get(), wanted, found, options));
        } catch (QlikException e) {
            return EnsureItem.failed(draft, e);
        }
    }

    /** Every draft as it can be sent; one that cannot be sent keeps all from being sent. */
    private List<ResolvedDraft> accept(List<ConnectionDraft> drafts) {
        CreateWorkflow cached = creation.withLookupCache();
        List<ResolvedDraft> accepted = new ArrayList<>();
        List<EnsureItem> items = new ArrayList<>();
        drafts.forEach(CreateWorkflow::refuseSignIn);
        for (ConnectionDraft draft : drafts) {
            try {
                accepted.add(cached.accept(deadlines.get(), draft));
                items.add(EnsureItem.notStarted(draft));
            } catch (InvalidConnectionException e) {
                items.add(EnsureItem.failed(draft, e));
            }
        }
        if (accepted.size() < drafts.size()) {
            throw new EnsureFailureException(EnsureReport.of(items));
        }
        return accepted;
    }

    private static EnsureReport complete(List<EnsureItem> items) {
        EnsureReport report = EnsureReport.of(items);
        if (!report.failed().isEmpty() || !report.notStarted().isEmpty()) {
            throw new EnsureFailureException(report);
        }
        return report;
    }

    private static void refuseDuplicates(List<ConnectionDraft> drafts) {
        Map<SpaceRef, Set<String>> given = new HashMap<>();
        drafts.forEach(draft -> refuseDuplicate(given, draft.space(), draft.name()));
    }

    /** The names by space; a space may be given by its name in one draft and by its id in another. */
    private static Map<SpaceRef, Set<String>> located(List<ResolvedDraft> wanted) {
        Map<SpaceRef, Set<String>> located = new HashMap<>();
        wanted.forEach(one -> refuseDuplicate(located, one.space(), one.draft().name()));
        return located;
    }

    private static void refuseDuplicate(Map<SpaceRef, Set<String>> names, SpaceRef space, String name) {
        if (!names.computeIfAbsent(space, any -> new HashSet<>()).add(name)) {
            throw new IllegalArgumentException("More than one draft is named \"" + name + "\" in " + space
                    + ". Nothing was sent: keep only one of them.");
        }
    }
}
