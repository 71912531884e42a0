package io.github.qlikconnections.specdiff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The comparison of all documents in a folder and its subfolders, as one page of Markdown that groups the differences by what a
 * person has to do.
 *
 * @param comparisons the comparisons, one for each service in each file
 * @param problems the files that could not be compared, and the services without a file
 * @param foreign the files that describe none of our services
 */
record WatchReport(List<DifferenceReport> comparisons, List<String> problems, List<String> foreign) {

    static WatchReport of(Path folder, LocalDocuments own, Path documents) throws UnusableDocumentException {
        List<DifferenceReport> comparisons = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        Set<String> missing = own.all().stream().map(SpecDocument::name).collect(Collectors.toCollection(TreeSet::new));
        for (Path file : filesIn(folder)) {
            try {
                SpecDocument upstream = SpecDocument.read(file);
                List<SpecDocument> counterparts = own.counterpartsOf(upstream);
                if (counterparts.isEmpty()) {
                    foreign.add(upstream.name());
                }
                for (SpecDocument ours : counterparts) {
                    missing.remove(ours.name());
                    comparisons.add(DifferenceReport.of(ours, upstream, counterparts.size() > 1, documents));
                }
            } catch (UnusableDocumentException e) {
                problems.add(e.getMessage());
            }
        }
        missing.forEach(service -> problems.add("No file describes " + service + ". Download it."));
        return new WatchReport(comparisons, problems, foreign);
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether no action is necessary. */
    boolean clean() {
        return problems.isEmpty() && comparisons.stream().allMatch(DifferenceReport::clean);
    }

    String markdown() {
        StringBuilder page = new StringBuilder("# Documents of the vendor\n\n");
        page.append(clean() ? "Nothing to do." : "A person has to act.")
                .append("\n\n| service | file | result |\n|---|---|---|\n");
        comparisons.forEach(
                each -> page.append("| " + each.service() + " | " + each.upstream() + " | " + each.summary() + " |\n"));
        if (!problems.isEmpty()) {
            page.append("\n## Correct the download\n\n");
            problems.forEach(problem -> page.append("- ").append(problem).append('\n'));
        }
        differencesByTask().forEach((task, rows) -> {
            page.append("\n## ")
                    .append(task)
                    .append("\n\n| service | effect | side | what | where |\n|---|---|---|---|---|\n");
            rows.forEach(page::append);
        });
        if (comparisons.stream().anyMatch(each -> !each.unused().isEmpty())) {
            page.append("\n## Remove from " + DeliberateDifferences.FILE + "\n\n");
            comparisons.forEach(each -> each.unused()
                    .forEach(entry -> page.append("- ")
                            .append(each.service())
                            .append(": `")
                            .append(entry)
                            .append("`\n")));
        }
        if (!foreign.isEmpty()) {
            page.append("\nNot compared, because they describe none of our services: ")
                    .append(String.join(", ", foreign))
                    .append(".\n");
        }
        return page.toString();
    }

    private Map<String, List<String>> differencesByTask() {
        Map<String, List<String>> byTask = new LinkedHashMap<>();
        for (CompatibilityEffect effect : CompatibilityEffect.values()) {
            for (DifferenceReport each : comparisons) {
                each.unexpected(effect)
                        .forEach(row -> byTask.computeIfAbsent(effect.task(), any -> new ArrayList<>())
                                .add("| " + each.service() + " | " + effect.word() + " | "
                                        + DifferenceReport.markdownCells(row) + " |\n"));
            }
        }
        return byTask;
    }
}
