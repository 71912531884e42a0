package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.spec.ConnectionSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateOfflineTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeEach
    void saveTheSpecification() {
        ConnectionSpec.parse("rest", """
                {"connectionProperties": {"type": "object", "required": ["url"], "properties": {
                  "url": {"type": "string"}, "password": {"type": "string"}}}}""").save(folder.resolve("rest.json"));
    }

    @Test
    void validDraftPassesWithAWarningForItsPlaceholder() throws IOException {
        String body = body("good.json", "{\"url\": \"https://weather.example\", \"password\": \"<PASSWORD>\"}");

        assertThat(validate("rest.json", body)).isZero();
        assertThat(text()).contains("valid", "WARNING", "is still a placeholder");
    }

    @Test
    void oneInvalidDraftFailsTheRunAndAllReportsArePrinted() throws IOException {
        String bad = body("bad.json", "{\"uri\": \"https://weather.example\"}");
        String good = body("good.json", "{\"url\": \"https://weather.example\"}");

        assertThat(validate("rest.json", bad, good)).isEqualTo(1);
        assertThat(text()).contains("Did you mean url?", "url  is required", "valid");
    }

    @Test
    void unreadableFileIsNamed() {
        assertThat(validate("none.json", "good.json")).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("none.json");
        assertThat(validate("rest.json")).isEqualTo(2);
    }

    private String body(String name, String properties) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "{\"dataSourceId\": \"rest\", \"qName\": \"Weather\", \"connectionProperties\": " + properties + "}");
        return name;
    }

    private int validate(String... files) {
        String[] paths = new String[files.length];
        for (int i = 0; i < files.length; i++) {
            paths[i] = folder.resolve(files[i]).toString();
        }
        return ValidateOffline.validate(
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                paths);
    }

    private String text() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
