package io.github.qlikconnections.repository;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UniqueTypeNamesTest {

    private static final Pattern COMMENTS_AND_STRINGS =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"");

    private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");

    private record Declaration(String name, String path) {}

    /** Nested types are included. Only the builders of different types share a name. */
    @Test
    void typesOfMainCodeHaveUniqueSimpleNames() {
        Map<String, List<String>> byName = RepositoryFiles.mainFiles().stream()
                .filter(file -> RepositoryFiles.path(file).endsWith(".java"))
                .flatMap(UniqueTypeNamesTest::declarations)
                .filter(type -> !type.name().equals("Builder"))
                .collect(groupingBy(Declaration::name, TreeMap::new, mapping(Declaration::path, toList())));

        assertThat(byName).hasSizeGreaterThan(400).containsKeys("DataConnection", "RoutedCall");
        byName.values().removeIf(files -> files.size() == 1);
        assertThat(byName).as("simple names of several types").isEmpty();
    }

    private static Stream<Declaration> declarations(Path file) {
        String code = COMMENTS_AND_STRINGS.matcher(RepositoryFiles.read(file)).replaceAll("");
        return DECLARATION
                .matcher(code)
                .results()
                .map(type -> new Declaration(type.group(1), RepositoryFiles.path(file)));
    }
}
