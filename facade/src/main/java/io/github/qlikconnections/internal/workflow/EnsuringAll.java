package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.error.AuthenticationException;
import io.github.qlikconnections.error.EnsureFailureException;
import io.github.qlikconnections.error.InvalidConnectionException;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureItem;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.EnsureReport;
import io.github.qlikconnections.model.SpaceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Ensures many drafts, several at a time; the gateway it is given paces it. Thread-safe. */
final class EnsuringAll {

    private final Creation creation;
    private final Ensuring ensuring;
    private final Namesakes namesakes;
    private final Supplier<Deadline> deadlines;

    EnsuringAll(Creation creation, Ensuring ensuring, Namesakes namesakes, Supplier<Deadline> deadlines) {
        this.creation = creation;
        this.ensuring = ensuring;
        this.namesakes = namesakes;
        this.deadlines = deadlines;
    }

    EnsureReport ensure(List<ConnectionDraft> drafts, EnsureOptions options) {
        Map<SpaceRef, Set<String>> given = new HashMap<>();
        for (ConnectionDraft draft : drafts) {
            refuseDuplicate(given, draft.space(), draft.name());
        }
        List<Creation.Examined> wanted = accept(drafts);
        // A space may be given here by its name and there by its id.
        Map<SpaceRef, Set<String>> located = new HashMap<>();
        for (Creation.Examined one : wanted) {
            refuseDuplicate(located, one.space(), one.draft().name());
        }
        Namesakes found = namesakes.listing(deadlines, located);
        Progress progress = new Progress(drafts.size(), options.listener());
        AtomicBoolean locked = new AtomicBoolean();
        return complete(ParallelRun.over(
                wanted,
                options.parallelism(),
                one -> {
                    if (locked.get()) {
                        return EnsureItem.untouched(one.original());
                    }
                    EnsureItem item = ensure(one, found, options);
                    if (item.failure().orElse(null) instanceof AuthenticationException) {
                        // Who is not let in now will not be let in with the next draft either.
                        locked.set(true);
                    }
                    progress.done(item.draft().name());
                    return item;
                },
                one -> EnsureItem.untouched(one.original())));
    }

    private EnsureItem ensure(Creation.Examined wanted, Namesakes found, EnsureOptions options) {
        ConnectionDraft draft = wanted.original();
        Deadline deadline = deadlines.get();
        try {
            return EnsureItem.done(draft, ensuring.ensure(deadline, wanted, found.find(deadline, wanted), options));
        } catch (QlikException e) {
            return EnsureItem.failed(draft, e);
        }
    }

    /** Every draft as it can be sent; one that cannot be sent keeps all from being sent. */
    private List<Creation.Examined> accept(List<ConnectionDraft> drafts) {
        Creation once = creation.once();
        List<Creation.Examined> accepted = new ArrayList<>();
        List<EnsureItem> items = new ArrayList<>();
        for (ConnectionDraft draft : drafts) {
            if (draft.isAuthUrlOnly()) {
                throw new IllegalArgumentException("The draft of \"" + draft.name()
                        + "\" asks only for the address of a sign-in (authUrlOnly): use beginOAuth(draft).");
            }
            try {
                accepted.add(once.accept(deadlines.get(), draft));
                items.add(EnsureItem.untouched(draft));
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
        if (!report.failed().isEmpty() || !report.untouched().isEmpty()) {
            throw new EnsureFailureException(report);
        }
        return report;
    }

    private static void refuseDuplicate(Map<SpaceRef, Set<String>> namesBySpace, SpaceRef space, String name) {
        if (!namesBySpace.computeIfAbsent(space, none -> new HashSet<>()).add(name)) {
            throw new IllegalArgumentException("More than one draft is named \"" + name + "\" in " + space
                    + ". Nothing was sent: leave one of them.");
        }
    }
}
