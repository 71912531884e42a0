package io.github.qlikconnections.specdiff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The OpenAPI documents of this repository, one for each service. Finds the counterpart of a document of the vendor. */
record LocalDocuments(List<SpecDocument> all) {

    static LocalDocuments in(Path directory) throws UnusableDocumentException {
        List<SpecDocument> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(file -> !file.endsWith(DeliberateDifferences.FILE))
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                all.add(SpecDocument.read(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LocalDocuments(List.copyOf(all));
    }

    SpecDocument named(String service) throws UnusableDocumentException {
        return all.stream()
                .filter(own -> own.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new UnusableDocumentException(
                        "There is no service " + service + ". Choose one of " + names() + "."));
    }

    /** Returns the document that shares the most paths with a document of the vendor. */
    SpecDocument counterpartOf(SpecDocument upstream) throws UnusableDocumentException {
        SpecDocument best = all.stream()
                .max(Comparator.comparingLong(own -> shared(own, upstream)))
                .filter(own -> shared(own, upstream) > 0)
                .orElse(null);
        if (best == null) {
            throw new UnusableDocumentException("No path of " + upstream.name()
                    + " is in our documents. Set the service with -Dservice= to one of " + names() + ".");
        }
        return best;
    }

    private String names() {
        return all.stream().map(SpecDocument::name).collect(Collectors.joining(", "));
    }

    private static long shared(SpecDocument own, SpecDocument upstream) {
        List<String> theirs =
                upstream.paths().stream().map(LocalDocuments::withoutNames).toList();
        return own.paths().stream()
                .map(LocalDocuments::withoutNames)
                .filter(theirs::contains)
                .count();
    }

    /** Removes the names of path parameters, which do not matter. */
    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
