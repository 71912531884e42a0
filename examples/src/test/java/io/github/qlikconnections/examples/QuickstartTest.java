package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    @Test
    void runListsSourcesAndCreatesAndReadsAConnection() {
        String output = output();
        assertThat(output)
                .containsSubsequence(
                        "1. What can this tenant connect to?",
                        "File_AmazonS3ConnectorV2",
                        "2. What does File_AmazonS3ConnectorV2 require?",
                        "bucketName",
                        "3. A draft with three mistakes",
                        "3 errors",
                        "4. Corrected, it is created",
                        "Created \"Sales lake\"",
                        "5. Read back",
                        "bucketName           acme-sales");
    }

    @Test
    void outputFitsATerminalAndContainsNoSecret() {
        String output = output();
        assertThat(output).doesNotContain("quickstart-access-key", "quickstart-secret-key");
        assertThat(output.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    private static String output() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Quickstart.onFakeTenant(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
