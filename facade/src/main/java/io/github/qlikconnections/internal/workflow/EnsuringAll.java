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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
        refuseDuplicates(drafts.stream()
                .map(draft -> new Place(draft.space(), draft.name()))
                .toList());
        List<Creation.Accepted> wanted = accept(drafts);
        // A space may be given here by its name and there by its id.
        refuseDuplicates(wanted.stream().map(Place::of).toList());
        Namesakes.Search search = namesakes.search(deadlines, wanted);
        Progress progress = new Progress(drafts.size(), options.listener());
        AtomicBoolean locked = new AtomicBoolean();
        List<Optional<EnsureItem>> done =
                ParallelRun.over(IntStream.range(0, drafts.size()).boxed().toList(), options.parallelism(), i -> {
                    if (locked.get()) {
                        return EnsureItem.untouched(drafts.get(i));
                    }
                    EnsureItem item = ensure(drafts.get(i), wanted.get(i), search, options);
                    // Who is not let in now will not be let in with the next draft either.
                    item.failure()
                            .filter(AuthenticationException.class::isInstance)
                            .ifPresent(e -> locked.set(true));
                    progress.done(item.draft().name());
                    return item;
                });
        List<EnsureItem> items = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            ConnectionDraft draft = drafts.get(i);
            items.add(done.get(i).orElseGet(() -> EnsureItem.untouched(draft)));
        }
        return complete(items);
    }

    private EnsureItem ensure(
            ConnectionDraft draft, Creation.Accepted wanted, Namesakes.Search search, EnsureOptions options) {
        Deadline deadline = deadlines.get();
        try {
            return EnsureItem.done(draft, ensuring.ensure(deadline, wanted, search.find(deadline, wanted), options));
        } catch (QlikException e) {
            return EnsureItem.failed(draft, e);
        }
    }

    /** Every draft as it can be sent; one that cannot be sent keeps all from being sent. */
    private List<Creation.Accepted> accept(List<ConnectionDraft> drafts) {
        Creation once = creation.once();
        List<Creation.Accepted> accepted = new ArrayList<>();
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

    private static void refuseDuplicates(List<Place> places) {
        Set<Place> seen = new HashSet<>();
        for (Place place : places) {
            if (!seen.add(place)) {
                throw new IllegalArgumentException("More than one draft is named \"" + place.name() + "\" in "
                        + place.space() + ". Nothing was sent: leave one of them.");
            }
        }
    }

    private record Place(SpaceRef space, String name) {

        static Place of(Creation.Accepted wanted) {
            @Nullable String spaceId = wanted.spaceId();
            return new Place(
                    spaceId == null ? SpaceRef.personal() : SpaceRef.ofId(spaceId),
                    wanted.draft().name());
        }
    }
}
