package io.github.qlikconnections.specdiff;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares a document of the vendor with ours. Prints a report and writes it as {@code spec-diff.md} and {@code spec-diff.json}.
 * The exit status is 0 if all differences are deliberate, 1 if there are others or a deliberate one no longer applies, and 2 if the
 * documents cannot be compared.
 *
 * <p>For a folder, all its documents are compared and {@code spec-watch.md} groups the differences by what a person has to do. The exit
 * status is 0 if there is nothing to do and otherwise 1.
 */
public final class SpecDiffMain {

    private SpecDiffMain() {}

    /**
     * Runs the comparison and exits.
     *
     * @param args {@code --documents=} our documents, {@code --upstream=} a document of the vendor or a folder of them, {@code --reports=} the
     *     output folder, {@code --service=} the service, needed if it cannot be determined from the paths or if the document describes
     *     several services
     */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) {
        Map<String, String> options = Stream.of(args)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts.length < 2 ? "" : parts[1]));
        try {
            Path reports = Path.of(option(options, "--reports"));
            Files.createDirectories(reports);
            Path upstream = upstream(options);
            return Files.isDirectory(upstream)
                    ? watch(upstream, options, reports, out)
                    : compare(upstream, options, reports, out);
        } catch (UnusableDocumentException e) {
            out.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            out.println("The report cannot be written: " + e.getMessage());
            return 2;
        }
    }

    private static int watch(Path folder, Map<String, String> options, Path reports, PrintStream out)
            throws UnusableDocumentException, IOException {
        Path documents = Path.of(option(options, "--documents"));
        WatchReport report = WatchReport.of(folder, LocalDocuments.in(documents), documents);
        Path file = reports.resolve("spec-watch.md");
        Files.writeString(file, report.markdown());
        out.println((report.clean() ? "Nothing to do: " : "A person has to act: ") + file);
        return report.clean() ? 0 : 1;
    }

    private static int compare(Path file, Map<String, String> options, Path reports, PrintStream out)
            throws UnusableDocumentException, IOException {
        Path documents = Path.of(option(options, "--documents"));
        LocalDocuments own = LocalDocuments.in(documents);
        SpecDocument upstream = SpecDocument.read(file);
        String service = options.getOrDefault("--service", "");
        DifferenceReport report = isGiven(service)
                ? compareService(own.named(service), upstream, documents)
                : DifferenceReport.of(onlyCounterpart(own, upstream), upstream, false, documents);
        Files.writeString(reports.resolve("spec-diff.md"), report.markdown());
        Files.writeString(reports.resolve("spec-diff.json"), report.json());
        out.print(report.text());
        return report.clean() ? 0 : 1;
    }

    /** A document without any path of the service is compared as a whole, because the paths of the service may have changed. */
    private static DifferenceReport compareService(SpecDocument ours, SpecDocument upstream, Path documents)
            throws UnusableDocumentException {
        PathMapping mapping = PathMapping.of(ours, upstream);
        boolean hasPaths = upstream.paths().stream().anyMatch(mapping::isOfService);
        return DifferenceReport.of(ours, upstream, hasPaths, documents);
    }

    private static SpecDocument onlyCounterpart(LocalDocuments own, SpecDocument upstream)
            throws UnusableDocumentException {
        List<SpecDocument> counterparts = own.counterpartsOf(upstream);
        if (counterparts.isEmpty()) {
            throw new UnusableDocumentException("No path of " + upstream.name()
                    + " is in our documents. Set the service with -Dservice= to one of "
                    + LocalDocuments.names(own.all()) + ".");
        }
        if (counterparts.size() > 1) {
            throw new UnusableDocumentException(
                    upstream.name() + " describes several services. Set one of them with -Dservice=: "
                            + LocalDocuments.names(counterparts) + ".");
        }
        return counterparts.get(0);
    }

    private static Path upstream(Map<String, String> options) throws UnusableDocumentException {
        String file = option(options, "--upstream");
        if (!isGiven(file)) {
            throw new UnusableDocumentException(
                    "Set the file or the folder to compare: mvn -q -f tools/spec-diff -Pspec-diff -Dupstream=FILE");
        }
        return Path.of(file);
    }

    /** Maven passes a property that is not set by its name. */
    private static boolean isGiven(String value) {
        return !value.isEmpty() && !value.startsWith("${");
    }

    private static String option(Map<String, String> options, String name) {
        return Objects.requireNonNull(options.get(name), name);
    }
}
