package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.internal.configuration.Setting;
import io.github.qlikconnections.internal.configuration.Settings;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the table of {@code docs/reference/settings.md} with the builder. */
class SettingsReferenceTest {

    private static final Pattern METHOD = Pattern.compile("`(\\w+)\\(");

    private final List<Row> rows = RepositoryFiles.read(Path.of("docs/reference/settings.md"))
            .lines()
            .filter(line -> line.startsWith("|") && line.contains("`"))
            .map(line -> line.split("\\|"))
            .map(cells -> new Row(cells[2].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip()))
            .toList();

    private record Row(String setter, String systemProperty, String variable, String defaultValue) {}

    @Test
    void eachMethodOfTheBuilderIsInTheTable() {
        Set<String> methods = Stream.of(QlikClientBuilder.class.getMethods())
                .filter(method -> method.getReturnType() == QlikClientBuilder.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.equals("fromEnvironment"))
                .collect(Collectors.toSet());

        assertThat(rows.stream()
                        .flatMap(row -> METHOD.matcher(row.setter()).results())
                        .map(method -> method.group(1))
                        .collect(Collectors.toSet()))
                .isEqualTo(methods);
    }

    @Test
    void eachSettingHasOneRowWithItsSystemPropertyItsVariableAndItsDefault() {
        List<Setting<?>> settings = Settings.all();

        assertThat(rows.stream().filter(row -> row.variable().startsWith("`QLIK_")))
                .hasSameSizeAs(settings);
        for (Setting<?> setting : settings) {
            assertThat(rows)
                    .filteredOn(row -> row.variable().equals("`" + setting.environmentVariable() + "`"))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.systemProperty()).isEqualTo("`" + setting.systemProperty() + "`");
                        setting.defaultText()
                                .ifPresent(
                                        text -> assertThat(row.defaultValue()).isEqualTo("`" + text + "`"));
                    });
        }
    }
}
