package io.github.qlikconnections.repository;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UniqueTypeNamesTest {

    @Test
    void topLevelTypesOfMainCodeHaveUniqueSimpleNames() {
        Map<String, List<String>> byName = RepositoryFiles.mainFiles().stream()
                .filter(file -> isTypeFile(name(file)))
                .collect(groupingBy(UniqueTypeNamesTest::name, TreeMap::new, mapping(RepositoryFiles::path, toList())));

        assertThat(byName).hasSizeGreaterThan(100);
        byName.values().removeIf(files -> files.size() == 1);
        assertThat(byName).as("simple names of several types").isEmpty();
    }

    private static boolean isTypeFile(String name) {
        return name.endsWith(".java") && !name.equals("package-info.java") && !name.equals("module-info.java");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
