package io.github.qlikconnections.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.spec.PropertyType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileValidationTest {

    private static final ConnectionSpec SPEC = SpecFixtures.properties("""
            "serviceAccountKeyFile": {"type": "array", "items": {"type": "object", "required": ["name", "value"]}}""");

    private static ValidationReport of(String file) {
        return SPEC.validate(SpecFixtures.draft("{\"serviceAccountKeyFile\": " + file + "}"));
    }

    @Test
    void fileOfTheBuilderIsAccepted() {
        ConnectionDraft draft = ConnectionDraft.builder(SpecFixtures.SOURCE, "x")
                .file("serviceAccountKeyFile", "a.json", "{}".getBytes(StandardCharsets.UTF_8))
                .file("serviceAccountKeyFile", "b.json", new byte[] {(byte) 0xfb, (byte) 0xff, 1, 2})
                .build();

        assertThat(SPEC.validate(draft).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUJD", "QUI=", "QQ==", "+/+/", "AZaz", "0909"})
    void base64IsAccepted(String content) {
        assertThat(of("[{\"name\": \"k\", \"value\": \"" + content + "\"}]").violations())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "QUJ|is not in base64 (3 characters)",
                "QU J|is not in base64 (4 characters)",
                "Q===|is not in base64 (4 characters)",
                "-_-_|is not in base64 (4 characters)",
                "@AAA|is not in base64 (4 characters)",
                "AA:A|is not in base64 (4 characters)",
                "AAA[|is not in base64 (4 characters)",
                "AA`A|is not in base64 (4 characters)",
                "AAA{|is not in base64 (4 characters)",
                "{\\\"private_key\\\": \\\"hush\\\"}|is not in base64 (23 characters)",
                "\\nQUJ|contains line breaks (4 characters)",
                "QUJD\\nQUJD|contains line breaks (9 characters)",
                "-----BEGIN KEY-----\\nhush|is not in base64 (24 characters)",
                "|is an empty file (0 bytes)"
            })
    void invalidBase64IsReportedByItsSizeOnly(String content, String problem) {
        ValidationReport report = of("[{\"name\": \"k\", \"value\": \"" + (content == null ? "" : content) + "\"}]");

        assertThat(report.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo(ViolationCode.FILE_CONTENT);
            assertThat(violation.path()).isEqualTo("serviceAccountKeyFile[0].value");
            assertThat(violation.problem()).isEqualTo(problem);
            assertThat(violation.advice())
                    .hasValueSatisfying(advice -> assertThat(advice).contains("file(..)"));
        });
        assertThat(report.render()).doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"QUJD\"|serviceAccountKeyFile|is not a list of files",
                "{\"name\": \"k\"}|serviceAccountKeyFile|is not a list of files",
                "[\"QUJD\"]|serviceAccountKeyFile[0]|is not an object with name and value",
                "[{\"value\": \"QUJD\"}]|serviceAccountKeyFile[0].name|is missing or blank",
                "[{\"name\": \" \", \"value\": \"QUJD\"}]|serviceAccountKeyFile[0].name|is missing or blank",
                "[{\"name\": \"k\"}]|serviceAccountKeyFile[0].value|is missing or not a string",
                "[{\"name\": \"k\", \"value\": 7}]|serviceAccountKeyFile[0].value|is missing or not a string"
            })
    void malformedFileIsReportedOnce(String file, String path, String problem) {
        assertThat(of(file).violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo(ViolationCode.FILE_FORM);
            assertThat(violation.path()).isEqualTo(path);
            assertThat(violation.problem()).isEqualTo(problem);
            assertThat(violation.expected()).contains("a list of objects with name and value, the value in base64");
        });
    }

    @Test
    void everyFileIsValidated() {
        assertThat(SpecFixtures.codes(
                        of("[{\"name\": \"k\", \"value\": \"QUJD\"}, {\"name\": \"l\", \"value\": \"x\"}]")))
                .containsExactly("FILE_CONTENT serviceAccountKeyFile[1].value");
    }

    @Test
    void placeholderIsDistinguishedFromContent() {
        assertThat(SpecFixtures.codes(of("[{\"name\": \"k\", \"value\": \"<KEY_FILE>\"}]")))
                .containsExactly("PLACEHOLDER serviceAccountKeyFile[0].value");
        assertThat(SpecFixtures.codes(of("\"<KEY_FILE>\""))).containsExactly("PLACEHOLDER serviceAccountKeyFile");
        assertThat(SpecFixtures.codes(of("[{\"name\": \"<NAME>\", \"value\": \"QUJD\"}]")))
                .containsExactly("PLACEHOLDER serviceAccountKeyFile[0].name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"trustedCerts\": {\"type\": \"array\"}",
                "\"PRIV_KEY_FILE\": {}",
                "\"blob\": {\"type\": \"array\", \"format\": \"file\"}",
                "\"blob\": {\"type\": \"array\", \"items\": {\"properties\": {\"name\": {}, \"value\": {\"contentEncoding\": \"base64\"}}}}",
                "\"blob\": {\"type\": \"array\", \"items\": {\"properties\": {\"name\": {}, \"value\": {\"format\": \"byte\"}}}}"
            })
    void filePropertyIsDetectedByNameOrSchema(String property) {
        assertThat(SpecFixtures.properties(property).properties().get(0).type()).isEqualTo(PropertyType.FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"privateKey\": {\"type\": \"string\"}",
                "\"queryHeaders\": {\"type\": \"array\", \"items\": {\"properties\": {\"name\": {}, \"value\": {\"type\": \"string\"}}}}",
                "\"blob\": {\"type\": \"array\", \"items\": {\"properties\": {\"value\": {\"format\": \"byte\"}}}}",
                "\"blob\": {\"type\": \"array\"}"
            })
    void otherPropertyIsNotAFile(String property) {
        assertThat(SpecFixtures.properties(property).properties().get(0).type()).isNotEqualTo(PropertyType.FILE);
    }
}
