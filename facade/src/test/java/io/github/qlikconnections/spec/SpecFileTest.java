package io.github.qlikconnections.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.validation.SpecFixtures;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecFileTest {

    @TempDir
    Path folder;

    @Test
    void writtenFileIsReadBack() throws Exception {
        ConnectionSpec spec = SpecFixtures.spec(
                "{\"properties\": {\"b\": {\"type\": \"integer\", \"enum\": [1, 2.50, null, true]}, \"a\": {\"description\": \"ü\"}}}");
        Path file = folder.resolve("rest.json");

        spec.save(file);
        spec.save(file);
        ConnectionSpec loaded = ConnectionSpec.load(file);

        assertThat(loaded.dataSourceId()).isEqualTo("rest");
        assertThat(loaded.connectorProvider()).isEqualTo("Some.exe");
        assertThat(loaded.connectorVersion()).isEqualTo("1.0");
        assertThat(loaded.fingerprint()).isEqualTo(spec.fingerprint());
        assertThat(loaded.describe()).isEqualTo(spec.describe());
        assertThat(loaded.diff(spec).isEmpty()).isTrue();
        assertThat(Files.readString(file))
                .startsWith(
                        "{\n  \"dataSourceId\" : \"rest\",\n  \"apiSpecs\" : {\n    \"connectorProvider\" : \"Some.exe\",")
                .endsWith("}\n");
    }

    @Test
    void unusableSchemaIsKept() {
        Path file = folder.resolve("odd.json");
        SpecFixtures.spec("\"no schema\"").save(file);

        assertThat(ConnectionSpec.load(file).unusableReason())
                .isEqualTo(SpecFixtures.spec("\"no schema\"").unusableReason());
    }

    @Test
    void specificationOfANonJsonResponseCannotBeWritten() {
        assertThatThrownBy(() -> ConnectionSpec.parse("rest", "<html>").save(folder.resolve("x.json")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rest");
        assertThat(folder.resolve("x.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"dataSourceId\": \"x\"}",
                "{\"dataSourceId\": 7, \"apiSpecs\": {}}",
                "{\"dataSourceId\": \"x\", \"apiSpecs\": []}"
            })
    void otherFileIsRejected(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), content);

        assertThatThrownBy(() -> ConnectionSpec.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other.json is not a saved specification: it has no dataSourceId or no apiSpecs");
    }

    @Test
    void syntaxErrorIsReportedWithItsPosition() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\n  \"a\": x}");

        assertThatThrownBy(() -> ConnectionSpec.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining("line 2, column 8");
    }

    @Test
    void responseIsReadWithTheIdOfItsDataSource() throws Exception {
        String response = "{\"connectionProperties\": {\"properties\": {\"a\": {}}}}";
        Path file = Files.writeString(folder.resolve("response.json"), response);

        assertThat(ConnectionSpec.load("rest", file).fingerprint())
                .isEqualTo(ConnectionSpec.parse("rest", response).fingerprint());
        assertThat(ConnectionSpec.load("rest", file).dataSourceId()).isEqualTo("rest");
        assertThatThrownBy(() -> ConnectionSpec.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Use ConnectionSpec.load(id, file)");
    }

    @Test
    void savedFileIsReadOnlyWithItsOwnId() {
        Path file = folder.resolve("rest.json");
        SpecFixtures.properties("\"a\": {}").save(file);

        assertThat(ConnectionSpec.load("rest", file).property("a")).isPresent();
        assertThatThrownBy(() -> ConnectionSpec.load("mssql", file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has the specification of the data source rest, not of mssql");
    }

    @Test
    void inaccessibleFileIsNamed() {
        assertThatThrownBy(() -> ConnectionSpec.load(folder.resolve("missing.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing.json");
        assertThatThrownBy(() -> SpecFixtures.properties("\"p\": {}").save(folder.resolve("no/such/folder.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("folder.json");
    }
}
