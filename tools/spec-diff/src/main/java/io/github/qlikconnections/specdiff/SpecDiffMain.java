package io.github.qlikconnections.specdiff;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares a document of the vendor with ours. Prints a report and writes it as {@code spec-diff.md} and {@code spec-diff.json}.
 * The exit status is 0 if all differences are deliberate, 1 if there are others or a deliberate one no longer applies, and 2 if the
 * documents cannot be compared.
 */
public final class SpecDiffMain {

    private SpecDiffMain() {}

    /**
     * Runs the comparison and exits.
     *
     * @param args {@code --documents=} our documents, {@code --upstream=} the document of the vendor, {@code --reports=} the output folder,
     *     {@code --service=} the service, needed if it cannot be determined from the paths
     */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) {
        Map<String, String> options = Stream.of(args)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts.length < 2 ? "" : parts[1]));
        try {
            DifferenceReport report = compare(options);
            Path reports = Path.of(option(options, "--reports"));
            Files.createDirectories(reports);
            Files.writeString(reports.resolve("spec-diff.md"), report.markdown());
            Files.writeString(reports.resolve("spec-diff.json"), report.json());
            out.print(report.text());
            return report.clean() ? 0 : 1;
        } catch (UnusableDocumentException e) {
            out.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            out.println("The report cannot be written: " + e.getMessage());
            return 2;
        }
    }

    private static DifferenceReport compare(Map<String, String> options) throws UnusableDocumentException {
        String file = option(options, "--upstream");
        if (file.isEmpty() || file.startsWith("${")) {
            throw new UnusableDocumentException(
                    "Set the file to compare: mvn -q -f tools/spec-diff -Pspec-diff -Dupstream=FILE");
        }
        Path documents = Path.of(option(options, "--documents"));
        LocalDocuments own = LocalDocuments.in(documents);
        SpecDocument upstream = SpecDocument.read(Path.of(file));
        String service = options.getOrDefault("--service", "");
        SpecDocument ours =
                service.isEmpty() || service.startsWith("${") ? own.counterpartOf(upstream) : own.named(service);
        return new DifferenceReport(
                ours.name(),
                file,
                DocumentComparison.of(ours, upstream),
                DeliberateDifferences.of(ours.name(), documents.resolve(DeliberateDifferences.FILE)));
    }

    private static String option(Map<String, String> options, String name) {
        return Objects.requireNonNull(options.get(name), name);
    }
}
