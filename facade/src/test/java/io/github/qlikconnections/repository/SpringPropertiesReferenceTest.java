package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Generates the table of {@code docs/reference/spring-properties.md} from the Javadoc of the settings. */
class SpringPropertiesReferenceTest {

    private static final Path SOURCE = Path.of("extensions/spring-boot-starter/src/main/java/io/github/qlikconnections"
            + "/spring/QlikConnectionsProperties.java");
    private static final Pattern RECORD =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/[^/{]*?public record (\\w+)\\(([^{]*)\\{", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) ((?:(?!@param).)*)", Pattern.DOTALL);
    private static final Pattern COMPONENT = Pattern.compile("(\\w+) (\\w+)[,)]");

    private final Map<String, MatchResult> records = RECORD.matcher(RepositoryFiles.read(SOURCE))
            .results()
            .collect(Collectors.toMap(result -> result.group(2), result -> result));

    @Test
    void tableHasEachPropertyWithItsMeaning() {
        String rows = rows("qlik.connections.", records.get("QlikConnectionsProperties"));

        assertThat(rows.lines())
                .hasSizeGreaterThan(25)
                .allSatisfy(row -> assertThat(row).endsWith(". |"));
        GeneratedFile.assertTableIsCurrent(
                "docs/reference/spring-properties.md", "| property | meaning |\n|---|---|\n" + rows);
    }

    private String rows(String prefix, MatchResult record) {
        Map<String, String> types = COMPONENT
                .matcher(record.group(3))
                .results()
                .collect(Collectors.toMap(component -> component.group(2), component -> component.group(1)));
        return PARAMETER
                .matcher(record.group(1))
                .results()
                .map(parameter -> {
                    String name = prefix + kebab(parameter.group(1));
                    MatchResult group = records.get(types.get(parameter.group(1)));
                    return group == null ? row(name, parameter.group(2)) : rows(name + ".", group);
                })
                .collect(Collectors.joining());
    }

    private static String row(String name, String meaning) {
        return "| `%s` | %s |\n"
                .formatted(
                        name,
                        meaning.replaceAll("\\s*\\n \\*\\s*|\\s+\\*\\s+|\\s+", " ")
                                .strip());
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
