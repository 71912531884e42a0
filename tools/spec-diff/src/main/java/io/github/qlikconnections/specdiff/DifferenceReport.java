package io.github.qlikconnections.specdiff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The result of a comparison as text, Markdown and JSON. */
record DifferenceReport(
        String service, String upstream, List<Difference> differences, DeliberateDifferences deliberate) {

    static DifferenceReport of(SpecDocument ours, SpecDocument upstream, boolean onlyService, Path documents)
            throws UnusableDocumentException {
        return new DifferenceReport(
                ours.name(),
                upstream.name(),
                DocumentComparison.of(ours, upstream, onlyService),
                DeliberateDifferences.of(ours.name(), documents.resolve(DeliberateDifferences.FILE)));
    }

    List<Difference> unexpected() {
        return differences.stream()
                .filter(difference -> !deliberate.contains(difference))
                .toList();
    }

    List<DeliberateDifferences.DeliberateDifference> unused() {
        return deliberate.unused(differences);
    }

    boolean clean() {
        return unexpected().isEmpty() && unused().isEmpty();
    }

    /** Returns aligned text, grouped by effect and operation, announcements and breaking changes first. */
    String text() {
        StringBuilder text = new StringBuilder(service + ": ours and " + upstream + "\n");
        for (CompatibilityEffect effect : CompatibilityEffect.values()) {
            List<Difference> rows = unexpected(effect);
            if (!rows.isEmpty()) {
                text.append('\n')
                        .append(effect.word())
                        .append(" (")
                        .append(rows.size())
                        .append(")\n");
            }
            String operation = "";
            for (Difference row : rows) {
                if (!row.operation().equals(operation)) {
                    operation = row.operation();
                    text.append("  ").append(operation).append('\n');
                }
                text.append(String.format(
                                "    %-13s  %-11s  %s",
                                row.side().text(), row.kind().word(), row.place())
                        .stripTrailing());
                text.append('\n');
            }
        }
        if (!unused().isEmpty()) {
            text.append("\nno longer applicable: remove from ")
                    .append(DeliberateDifferences.FILE)
                    .append('\n');
            unused().forEach(entry -> text.append("    ").append(entry).append('\n'));
        }
        return text.append('\n').append(summary()).append('\n').toString();
    }

    /** Returns the counts in one line. */
    String summary() {
        List<String> counts = new ArrayList<>();
        for (CompatibilityEffect effect : CompatibilityEffect.values()) {
            int count = unexpected(effect).size();
            if (count > 0) {
                counts.add(count + " " + effect.word());
            }
        }
        int known = differences.size() - unexpected().size();
        return Stream.concat(
                                Stream.of(clean() ? "No difference that is not deliberate" : "Different"),
                                counts.isEmpty() ? Stream.of() : Stream.of(String.join(", ", counts)))
                        .reduce((state, details) -> state + ": " + details)
                        .orElseThrow()
                + "; " + known + " deliberate";
    }

    List<Difference> unexpected(CompatibilityEffect effect) {
        return unexpected().stream().filter(row -> row.effect() == effect).toList();
    }

    String markdown() {
        StringBuilder page = new StringBuilder("# " + service + ": ours and " + upstream + "\n\n" + summary() + "\n");
        for (CompatibilityEffect effect : CompatibilityEffect.values()) {
            List<Difference> rows = unexpected(effect);
            if (rows.isEmpty()) {
                continue;
            }
            page.append("\n## ").append(effect.word()).append("\n\n| side | what | where |\n|---|---|---|\n");
            rows.forEach(row -> page.append("| ").append(markdownCells(row)).append(" |\n"));
        }
        if (!unused().isEmpty()) {
            page.append("\n## no longer applicable\n\n");
            unused().forEach(entry -> page.append("- `").append(entry).append("`\n"));
        }
        if (!deliberate.entries().isEmpty()) {
            page.append("\n## deliberate\n\n| side | what | where | reason |\n|---|---|---|---|\n");
            deliberate
                    .entries()
                    .forEach(entry -> page.append(String.format(
                            "| %s | %s | `%s` | %s |\n", entry.side(), entry.what(), entry.where(), entry.reason())));
        }
        return page.toString();
    }

    /** Returns side, kind and place as cells of a table. */
    static String markdownCells(Difference row) {
        return row.side().text() + " | " + row.kind().word() + " | `"
                + row.where().replace("|", "\\|") + "`";
    }

    String json() {
        JsonMapper json = new JsonMapper();
        ObjectNode root = json.createObjectNode();
        root.put("service", service).put("upstream", upstream).put("clean", clean());
        ArrayNode rows = root.putArray("differences");
        for (Difference difference : differences) {
            rows.addObject()
                    .put("effect", difference.effect().word())
                    .put("side", difference.side().word())
                    .put("what", difference.kind().word())
                    .put("where", difference.where())
                    .put("deliberate", deliberate.contains(difference));
        }
        ArrayNode unused = root.putArray("unused");
        unused().forEach(entry -> unused.add(entry.toString()));
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
