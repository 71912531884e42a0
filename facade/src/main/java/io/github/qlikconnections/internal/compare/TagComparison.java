package io.github.qlikconnections.internal.compare;

import io.github.qlikconnections.internal.constraint.Constraint;
import io.github.qlikconnections.internal.constraint.ConstraintFailure;
import io.github.qlikconnections.internal.constraint.RequestSchema;
import io.github.qlikconnections.internal.validation.RequestRules;
import io.github.qlikconnections.internal.wire.WireMembers;
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

/** Compares the tags of a draft, and the version of its secrets, which is stored as a tag. */
final class TagComparison {

    private static final String VERSION_PATH = "/secretsVersion";
    private static final String NO_TAGS_NOTE =
            "The tenant returned no tags for this connection, so they cannot be compared. "
                    + "They are not written, because a write would replace tags that are not visible.";

    private static final String NO_SECRETS_NOTE =
            "The version is neither compared nor written, because no secret of the draft can be sent to this"
                    + " connection.";

    private final DataConnection current;
    private final RequestSchema schema;
    private final List<String> draftTags;
    private final @Nullable String version;
    private final boolean isVersionIgnored;
    private final TagPolicy policy;
    private final Predicate<WriteRecord> isRecorded;

    final List<PlannedChange> entries = new ArrayList<>();
    final List<WriteRecord> writeRecords = new ArrayList<>();
    final List<Violation> violations = new ArrayList<>();
    private @Nullable List<String> newTags;
    private boolean hasVersionChange;

    /**
     * Compares the tags and the version.
     *
     * @param canSendSecrets whether the secrets of the draft can be sent; otherwise their version is ignored
     */
    TagComparison(
            ConnectionDraft draft,
            DataConnection current,
            TagPolicy policy,
            boolean canSendSecrets,
            Predicate<WriteRecord> isRecorded) {
        this.current = current;
        this.schema = RequestRules.schemaOf(draft);
        // The tenant owns the automatic tag. The version of the secrets has its own comparison.
        this.draftTags = draft.tags().stream()
                .filter(tag -> !isAutomatic(tag) && !isVersion(tag))
                .toList();
        Optional<String> draftVersion = findVersion(draft);
        this.version = canSendSecrets ? draftVersion.orElse(null) : null;
        // If the secrets cannot be sent, their version must neither write nor remove a tag.
        this.isVersionIgnored = !canSendSecrets && draftVersion.isPresent();
        if (isVersionIgnored) {
            entries.add(PlannedChange.builder(VERSION_PATH, ComparisonStatus.NOT_READABLE)
                    .after(draftVersion.orElse(null))
                    .note(NO_SECRETS_NOTE)
                    .build());
        }
        this.policy = policy;
        this.isRecorded = isRecorded;
        compareVersion();
        compareTags();
    }

    /** Returns the version of the secrets, or else the version in the last version tag of the draft. */
    private static Optional<String> findVersion(ConnectionDraft draft) {
        return draft.secretsVersion()
                .or(() -> draft.tags().stream()
                        .filter(TagComparison::isVersion)
                        .map(tag -> tag.substring(WireNames.SECRETS_VERSION_TAG.length()))
                        .reduce((previous, last) -> last));
    }

    /** Returns all desired tags of the connection, or null if the tags do not change. */
    @Nullable List<String> newTags() {
        return newTags;
    }

    /** Returns whether the version of the secrets changes, so the secrets must be sent. */
    boolean hasVersionChange() {
        return hasVersionChange;
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
        List<String> currentVersions = current.tags().stream()
                .filter(TagComparison::isVersion)
                .map(tag -> tag.substring(WireNames.SECRETS_VERSION_TAG.length()))
                .toList();
        String currentVersion = currentVersions.isEmpty() ? null : String.join(", ", currentVersions);
        WriteRecord record = new WriteRecord(VERSION_PATH, version, currentVersion);
        ComparisonStatus changeStatus = currentVersion == null ? ComparisonStatus.MISSING : ComparisonStatus.DIFFERENT;
        if (currentVersions.equals(List.of(version))) {
            entries.add(PlannedChange.builder(VERSION_PATH, ComparisonStatus.EQUAL)
                    .before(currentVersion)
                    .after(version)
                    .build());
        } else if (isRecorded.test(record)) {
            entries.add(PlannedChange.builder(
                            VERSION_PATH,
                            currentVersion == null ? ComparisonStatus.NOT_RETURNED : ComparisonStatus.STORED_AS)
                    .before(currentVersion)
                    .after(version)
                    .note("The secrets were sent, but the tenant does not return the tag with their version. "
                            + "Another process sends them again.")
                    .build());
        } else {
            hasVersionChange = true;
            writeRecords.add(record);
            entries.add(PlannedChange.builder(VERSION_PATH, changeStatus)
                    .before(currentVersion)
                    .after(version)
                    .build());
        }
    }

