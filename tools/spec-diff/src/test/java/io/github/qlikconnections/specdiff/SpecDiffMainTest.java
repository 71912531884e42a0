package io.github.qlikconnections.specdiff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecDiffMainTest {

    /** A service with a read operation and a write operation. */
    private static final String PARCELS = """
            openapi: 3.0.3
            info: { title: Parcels, version: v1 }
            paths:
              /parcels:
                get:
                  parameters:
                    - { name: limit, in: query, schema: { type: integer } }
                  responses:
                    "200": { description: all, content: { application/json: { schema: { $ref: "#/components/schemas/Parcel" } } } }
                    "404": { description: none }
                post:
                  requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Parcel" } } } }
                  responses:
                    "201": { description: sent }
              /parcels/{id}:
                delete:
                  parameters:
                    - { name: id, in: path, required: true, schema: { type: string } }
                  responses:
                    "204": { description: gone }
            components:
              schemas:
                Parcel:
                  type: object
                  required: [weight]
                  properties:
                    weight: { type: integer }
                    colour: { type: string }
                    size: { type: string, enum: [small, large] }
            """;

    @TempDir
    private Path directory;

    private Path upstream;

    private String printed = "";

    @BeforeEach
    void writeOurs() throws IOException {
        Files.createDirectory(directory.resolve("openapi"));
        Files.writeString(directory.resolve("openapi/parcels.yaml"), PARCELS);
        Files.writeString(directory.resolve("openapi/other.yaml"), PARCELS.replace("/parcels", "/other"));
        deliberate("parcels: []\n");
        upstream = directory.resolve("theirs.yaml");
    }

    @Test
    void identicalDocumentHasNoDifference() throws IOException {
        assertThat(compareWith(PARCELS)).isZero();
        assertThat(printed).contains("parcels:", "No difference that is not deliberate");
    }

    @Test
    void identicalDocumentInJsonHasNoDifference() throws IOException {
        upstream = directory.resolve("theirs.json");
        JsonNode tree = new YAMLMapper().readTree(PARCELS);
        assertThat(compareWith(new JsonMapper().writeValueAsString(tree))).isZero();
    }

    /** A replacement in the upstream document and the reported difference. */
    @ParameterizedTest(name = "{2} {3} {4} is {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            delete:                 | put:                              | upstream | operation  | PUT /parcels/{id}                      | additive
            delete:                 | put:                              | ours     | operation  | DELETE /parcels/{id}                   | breaks writers
            name: limit             | name: length                      | upstream | parameter  | GET /parcels query length              | additive
            name: limit             | name: length                      | ours     | parameter  | GET /parcels query limit               | breaks writers
            name: limit, in: query, | name: limit, in: query, required: true, | upstream | required | GET /parcels query limit            | breaks writers
            "404"                   | "410"                             | upstream | status     | GET /parcels 410                       | additive
            "201"                   | "202"                             | upstream | status     | POST /parcels 202                      | breaks readers
            colour:                 | color:                            | upstream | field      | GET /parcels 200 color                 | additive
            colour:                 | color:                            | ours     | field      | GET /parcels 200 colour                | breaks readers
            colour:                 | color:                            | upstream | field      | POST /parcels request color            | additive
            colour:                 | color:                            | ours     | field      | POST /parcels request colour           | breaks writers
            required: [weight]      | required: [weight, size]          | upstream | required   | POST /parcels request size             | breaks writers
            required: [weight]      | required: [weight, size]          | upstream | required   | GET /parcels 200 size                  | additive
            required: [weight]      | x-none: true                      | ours     | required   | GET /parcels 200 weight                | breaks readers
            [small, large]          | [small, large, huge]              | upstream | enum value | GET /parcels 200 size = huge           | breaks readers
            [small, large]          | [small, large, huge]              | upstream | enum value | POST /parcels request size = huge      | additive
            [small, large]          | [small]                           | ours     | enum value | POST /parcels request size = large     | breaks writers
            colour: { type: string  | colour: { enum: [red]             | upstream | enum value | POST /parcels request colour = red     | breaks writers
            colour: { type: string  | colour: { enum: [red]             | upstream | enum value | GET /parcels 200 colour = red          | additive
            , enum: [small, large]  | ``                                | ours     | enum value | GET /parcels 200 size = large          | breaks readers
            , enum: [small, large]  | ``                                | ours     | enum value | POST /parcels request size = large     | additive
            requestBody: { content: { | requestBody: { content: { text/csv: {}, | upstream | body | POST /parcels request text/csv       | additive
            requestBody: { content: { application/json | requestBody: { content: { text/csv | ours | body | POST /parcels request application/json | breaks writers
            "200": { description: all, content: { | "200": { content: { text/csv: {}, | upstream | body | GET /parcels 200 text/csv    | breaks readers
            weight: { type: integer | weight: { type: string            | both     | type       | GET /parcels 200 weight = integer here, string upstream | breaks readers
            """)
    void differenceIsMarkedWithItsCompatibilityEffect(
            String was, String is, String side, String what, String where, String effect) throws IOException {
        assertThat(compareWith(PARCELS.replace(was, is))).isEqualTo(1);
        assertThat(json().get("differences")).anySatisfy(difference -> {
            assertThat(difference.get("side").asText()).isEqualTo(side);
            assertThat(difference.get("what").asText()).isEqualTo(what);
            assertThat(difference.get("where").asText()).isEqualTo(where);
            assertThat(difference.get("effect").asText()).isEqualTo(effect);
        });
        assertThat(printed).contains(effect + " (");
        assertThat(Files.readString(directory.resolve("reports/spec-diff.md"))).contains("`" + where + "`");
    }

    @Test
    void deliberateDifferenceIsIgnored() throws IOException {
        deliberate("parcels: [ { side: upstream, what: field, where: '* size2', reason: meant } ]\n");
        assertThat(compareWith(PARCELS.replace("size:", "size2: { type: string }\n        size:")))
                .isZero();
        assertThat(printed).contains("2 deliberate");
    }

    @Test
    void obsoleteDeliberateDifferenceFails() throws IOException {
        deliberate("parcels: [ { side: upstream, what: field, where: '* size2', reason: meant } ]\n");
        assertThat(compareWith(PARCELS)).isEqualTo(1);
        assertThat(printed).contains("no longer applicable", "field of upstream: * size2");
    }

    @Test
    void deliberateDifferenceRequiresAReason() throws IOException {
        deliberate("parcels: [ { side: upstream, what: field, where: '* size2' } ]\n");
        assertThat(compareWith(PARCELS)).isEqualTo(2);
        assertThat(printed).contains("without side, what, where or reason");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            swagger: "2.0"                                   | is Swagger 2.0
            openapi: 4.0.0                                   | is OpenAPI 4.0.0. Only OpenAPI 3.0 to 3.2
            title: something else                            | is not an OpenAPI document
            [1, 2]                                           | is not an OpenAPI document
            openapi: 3.0.3                                   | describes no paths
            {"openapi": "3.0.3", "paths": {                  | is neither JSON nor YAML: syntax error at line
            {openapi: 3.1.0, paths: {/a: {$ref: "#/b"}}}     | has the reference #/b, which cannot be resolved
            {openapi: 3.1.0, paths: {/a: {get: {responses: {default: {$ref: "#/b"}}}}}} | has the reference #/b, which cannot be resolved
            {openapi: 3.1.0, paths: {}, components: {schemas: {enum: {$ref: "#/components/schemas/enum"}}}} | which leads back to itself
            {openapi: 3.1.0, paths: {/a: {$ref: "b.yaml"}}}  | has the reference b.yaml to another document. Bundle
            {openapi: 3.1.0, paths: {}, a: {$ref: "#/a"}}    | has the reference #/a, which leads back to itself
            {openapi: 3.1.0, paths: {/a: {$dynamicRef: "#b"}}} | has a $dynamicRef, which cannot be compared
            "openapi: [3.0.3                                 | is neither JSON nor YAML: syntax error at line
            """)
    void documentThatCannotBeComparedIsReportedInOneSentence(String text, String sentence) throws IOException {
        assertThat(compareWith(text)).isEqualTo(2);
        assertThat(printed).contains("theirs.yaml", sentence).hasLineCount(1);
    }

    @Test
    void referenceInASampleIsAValue() throws IOException {
        assertThat(compareWith(PARCELS.replace("colour: {", "colour: { example: { properties: { $ref: '#/none' } },")))
                .isZero();
    }

    @Test
    void emptyAndMissingFilesAreReportedInOneSentence() throws IOException {
        assertThat(compareWith("")).isEqualTo(2);
        assertThat(printed).contains("is not an OpenAPI document").hasLineCount(1);
        Files.delete(upstream);
        assertThat(run("")).isEqualTo(2);
        assertThat(printed).contains("There is no file").hasLineCount(1);
    }

    @Test
    void serviceIsDetectedByItsPathsOrGivenByName() throws IOException {
        assertThat(compareWith(PARCELS.replace("/parcels", "/other"))).isZero();
        assertThat(printed).startsWith("other:");
        assertThat(compareWith(PARCELS.replace("/parcels", "/elsewhere"))).isEqualTo(2);
        assertThat(printed).contains("-Dservice=", "other, parcels");
        assertThat(run("parcels")).isEqualTo(1);
        assertThat(run("letters")).isEqualTo(2);
        assertThat(printed).contains("There is no service letters");
    }

    @Test
    void documentOfSeveralServicesIsComparedByService() throws IOException {
        String other = PARCELS.substring(PARCELS.indexOf("  /parcels"), PARCELS.indexOf("components:"))
                .replace("/parcels", "/other");
        String combined = PARCELS.replace("components:", other + "  /others/{id}: {}\ncomponents:");

        assertThat(compareWith(combined)).isEqualTo(2);
        assertThat(printed).contains("describes several services", "-Dservice=", "other, parcels");
        assertThat(run("parcels")).isZero();
        assertThat(run("other")).isZero();
    }

    @Test
    void copyBesideTheOriginalIsReported() throws IOException {
        String copy = PARCELS.replace("components:", """
                  /api/post/parcels:
                    get:
                      x-qlik-replaces: [ { uniqueIdentifier: "GET:/parcels" } ]
                      responses: {}
                  /letters:
                    get: { responses: {} }
                components:""");

        assertThat(compareWith(copy)).isEqualTo(1);
        assertThat(printed).contains("GET /api/post/parcels", "replacement", "GET /letters");
        assertThat(run("parcels")).isEqualTo(1);
        assertThat(printed)
                .containsSubsequence("announces an end (1)", "GET /api/post/parcels", "replacement", "additive (1)")
                .doesNotContain("letters");
    }

    @Test
    void jsonAboveThreeMebibytesIsRead() throws IOException {
        upstream = directory.resolve("theirs.json");
        JsonNode tree = new YAMLMapper().readTree(PARCELS);
        ((ObjectNode) tree.get("info")).put("description", "x".repeat(4 * 1024 * 1024));

        assertThat(compareWith(tree.toString())).isZero();
    }

    @Test
    void deliberateDifferenceHasSeveralPlaces() throws IOException {
        deliberate(
                "parcels: [ { side: upstream, what: field, where: [ '* 200 size2', '* request size2' ], reason: meant } ]\n");
        String changed = PARCELS.replace("size:", "size2: { type: string }\n        size:");

        assertThat(compareWith(changed)).isZero();
        assertThat(compareWith(PARCELS)).isEqualTo(1);
        assertThat(printed).contains("field of upstream: * 200 size2", "field of upstream: * request size2");
    }

    @Test
    void deprecationIsReportedFirst() throws IOException {
        assertThat(compareWith(
                        PARCELS.replace("delete:", "put:").replace("post:", "post:\n      x-qlik-deprecated: true")))
                .isEqualTo(1);
        assertThat(printed).containsSubsequence("announces an end (1)", "POST /parcels", "breaks writers (1)");
    }

    @Test
    void folderResultsInOneReportByTask() throws IOException {
        upstream = Files.createDirectory(directory.resolve("downloads"));
        Files.writeString(upstream.resolve("a.yaml"), PARCELS);
        Files.writeString(
                upstream.resolve("b.json"),
                new YAMLMapper().readTree(PARCELS.replace("/parcels", "/other")).toString());
        Path subfolder = Files.createDirectory(upstream.resolve("more"));
        Files.writeString(subfolder.resolve("letters.yaml"), PARCELS.replace("/parcels", "/letters"));
        Files.writeString(upstream.resolve("notes.txt"), "no document");
        assertThat(run("")).isZero();
        assertThat(printed).startsWith("Nothing to do: ").contains("spec-watch.md");
        assertThat(Files.readString(directory.resolve("reports/spec-watch.md")))
                .contains("Not compared, because they describe none of our services: letters.");

        deliberate("other: [ { side: upstream, what: field, where: gone, reason: meant } ]\n");
        Files.writeString(
                upstream.resolve("a.yaml"),
                PARCELS.replace("post:", "post:\n      deprecated: true")
                        .replace("colour", "color")
                        .replace("\"404\"", "\"410\""));
        Files.writeString(upstream.resolve("c.yaml"), "openapi: 3.0.3");
        assertThat(run("")).isEqualTo(1);
        assertThat(Files.readString(directory.resolve("reports/spec-watch.md")))
                .containsSubsequence(
                        "A person has to act.",
                        "| parcels | a |",
                        "| other | b | ",
                        "## Correct the download",
                        "c.yaml is OpenAPI 3.0.3 and describes no paths",
                        "## Inform users",
                        "| parcels | announces an end | only upstream | deprecation | `POST /parcels` |",
                        "## Change the library",
                        "| parcels | breaks readers | only ours | field | `GET /parcels 200 colour` |",
                        "| parcels | breaks writers | only ours | field | `POST /parcels request colour` |",
                        "## Extend the document",
                        "| parcels | additive | only upstream | status | `GET /parcels 410` |",
                        "## Remove from deliberate-differences.yaml",
                        "- other: `field of upstream: gone`");
    }

    @Test
    void folderWithoutADocumentOfAServiceRequiresAPerson() throws IOException {
        upstream = Files.createDirectory(directory.resolve("downloads"));
        Files.writeString(upstream.resolve("a.yaml"), PARCELS);

        assertThat(run("")).isEqualTo(1);
        assertThat(Files.readString(directory.resolve("reports/spec-watch.md")))
                .contains("No file describes other. Download it.");
    }

    @Test
    void namesOfPathParametersDoNotMatter() throws IOException {
        assertThat(compareWith(PARCELS.replace("{id}", "{parcel}").replace("name: id", "name: parcel")))
                .isZero();
    }

    private void deliberate(String text) throws IOException {
        Files.writeString(directory.resolve("openapi").resolve(DeliberateDifferences.FILE), text);
    }

    private int compareWith(String text) throws IOException {
        Files.writeString(upstream, text);
        return run("");
    }

    private int run(String service) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] arguments = {
            "--documents=" + directory.resolve("openapi"),
            "--reports=" + directory.resolve("reports"),
            "--upstream=" + upstream,
            "--service=" + service
        };
        int status = SpecDiffMain.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        printed = bytes.toString(StandardCharsets.UTF_8);
        return status;
    }

    private JsonNode json() throws IOException {
        return new JsonMapper()
                .readTree(directory.resolve("reports/spec-diff.json").toFile());
    }
}
