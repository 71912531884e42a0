package io.github.qlikconnections.spec;

import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.text.PlainMap;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Differences between two specifications of one data source, and the drafts that they affect. Instances are immutable and
 * thread-safe.
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
        this.added = propertiesMissingFrom(older, newer);
        this.removed = propertiesMissingFrom(newer, older);
        List<PropertySpecChange> changes = new ArrayList<>();
        for (PropertySpec after : newer.properties()) {
            older.property(after.name())
                    .flatMap(before -> PropertyComparison.compare(before, after))
                    .ifPresent(changes::add);
        }
        this.changed = Arguments.list(changes, "changes");
    }

    private static List<PropertySpec> propertiesMissingFrom(ConnectionSpec spec, ConnectionSpec other) {
        return other.properties().stream()
                .filter(property -> spec.property(property.name()).isEmpty())
                .toList();
    }

    /**
     * Returns the properties that only the newer specification contains.
     *
     * @return an unmodifiable list in the order of the newer specification
     */
    public List<PropertySpec> added() {
        return added;
    }

    /**
     * Returns the properties that only the older specification contains.
     *
     * @return an unmodifiable list in the order of the older specification
     */
    public List<PropertySpec> removed() {
        return removed;
    }

    /**
     * Returns the properties that both specifications contain with different rules or descriptions.
     *
     * @return an unmodifiable list in the order of the newer specification
     */
    public List<PropertySpecChange> changed() {
        return changed;
    }

    /**
     * Returns whether both specifications are equal, including rules across properties.
     *
     * @return whether their fingerprints are equal
     */
    public boolean isEmpty() {
        return older.fingerprint().equals(newer.fingerprint());
    }

    /**
     * Validates drafts and returns reports for those that only the older specification accepts.
     *
     * <p>Drafts for other data sources are ignored.
     *
     * @param drafts the drafts
     * @return the reports of the newer specification, in the order of the drafts; an unmodifiable list
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
     * Formats all differences: {@code +} marks added, {@code -} removed and {@code ~} changed properties.
     *
     * @return several lines, without a line break at the end
     */
    public String render() {
        List<String> lines = new ArrayList<>();
        lines.add(newer.dataSourceId() + ": " + versions());
        addLines("  + ", added, lines);
        addLines("  - ", removed, lines);
        addLines("  ~ ", changed, lines);
        if (older.isUsable() != newer.isUsable()) {
            lines.add("  the specification " + (newer.isUsable() ? "can be used again" : "can no longer be used"));
        } else if (lines.size() == 1) {
            lines.add(isEmpty() ? "  no differences" : "  only rules across properties differ");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static void addLines(String prefix, List<?> differences, List<String> lines) {
        for (Object difference : differences) {
            lines.add(prefix + difference);
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
     * Returns the values for a JSON library: each by the name of its method. Secrets are hidden, dates are ISO-8601 strings.
     *
     * @return an unmodifiable map of strings, booleans, numbers, lists and maps, without values that are absent
     */
    public Map<String, Object> toMap() {
        return new PlainMap()
                .put("added", added, PropertySpec::toMap)
                .put("removed", removed, PropertySpec::toMap)
                .put("changed", changed, PropertySpecChange::toMap)
                .put("isEmpty", isEmpty())
                .toMap();
    }

    /**
     * Returns the same string as {@link #render()}.
     *
     * @return several lines, without a line break at the end
     */
    @Override
    public String toString() {
        return render();
    }
}
