package io.github.qlikconnections.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReachabilityMetadataTest {

    private static final String FILE =
            "META-INF/native-image/io.github.qlikconnections/qlik-connections-generated-client"
                    + "/reachability-metadata.json";
    private static final Path SOURCE = Path.of(System.getProperty("basedir", "."), "src/main/resources", FILE);

    @Test
    void metadataHasAllTypesThatJacksonBinds() throws IOException, URISyntaxException {
        Path classes = Path.of(ApiClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String actual = ReachabilityMetadata.of(classes, ApiClient.class.getClassLoader());
        if (Boolean.getBoolean("api.refresh")) {
            Files.writeString(SOURCE, actual);
            // The jar of this build contains the copy that was made before the tests.
            Files.writeString(classes.resolve(FILE), actual);
        }

        assertThat(Files.readString(SOURCE))
                .as("refresh the file with mvn -q verify -Dapi.refresh=true")
                .isEqualTo(actual);
    }
}
