package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What became different between two specifications of one data source, and which drafts it hits.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class SpecDiff {

    private final ConnectionSpec older;
    private final ConnectionSpec newer;
    private final List<PropertySpec> added;
    private final List<PropertySpec> removed;
    private final List<PropertySpecChange> changed;

    SpecDiff(ConnectionSpec older, ConnectionSpec newer) {
        this.older = older;
        this.newer = newer;
        this.added = missingFrom(older, newer);
        this.removed = missingFrom(newer, older);
        List<PropertySpecChange> changes = new ArrayList<>();
        for (PropertySpec after : newer.properties()) {
            older.property(after.name())
                    .flatMap(before -> PropertyComparison.of(before, after))
                    .ifPresent(changes::add);
        }
        this.changed = Arguments.list(changes, "changes");
    }

    private static List<PropertySpec> missingFrom(ConnectionSpec spec, ConnectionSpec other) {
        return other.properties().stream()
                .filter(property -> spec.property(property.name()).isEmpty())
                .toList();
    }

    /**
     * Properties that only the newer specification names.
     *
     * @return an unmodifiable list in the order of the newer document
     */
    public List<PropertySpec> added() {
        return added;
    }

    /**
     * Properties that only the older specification names.
     *
     * @return an unmodifiable list in the order of the older document
     */
    public List<PropertySpec> removed() {
        return removed;
    }

    /**
     * Properties that both name and describe differently.
     *
     * @return an unmodifiable list in the order of the newer document
     */
    public List<PropertySpecChange> changed() {
        return changed;
    }

    /**
     * Tells whether both specifications are the same, rules across properties included.
     *
     * @return whether their fingerprints are equal
     */
    public boolean isEmpty() {
        return older.fingerprint().equals(newer.fingerprint());
    }

    /**
     * Says which drafts pass under the older specification and have errors under the newer one. Drafts for other data
     * sources are passed over.
     *
     * @param drafts the drafts
     * @return for each such draft, in the order given, the report under the newer specification
     */
    public List<ValidationReport> draftsThatNoLongerValidate(Collection<ConnectionDraft> drafts) {
        List<ValidationReport> reports = new ArrayList<>();
        for (ConnectionDraft draft : drafts) {
            if (draft.dataSourceId().equals(newer.dataSourceId())
                    && older.validate(draft).isCreatable()) {
                ValidationReport report = newer.validate(draft);
                if (!report.isCreatable()) {
                    reports.add(report);
                }
            }
        }
        return List.copyOf(reports);
    }

    /**
     * Everything as text: {@code +} for added, {@code -} for removed, {@code ~} for changed properties.
     *
     * @return several lines, without a line break at the end
     */
    public String render() {
        List<String> lines = new ArrayList<>();
        lines.add(newer.dataSourceId() + ": " + versions());
        add("  + ", added, lines);
        add("  - ", removed, lines);
        add("  ~ ", changed, lines);
        if (older.isUsable() != newer.isUsable()) {
            lines.add("  the specification " + (newer.isUsable() ? "can be used again" : "can no longer be used"));
        } else if (lines.size() == 1) {
            lines.add(isEmpty() ? "  no differences" : "  only rules across properties differ");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static void add(String mark, List<?> differences, List<String> lines) {
        for (Object difference : differences) {
            lines.add(mark + difference);
        }
    }

    private String versions() {
        String before = version(older);
        String after = version(newer);
        return before.equals(after) ? "connector " + after : "connector " + before + " -> " + after;
    }

    private static String version(ConnectionSpec spec) {
        return spec.connectorVersion().isEmpty() ? "(no version)" : spec.connectorVersion();
    }

    /**
     * The same as {@link #render()}.
     *
     * @return several lines
     */
    @Override
    public String toString() {
        return render();
    }
}