    private void compareTags() {
        boolean isExact = policy == TagPolicy.EXACT;
        if (!current.hasTags()) {
            if (!draftTags.isEmpty() || isExact) {
                entries.add(PlannedChange.builder(WireNames.TAGS, ComparisonStatus.NOT_RETURNED)
                        .after(String.join(", ", draftTags))
                        .note(NO_TAGS_NOTE)
                        .build());
            }
            return;
        }
        Set<String> tags = new LinkedHashSet<>(current.tags());
        if (isExact) {
            tags.removeIf(tag -> !isAutomatic(tag) && !(isVersionIgnored && isVersion(tag)));
        } else if (version != null) {
            tags.removeIf(TagComparison::isVersion);
        }
        tags.addAll(draftTags);
        if (version != null) {
            tags.add(WireNames.SECRETS_VERSION_TAG + version);
        }
        boolean isEqual = tags.equals(new LinkedHashSet<>(current.tags()));
        WriteRecord record = new WriteRecord(
                WireNames.TAGS, new ArrayList<>(new TreeSet<>(tags)), new ArrayList<>(new TreeSet<>(current.tags())));
        if (draftTags.isEmpty() && !isExact && version == null) {
            return;
        }
        if (isEqual) {
            entries.add(createEntry(ComparisonStatus.EQUAL, tags));
        } else if (isRecorded.test(record)) {
            entries.add(createEntry(ComparisonStatus.STORED_AS, tags)
                    .withNote("The tags were written, but the tenant returns other tags. They are not written again."));
        } else {
            checkCount(tags);
            newTags = List.copyOf(tags);
            writeRecords.add(record);
            entries.add(createEntry(ComparisonStatus.DIFFERENT, tags).withNote(describeDifference(tags)));
        }
    }

    private PlannedChange createEntry(ComparisonStatus status, Set<String> tags) {
        return PlannedChange.builder(WireNames.TAGS, status)
                .before(format(current.tags().stream()))
                .after(format(tags.stream()))
                .build();
    }

    private static @Nullable String format(Stream<String> tags) {
        List<String> own = tags.filter(tag -> !isAutomatic(tag)).toList();
        return own.isEmpty() ? null : String.join(", ", own);
    }

    private String describeDifference(Set<String> tags) {
        List<String> added =
                tags.stream().filter(tag -> !current.tags().contains(tag)).toList();
        List<String> removed =
                current.tags().stream().filter(tag -> !tags.contains(tag)).toList();
        return (added.isEmpty() ? "" : "Adds " + String.join(", ", added) + ".")
                + (added.isEmpty() || removed.isEmpty() ? "" : " ")
                + (removed.isEmpty() ? "" : "Removes " + String.join(", ", removed) + ".");
    }

    private void checkCount(Set<String> tags) {
        List<String> own = tags.stream().filter(tag -> !isAutomatic(tag)).toList();
        for (ConstraintFailure failure : schema.check(WireMembers.TAGS, own)) {
            if (failure.constraint() == Constraint.MAX_ITEMS) {
                violations.add(Violation.of(
                                ViolationCode.TOO_MANY_TAGS,
                                WireNames.TAGS,
                                "the connection would have " + failure.size() + " tags")
                        .withExpected("at most " + failure.limit())
                        .withAdvice("Remove tags from the connection, or use TagPolicy.EXACT to own the list."));
            }
        }
    }
}
