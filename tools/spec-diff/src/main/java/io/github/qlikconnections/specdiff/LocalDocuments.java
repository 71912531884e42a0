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

/** The OpenAPI documents of this repository, one for each service. Finds the counterparts of a document of the vendor. */
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
                        "There is no service " + service + ". Choose one of " + names(all) + "."));
    }

    /**
     * Returns our documents that have paths in common with a document of the vendor. There are several if it describes several
     * services, and none if it describes other services only.
     */
    List<SpecDocument> counterpartsOf(SpecDocument upstream) {
        return all.stream()
                .filter(own -> PathMapping.countShared(own, upstream) > 0)
                .sorted(Comparator.comparing(SpecDocument::name))
                .toList();
    }

    static String names(List<SpecDocument> documents) {
        return documents.stream().map(SpecDocument::name).collect(Collectors.joining(", "));
    }
}
