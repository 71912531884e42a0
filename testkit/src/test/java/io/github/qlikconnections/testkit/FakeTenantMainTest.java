package io.github.qlikconnections.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeTenantMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(InputStream in, String... args) {
        return FakeTenantMain.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                in);
    }

    @Test
    void mainPrintsOneLineAndEndsWhenItsInputCloses() {
        int status = run(new ByteArrayInputStream("hello\n".getBytes(StandardCharsets.UTF_8)), "--api-key=abc");

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches("FakeTenant ready: http://127\\.0\\.0\\.1:\\d+  api key: abc\\R");
        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=70000", "--port=http", "--port=-1", "--port=", "--colour=red"})
    void invalidArgumentIsReportedInOneLine(String argument) {
        assertThat(run(InputStream.nullInputStream(), argument)).isEqualTo(1);

        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("FakeTenant: ")
                .hasLineCount(1);
    }

    @Test
    void portInUseIsReportedInOneLine() {
        try (FakeTenant other = FakeTenant.start()) {
            int port = URI.create(other.url()).getPort();

            assertThat(run(InputStream.nullInputStream(), "--port=" + port)).isEqualTo(1);

            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains("127.0.0.1:" + port)
                    .hasLineCount(1);
        }
    }
}
