package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.testkit.FakeTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Draws the picture of the README from the output of the library.
 *
 * <p>With {@code -Dreference.write=true} the test writes the picture.
 */
class ReadmePictureTest {

    private static final Path IMAGES = Path.of("..", "docs", "images");

    @Test
    void picturesShowTheCurrentOutput() throws IOException {
        TerminalPicture picture =
                new TerminalPicture("The properties of a data source, and a validation report", lines());

        assertCurrent(IMAGES.resolve("report-light.svg"), picture.light());
        assertCurrent(IMAGES.resolve("report-dark.svg"), picture.dark());
    }

    private static List<String> lines() {
        try (FakeTenant tenant = FakeTenant.start();
                QlikClient qlik = TrackedClients.build(QlikClient.builder()
                        .tenant(tenant.url())
                        .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey()))))) {
            ConnectionSpec spec = qlik.dataSources().spec("snowflake");
            ConnectionDraft draft = ConnectionDraft.builder("snowflake", "Sales")
                    .set("sever", "acme.snowflakecomputing.com")
                    .set("database", "<DATABASE>")
                    .set("warehouse", "LOADING")
                    .set("authenticator", "Snowflake_JWT")
                    .set("username", "LOADER")
                    .set("port", "443")
                    .build();
            List<String> lines = new ArrayList<>();
            lines.add("> qlik.dataSources().spec(\"snowflake\").describe()");
            spec.describe().lines().limit(13).forEach(lines::add);
            lines.add("…");
            lines.add("");
            lines.add("> qlik.dataConnections().validate(draft).render()");
            qlik.dataConnections().validate(draft).render().lines().forEach(lines::add);
            return lines;
        }
    }

    private static void assertCurrent(Path file, String svg) throws IOException {
        if (Boolean.getBoolean("reference.write")) {
            Files.createDirectories(IMAGES);
            Files.writeString(file, svg);
        }
        assertThat(Files.readString(file).replace("\r\n", "\n"))
                .as("%s; write it with -Dreference.write=true", file.getFileName())
                .isEqualTo(svg);
    }
}
