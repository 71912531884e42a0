package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks up the messages that tables of the guides quote in the sources. */
class QuotedMessagesTest {

    private static final List<String> GUIDES = List.of("troubleshooting", "proxies-and-tls", "retries-and-limits");
    private static final Pattern QUOTED_IN_FIRST_CELL = Pattern.compile("(?m)^\\|[^|\"]*\"([^|\"]+)\"[^|]*\\|");

    @Test
    void everyQuotedMessageIsInTheSources() {
        String sources = RepositoryFiles.mainFiles().stream()
                .filter(file -> RepositoryFiles.path(file).matches("facade/.*\\.java"))
                .map(RepositoryFiles::read)
                .collect(Collectors.joining())
                .replaceAll("\"\\s*\\+\\s*\"", "");
        List<String> quoted = GUIDES.stream()
                .map(guide -> RepositoryFiles.read(Path.of("docs/guides/" + guide + ".md")))
                .flatMap(text -> QUOTED_IN_FIRST_CELL.matcher(text).results())
                .flatMap(match -> Stream.of(match.group(1).split("…", -1)))
                .map(String::strip)
                .toList();

        assertThat(quoted).hasSizeGreaterThan(10);
        assertThat(sources).contains(quoted);
    }
}
