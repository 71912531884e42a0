package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.validation.ViolationCode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Generates the table of {@code docs/reference/validation-codes.md} from {@link ViolationCode} and its Javadoc. */
class ValidationCodesReferenceTest {

    private static final Path SOURCE =
            Path.of("facade/src/main/java/io/github/qlikconnections/validation/ViolationCode.java");
    private static final Pattern CONSTANT = Pattern.compile("/\\*\\* (.+?) \\*/\\s+([A-Z_]+)\\(Severity\\.");

    @Test
    void tableHasEachCodeWithItsSeverityAndItsMeaning() {
        StringBuilder table = new StringBuilder("| code | severity | meaning |\n|---|---|---|\n");
        Matcher constants = CONSTANT.matcher(RepositoryFiles.read(SOURCE));
        int count = 0;
        while (constants.find()) {
            ViolationCode code = ViolationCode.valueOf(constants.group(2));
            String meaning = constants.group(1).replaceAll("\\{@code ([^}]*)}", "`$1`");
            table.append("| `%s` | %s | %s |\n"
                    .formatted(code, code.defaultSeverity().name().toLowerCase(Locale.ROOT), meaning));
            count++;
        }

        assertThat(count).as("codes with a Javadoc of one line").isEqualTo(ViolationCode.values().length);
        GeneratedFile.assertTableIsCurrent("docs/reference/validation-codes.md", table.toString());
    }
}
