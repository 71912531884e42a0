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

/** Our documents, one for each service, and which of them a document of the vendor is to be compared with. */
record OwnDocuments(List<SpecDocument> all) {

    static OwnDocuments in(Path directory) throws Unusable {
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
        return new OwnDocuments(List.copyOf(all));
    }

    SpecDocument named(String service) throws Unusable {
        return all.stream()
                .filter(own -> own.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new Unusable("There is no service " + service + ". Choose one of " + names() + "."));
    }

    /** The one that shares the most paths with a document of the vendor. */
    SpecDocument counterpartOf(SpecDocument upstream) throws Unusable {
        SpecDocument best = all.stream()
                .max(Comparator.comparingLong(own -> shared(own, upstream)))
                .filter(own -> shared(own, upstream) > 0)
                .orElse(null);
        if (best == null) {
            throw new Unusable("No path of " + upstream.name()
                    + " is one of ours. Say which service it is, with -Dservice= and one of " + names() + ".");
        }
        return best;
    }

    private String names() {
        return all.stream().map(SpecDocument::name).collect(Collectors.joining(", "));
    }

    private static long shared(SpecDocument own, SpecDocument upstream) {
        List<String> theirs =
                upstream.paths().stream().map(OwnDocuments::withoutNames).toList();
        return own.paths().stream()
                .map(OwnDocuments::withoutNames)
                .filter(theirs::contains)
                .count();
    }

    /** Parameters of a path may have any name. */
    private static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
