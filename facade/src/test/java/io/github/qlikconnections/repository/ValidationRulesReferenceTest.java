package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.Severity;
import io.github.qlikconnections.validation.Violation;
import io.github.qlikconnections.validation.ViolationCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares {@code docs/reference/validation-rules.md} with the codes and with reports. */
class ValidationRulesReferenceTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern PLACEHOLDER_ROW = Pattern.compile("(?m)^\\| (.*`.*) \\| (error|warning|nothing) \\|$");
    private static final Pattern CHECKED_FORMATS = Pattern.compile("(?s)\\R\\R((?:`[a-z0-9-]+`[^`]*?)+)are checked\\.");

    private final String page = RepositoryFiles.read(Path.of("docs/reference/validation-rules.md"));

    @Test
    void tableOfSourcesHasEachCode() {
        assertThat(code(page.substring(0, page.indexOf("## Placeholders")))
                        .filter(text -> text.matches("[A-Z_]+"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        Stream.of(ViolationCode.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void examplesOfPlaceholdersAreReportedAsStated() {
        List<MatchResult> rows = PLACEHOLDER_ROW.matcher(page).results().toList();

        assertThat(rows).hasSize(5);
        for (MatchResult row : rows) {
            assertThat(code(row.group(1)))
                    .allSatisfy(value -> assertThat(placeholder("{'type': 'string'}", value))
                            .as(value)
                            .isEqualTo(row.group(2)));
        }
    }

    @Test
    void eachListedFormatIsChecked() {
        MatchResult list = CHECKED_FORMATS.matcher(page).results().findFirst().orElseThrow();

        assertThat(code(list.group(1)).toList())
                .hasSize(11)
                .allSatisfy(format -> assertThat(violations("{'type': 'string', 'format': '" + format + "'}", "([ x"))
                        .extracting(Violation::code)
                        .contains(ViolationCode.FORMAT));
    }

    private static Stream<String> code(String text) {
        return CODE.matcher(text).results().map(match -> match.group(1));
    }

    private static String placeholder(String schema, String value) {
        return violations(schema, value).stream()
                .filter(violation -> violation.code().name().endsWith("PLACEHOLDER"))
                .map(Violation::severity)
                .map(Severity::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("nothing");
    }

    private static List<Violation> violations(String schema, String value) {
        ConnectionSpec spec = ConnectionSpec.parse("rest", """
                {"connectionProperties": {"type": "object", "properties": {"value": %s}}}""".formatted(schema.replace('\'', '"')));
        return spec.validate(ConnectionDraft.builder("rest", "Orders")
                        .set("value", value)
                        .build())
                .violations();
    }
}
