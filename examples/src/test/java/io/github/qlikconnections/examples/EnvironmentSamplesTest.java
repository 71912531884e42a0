package io.github.qlikconnections.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.FakeTenantExtension;
import io.github.qlikconnections.testkit.StoredConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the samples of the README and the guides that read their environment, in a process that has one. */
class EnvironmentSamplesTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final FakeTenantExtension extension = FakeTenantExtension.create();

    final FakeTenant tenant = extension.tenant();

    @Test
    void samplesRunInAnEnvironmentWithTheirSecrets() throws Exception {
        Files.writeString(folder.resolve("client-secret.txt"), "client-secret");
        Files.writeString(folder.resolve("key.pk8.pem"), privateKey());
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        EnvironmentSamplesMain.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("QLIK_"));
        builder.environment().put("QLIK_TENANT", tenant.url());
        builder.environment().put("QLIK_API_KEY", tenant.apiKey());
        builder.environment().put("S3_KEY", "example-key");
        builder.environment().put("S3_SECRET", "example-secret");

        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as("exit status of the audit").isEqualTo(1);
        StoredConnection created = tenant.connections().get(0);
        assertThat(created.name()).isEqualTo("Sales lake");
        assertThat(output)
                .containsSubsequence(created.id(), "User " + tenant.userId(), "Sales lake", "1 not approved")
                .doesNotContain("example-key", "example-secret", tenant.apiKey());
    }

    private static String privateKey() throws GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
