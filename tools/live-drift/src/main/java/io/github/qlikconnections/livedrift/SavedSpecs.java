package io.github.qlikconnections.livedrift;

import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.SpecDiff;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The specifications of an earlier run, or of a catalog that {@code SpecCatalog.save} wrote. A specification without a saved one is saved.
 */
final class SavedSpecs {

    private static final String EXTENSION = ".json";

    private final Path directory;
    private final PrintStream out;

    SavedSpecs(Path directory, PrintStream out) {
        this.directory = directory;
        this.out = out;
    }

    /** Prints a specification and what changed in it. Returns whether it is unusable or changed. */
    boolean compare(ConnectionSpec spec) throws IOException {
        Path file = directory.resolve(URLEncoder.encode(spec.dataSourceId(), StandardCharsets.UTF_8) + EXTENSION);
        if (!Files.exists(file)) {
            Files.createDirectories(directory.toAbsolutePath());
            spec.save(file);
            print(spec, "saved");
            return !spec.isUsable();
        }
        ConnectionSpec saved = ConnectionSpec.load(file);
        SpecDiff diff = spec.diff(saved);
        boolean isChanged = !diff.isEmpty() || !spec.fingerprint().equals(saved.fingerprint());
        String change =
                saved.isUsable() && !spec.isUsable() ? "UNUSABLE since it was saved" : "CHANGED since it was saved";
        print(spec, isChanged ? change : "as saved");
        if (!diff.isEmpty()) {
            out.println(diff.render().strip().indent(4).stripTrailing());
        }
        return isChanged || !spec.isUsable();
    }

    private void print(ConnectionSpec spec, String history) {
        out.printf(
                "%-32s %-10s %3d properties  %s%n",
                spec.dataSourceId(),
                spec.isUsable() ? "usable" : "UNUSABLE",
                spec.properties().size(),
                history);
        spec.unusableReason().ifPresent(reason -> out.println("    " + reason));
    }

    /** Prints the saved data sources that the tenant does not list. Returns whether there is one. */
    boolean reportMissing(Collection<String> sources) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<String> missing = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(EXTENSION))
                    .map(name -> URLDecoder.decode(
                            name.substring(0, name.length() - EXTENSION.length()), StandardCharsets.UTF_8))
                    .filter(id -> !sources.contains(id))
                    .sorted()
                    .toList();
            missing.forEach(id -> out.printf("%-32s NOT LISTED since it was saved%n", id));
            return !missing.isEmpty();
        }
    }
}
