package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Main code and documents avoid the phrases of {@code phrases.txt}. */
class PlainLanguageTest {

    private final PhraseSearch search = new PhraseSearch(resource("phrases.txt"));

    @Test
    void mainCodeAndDocumentsUsePlainLanguage() {
        assertThat(hits()).as("phrases that phrases.txt replaces").isEmpty();
    }

    @Test
    void searchIncludesCodeOfSeveralModulesAndAllDocuments() {
        assertThat(searched().map(RepositoryFiles::path))
                .contains("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
                .contains("openapi/data-connections.yaml", "generated-client/templates/api.mustache")
                .anyMatch(path -> path.startsWith("docs/decisions/"))
                .anyMatch(path -> path.startsWith("facade/src/main/"))
                .anyMatch(path -> path.startsWith("testkit/src/main/"));
    }

    private static Stream<Path> searched() {
        return Stream.concat(RepositoryFiles.mainFiles().stream(), RepositoryFiles.documents().stream())
                .filter(file -> RepositoryFiles.path(file).matches(".*\\.(java|mustache|md|ya?ml)"));
    }

    private List<String> hits() {
        return searched()
                .flatMap(file -> search.in(RepositoryFiles.read(file)).stream()
                        .map(hit -> RepositoryFiles.path(file) + ":" + hit))
                .toList();
    }

    private static List<String> resource(String name) {
        try (InputStream in = PlainLanguageTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
