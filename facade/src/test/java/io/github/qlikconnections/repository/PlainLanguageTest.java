package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Main code and documents avoid the phrases of {@code phrases.txt}. */
class PlainLanguageTest {

    private final PhraseSearch search = new PhraseSearch(resource("phrases.txt"));

    @Test
    void mainCodeAndDocumentsUsePlainLanguage() {
        Map<String, Integer> allowed = allowedSoFar();
        List<String> tooMany = new ArrayList<>();
        hits().forEach((group, hits) -> {
            if (hits.size() > allowed.getOrDefault(group, 0)) {
                tooMany.addAll(hits);
            }
        });

        assertThat(tooMany).as("phrases that phrases.txt replaces").isEmpty();
    }

    @Test
    void searchIncludesCodeOfSeveralModulesAndAllDocuments() {
        assertThat(searched().map(RepositoryFiles::path))
                .contains("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
                .anyMatch(path -> path.startsWith("docs/decisions/"))
                .anyMatch(path -> path.startsWith("facade/src/main/"))
                .anyMatch(path -> path.startsWith("testkit/src/main/"));
    }

    private static Stream<Path> searched() {
        return Stream.concat(RepositoryFiles.mainFiles().stream(), RepositoryFiles.documents().stream())
                .filter(file -> RepositoryFiles.path(file).matches(".*\\.(java|mustache|md|ya?ml)"));
    }

    private Map<String, List<String>> hits() {
        Map<String, List<String>> hits = new TreeMap<>();
        searched().forEach(file -> {
            List<String> found = search.in(RepositoryFiles.read(file)).stream()
                    .map(hit -> RepositoryFiles.path(file) + ":" + hit)
                    .toList();
            hits.computeIfAbsent(group(file), group -> new ArrayList<>()).addAll(found);
        });
        return hits;
    }

    /** Returns the package of a Java file, or the folder of another one. */
    private static String group(Path file) {
        if (file.endsWith("module-info.java")) {
            return "module-info";
        }
        String folder = file.getParent() == null ? "." : RepositoryFiles.path(file.getParent());
        return folder.replaceFirst(".*/src/main/java/", "").replace('/', '.');
    }

    /** Returns how many phrases each package or folder still has. The list is to become empty. */
    private static Map<String, Integer> allowedSoFar() {
        return resource("allowed-so-far.txt").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[1], parts -> Integer.valueOf(parts[0])));
    }

    private static List<String> resource(String name) {
        try (InputStream in = PlainLanguageTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
