package io.github.qlikconnections.specdiff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares two documents of one service: one in the style of ours and one in the shapes of the vendor. */
class VendorShapesTest {

    private static final Path SHAPES = Path.of("src", "test", "resources", "shapes");
    private static final Path UPSTREAM = SHAPES.resolve("upstream.yaml");

    @TempDir
    private Path directory;

    @Test
    void sameServiceInOtherShapesHasNoDifference() throws Exception {
        assertThat(compare(Files.readString(UPSTREAM))).isEmpty();
    }

    /** The table has a text of the upstream document, its replacement, and all differences that must be reported. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "/shapes/mutations.csv", delimiter = '|', quoteCharacter = '`')
    void mutationIsReportedAndNothingElse(String was, String is, String expected) throws Exception {
        assertThat(compare(replaceFirst(was, is)))
                .containsExactlyInAnyOrder(
                        Stream.of(expected.split(" && ")).map(String::strip).toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            openapi: 3.0.0                                     | openapi: 3.1.0
            openapi: 3.0.0                                     | openapi: 3.2.0
            note: { type: string, nullable: true }             | note: { type: [string, "null"] }
            note: { type: string, nullable: true }             | note: { oneOf: [ { type: string }, { type: "null" } ] }
            reply: { $ref: "#/components/schemas/Letter" }     | reply: { description: text, allOf: [ { $ref: "#/components/schemas/Letter" } ] }
            picture: { type: string, format: byte }            | picture: { type: string, contentEncoding: base64 }
            minimum: 1, maximum: 100                           | maximum: 100, minimum: 1, exclusiveMinimum: false
            required: false, schema: { type: string } }        | content: { text/plain: { schema: { type: string } } } }
            schema: { type: array, items: { type: string } }   | schema: { type: [array], items: { type: string } }
            value: { oneOf: [                                  | value: { anyOf: [
            x-qlik-tier: { tier: "1", limit: 1000 }            | x-qlik-tier: { limit: 1000, tier: 1 }
            user: { type: string }                             | user: { required: true, allOf: [ { type: string, required: true } ] }
            text: { type: string }                             | text: { type: string, description: "", example: x, minLength: 0 }
            """)
    void equivalentSpellingIsNoDifference(String was, String is) throws Exception {
        assertThat(compare(replaceFirst(was, is))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/connectivity/letters", "/api/letters", "/v1/letters", "/letters"})
    void copyUnderAnotherBasePathIsComparedByContent(String path) throws Exception {
        String copy = Files.readString(UPSTREAM).replace("/api/v1/letters", path);

        assertThat(compare(copy)).isEmpty();
        assertThat(compare(copy.replace("user: { type: string }", "owner: { type: string }")))
                .containsExactlyInAnyOrder(
                        "ours field GET /api/v1/letters/{id} 200 user",
                        "upstream field GET /api/v1/letters/{id} 200 owner");
    }

    @Test
    void pathsRelativeToAServerAreComparedByContent() throws Exception {
        String relative = Files.readString(UPSTREAM)
                .replace("https://{tenant}.example.com", "https://{tenant}.example.com/api/v1")
                .replace("  /api/v1/letters", "  /letters");

        assertThat(compare(relative)).isEmpty();
    }

    private static String replaceFirst(String was, String is) throws IOException {
        String text = Files.readString(UPSTREAM);
        assertThat(text).contains(was);
        int at = text.indexOf(was);
        return text.substring(0, at) + is + text.substring(at + was.length());
    }

    private List<String> compare(String upstream) throws Exception {
        Path file = directory.resolve("upstream.json");
        // The vendor publishes JSON.
        Files.writeString(file, new YAMLMapper().readTree(upstream).toString());
        SpecDocument ours = LocalDocuments.in(SHAPES.resolve("openapi")).named("letters");
        return DocumentComparison.of(ours, SpecDocument.read(file), false).stream()
                .map(difference -> String.join(
                        " ", difference.side().word(), difference.kind().word(), difference.where()))
                .toList();
    }
}
