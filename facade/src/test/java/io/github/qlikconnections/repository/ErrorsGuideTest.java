package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the table of {@code docs/guides/errors.md} with the exceptions of the public packages. */
class ErrorsGuideTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+Exception)` \\|");

    @Test
    void eachExceptionHasARow() {
        Set<String> exceptions = RepositoryFiles.mainFiles().stream()
                .map(RepositoryFiles::path)
                .filter(path -> path.matches("facade/src/main/java/(?!.*/internal/).*Exception\\.java"))
                .map(path -> Path.of(path).getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());

        String page = RepositoryFiles.read(Path.of("docs/guides/errors.md"));
        String table = page.substring(0, page.indexOf("## Examples"));
        assertThat(ROW.matcher(table).results().map(MatchResult::group).map(row -> row.replaceAll("\\W", "")))
                .containsExactlyInAnyOrderElementsOf(exceptions);
    }
}
