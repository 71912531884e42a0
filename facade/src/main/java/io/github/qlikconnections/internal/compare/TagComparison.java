package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.internal.validation.RequestRules;
import io.github.qlikconnections.internal.wire.WireNames;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.TagPolicy;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.PlannedChange;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the tags of a draft, and the version of its secrets, which is kept as a tag. */
final class TagComparison {

    private static final String VERSION = "/secretsVersion";
    private static final String NO_TAGS =
            "The tenant returned no tags for this connection, so they cannot be compared. "
                    + "They are not written, because a write replaces tags that cannot be seen.";

    private static final String NO_SECRETS =
            "The version is neither compared nor written, because no secret of the draft can be sent to this connection.";

    private final DataConnection held;
    private final List<String> wanted;
    private final @Nullable String version;
    private final boolean versionIgnored;
    private final TagPolicy policy;
    private final Predicate<WriteRecord> known;

    final List<PlannedChange> entries = new ArrayList<>();
    final List<WriteRecord> written = new ArrayList<>();
    final List<Violation> violations = new ArrayList<>();
    private @Nullable List<String> result;
    private boolean versionChanges;

    /**
     * Compares.
     *
     * @param withVersion whether the version counts: only where the secrets of the draft can be sent
     */
    TagComparison(
            ConnectionDraft draft,
            DataConnection held,
            TagPolicy policy,
            boolean withVersion,
            Predicate<WriteRecord> known) {
        this.held = held;
        // The automatic tag is the tenant's, and the version of the secrets is compared on its own.
        this.wanted = draft.tags().stream()
                .filter(tag -> !isAutomatic(tag) && !isVersion(tag))
                .toList();
        Optional<String> given = version(draft);
        this.version = withVersion ? given.orElse(null) : null;
        // A version of secrets that cannot be sent is no reason to write or to remove a tag.
        this.versionIgnored = !withVersion && given.isPresent();
        if (versionIgnored) {
            entries.add(PlannedChange.of(VERSION, ComparisonStatus.NOT_READABLE, null, given.orElse(null))
                    .withNote(NO_SECRETS));
        }
        this.policy = policy;
        this.known = known;
        compareVersion();
        compareTags();
    }

    /** The version of the secrets; the last tag of the draft that has its prefix means the same. */
    private static Optional<String> version(ConnectionDraft draft) {
        return draft.secretsVersion()
                .or(() -> draft.tags().stream()
                        .filter(TagComparison::isVersion)
                        .map(tag -> tag.substring(WireNames.SECRETS_VERSION_TAG.length()))
                        .reduce((earlier, last) -> last));
    }

    /** All tags that the connection is to have, null if they stay as they are. */
    @Nullable List<String> result() {
        return result;
    }

    /** Whether the version of the secrets is another one, so that the secrets are to be sent. */
    boolean versionChanges() {
        return versionChanges;
    }

    private static boolean isVersion(String tag) {
        return tag.startsWith(WireNames.SECRETS_VERSION_TAG);
    }

    private static boolean isAutomatic(String tag) {
        return tag.startsWith(WireNames.AUTOMATIC_TAG);
    }

    private void compareVersion() {
        if (version == null) {
            return;
        }
        List<String> versions = held.tags().stream()
                .filter(TagComparison::isVersion)
                .map(tag -> tag.substring(WireNames.SECRETS_VERSION_TAG.length()))
                .toList();
        String before = versions.isEmpty() ? null : String.join(", ", versions);
        WriteRecord value = new WriteRecord(VERSION, version, before);
        ComparisonStatus missing = before == null ? ComparisonStatus.MISSING : ComparisonStatus.DIFFERENT;
        if (versions.equals(List.of(version))) {
            entries.add(PlannedChange.of(VERSION, ComparisonStatus.EQUAL, before, version));
        } else if (known.test(value)) {
            entries.add(PlannedChange.of(
                            VERSION,
                            before == null ? ComparisonStatus.NOT_RETURNED : ComparisonStatus.STORED_AS,
                            before,
                            version)
                    .withNote("The secrets were sent, but the tenant does not return the tag with their version. "
                            + "Another process sends them once more."));
        } else {
            versionChanges = true;
            written.add(value);
            entries.add(PlannedChange.of(VERSION, missing, before, version));
        }
    }

    private void compareTags() {
        boolean owned = policy == TagPolicy.EXACT;
        if (!held.hasTags()) {
            if (!wanted.isEmpty() || owned) {
                entries.add(
                        PlannedChange.of(WireNames.TAGS, ComparisonStatus.NOT_RETURNED, null, String.join(", ", wanted))
                                .withNote(NO_TAGS));
            }
            return;
        }
        Set<String> tags = new LinkedHashSet<>(held.tags());
        if (owned) {
            tags.removeIf(tag -> !isAutomatic(tag) && !(versionIgnored && isVersion(tag)));
        } else if (version != null) {
            tags.removeIf(TagComparison::isVersion);
        }
        tags.addAll(wanted);
        if (version != null) {
            tags.add(WireNames.SECRETS_VERSION_TAG + version);
        }
        boolean same = tags.equals(new LinkedHashSet<>(held.tags()));
        WriteRecord value = new WriteRecord(
                WireNames.TAGS, new ArrayList<>(new TreeSet<>(tags)), new ArrayList<>(new TreeSet<>(held.tags())));
        if (wanted.isEmpty() && !owned && version == null) {
            return;
        }
        if (same) {
            entries.add(entry(ComparisonStatus.EQUAL, tags));
        } else if (known.test(value)) {
            entries.add(entry(ComparisonStatus.STORED_AS, tags)
                    .withNote("The tags were written, and the tenant returns others. They are not written again."));
        } else {
            check(tags);
            result = List.copyOf(tags);
            written.add(value);
            entries.add(entry(ComparisonStatus.DIFFERENT, tags).withNote(difference(tags)));
        }
    }

    private PlannedChange entry(ComparisonStatus status, Set<String> tags) {
        return PlannedChange.of(WireNames.TAGS, status, own(held.tags().stream()), own(tags.stream()));
    }

    private static @Nullable String own(Stream<String> tags) {
        List<String> own = tags.filter(tag -> !isAutomatic(tag)).toList();
        return own.isEmpty() ? null : String.join(", ", own);
    }

    private String difference(Set<String> tags) {
        List<String> added =
                tags.stream().filter(tag -> !held.tags().contains(tag)).toList();
        List<String> removed =
                held.tags().stream().filter(tag -> !tags.contains(tag)).toList();
        return (added.isEmpty() ? "" : "Adds " + String.join(", ", added) + ".")
                + (added.isEmpty() || removed.isEmpty() ? "" : " ")
                + (removed.isEmpty() ? "" : "Removes " + String.join(", ", removed) + ".");
    }

    private void check(Set<String> tags) {
        long own = tags.stream().filter(tag -> !isAutomatic(tag)).count();
        if (own > RequestRules.MAX_TAGS) {
            violations.add(Violation.of(
                            ViolationCode.TOO_MANY_TAGS, WireNames.TAGS, "the connection would have " + own + " tags")
                    .withExpected("at most " + RequestRules.MAX_TAGS)
                    .withAdvice("Remove tags from the connection, or use TagPolicy.EXACT to own the list."));
        }
    }
}
