package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleRunnerTest {

    private static final Map<String, String[]> OUTPUT = Map.ofEntries(
            output("overview", "PROPERTY", "valid", "CREATED", "false", "true", "User "),
            output("create", "[Sales lake, ", "DG_mssql]", "snowflake]", "[Orders API, ", "[Invoices, "),
            output("validate", "3 errors", "Rename hots to host.", "Did you mean host?"),
            output("ensure", "CREATE \"Orders\"", "CREATED", "UNCHANGED \"Orders\""),
            output("update", "/qName: Orders -> Orders archive", "/connectionProperties/password (value not shown)"),
            output("rotate", "2 of 2", "[2 rotated, 0 failed", "[0 rotated, 2 failed", "[2 rotated, 0 failed"),
            output("manage", "Orders  ", "[1 ok, 0 failed]", "[1 ok, 0 failed]", "to delete: Orders"),
            output("copy", "CREATED DataConnection[Orders, "),
            output("credentials", "DataCredential[orders-reader, ", "deleting orders-reader"),
            output("oauth", "accounts.example.com", "DataConnection[Clicks, "),
            output("errors", "3 errors", "The space has a connection of this name: ", "DataConnection[Orders, "),
            output("service", "[1 created", "1 not started]", "DataConnection[Invoices, ", "DataConnection[Returns, "),
            output("health", "UP as User "),
            output("models", "[qID, qName, datasourceID"),
            output("events", "GET /api/v1/users/"),
            output("audit", "Orders", "mssql", "1 not approved"));

    @ParameterizedTest
    @MethodSource("names")
    void exampleRunsAndItsOutputContainsNoSecret(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ExampleRunner.run(ExampleRunner.all().get(name), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .containsSubsequence(OUTPUT.get(name))
                .doesNotContain("example-password", "new-password");
    }

    @Test
    void listOfExamplesNamesEachWithItsCommand() throws IOException {
        String list = Files.readString(Path.of("README.md"));

        assertThat(ExampleRunner.all().keySet())
                .allSatisfy(name -> assertThat(list).contains("| `mvn -q -Pquickstart -Dexample=" + name + "` |"));
    }

    static Iterable<String> names() {
        return ExampleRunner.all().keySet();
    }

    private static Map.Entry<String, String[]> output(String name, String... parts) {
        return Map.entry(name, parts);
    }
}
