package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.validation.SpecFixtures;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecCatalogContentTest {

    @TempDir
    Path folder;

    private final ConnectionSpec spec = SpecFixtures.properties("\"p\": {}");
    private final QlikException failure = new QlikException("not found");

    @Test
    void catalogIsNotChangedByItsArguments() {
        List<ConnectionSpec> specs = new ArrayList<>(List.of(spec));
        Map<String, QlikException> failures = new HashMap<>(Map.of("mssql", failure));
        SpecCatalog catalog = SpecCatalog.of(specs, failures);

        specs.clear();
        failures.clear();

        assertThat(catalog.specs()).containsExactly(spec).isUnmodifiable();
        assertThat(catalog.failures()).isEqualTo(Map.of("mssql", failure)).isUnmodifiable();
    }

    @Test
    void mapContainsTheSpecificationsAndTheFailures() {
        assertThat(SpecCatalog.of(List.of(spec), Map.of("mssql", failure)).toMap())
                .isEqualTo(Map.of("specs", List.of(spec.toMap()), "failures", Map.of("mssql", failure.toMap())));
    }

    @Test
    void textContainsTheNumberOfSpecificationsAndTheFailedIds() {
        assertThat(SpecCatalog.of(List.of(spec), Map.of("mssql", failure)))
                .hasToString("SpecCatalog[1 specifications, failed [mssql]]");
    }

    @Test
    void catalogsAreComparedByTheirContent() {
        SpecCatalog catalog = SpecCatalog.of(List.of(spec), Map.of("mssql", failure));

        assertThat(catalog)
                .isEqualTo(SpecCatalog.of(List.of(spec), Map.of("mssql", failure)))
                .hasSameHashCodeAs(SpecCatalog.of(List.of(spec), Map.of("mssql", failure)))
                .isNotEqualTo(SpecCatalog.of(List.of(), Map.of("mssql", failure)))
                .doesNotHaveSameHashCodeAs(SpecCatalog.of(List.of(), Map.of("mssql", failure)))
                .isNotEqualTo(SpecCatalog.of(List.of(spec), Map.of()))
                .isNotEqualTo("catalog");
    }

    @Test
    void eachSpecificationIsSavedInAFileOfItsOwn() {
        Path directory = folder.resolve("new/folder");
        ConnectionSpec odd = ConnectionSpec.parse("odd/id", "{\"connectionProperties\": {\"properties\": {}}}");

        SpecCatalog.of(List.of(spec, odd), Map.of()).save(directory);

        assertThat(ConnectionSpec.load(directory.resolve("rest.json")).fingerprint())
                .isEqualTo(spec.fingerprint());
        assertThat(ConnectionSpec.load(directory.resolve("odd%2Fid.json")).dataSourceId())
                .isEqualTo("odd/id");
    }

    @Test
    void directoryThatCannotBeCreatedIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SpecCatalog.of(List.of(), Map.of()).save(file.resolve("below")))
                .withMessageContaining("below");
    }
}
