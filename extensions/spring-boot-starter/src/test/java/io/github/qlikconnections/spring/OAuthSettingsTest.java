package io.github.qlikconnections.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.Users;
import io.github.qlikconnections.invariants.spring.TrackedContext;
import io.github.qlikconnections.testkit.FakeTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OAuthSettingsTest {

    private static String privateKey;
    private static FakeTenant tenant;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startTenant() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        privateKey = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        tenant = FakeTenant.builder()
                .oauthClient("with-secret", "the-secret")
                .oauthClient("with-key", keys.getPublic())
                .start();
    }

    @AfterAll
    static void stopTenant() {
        tenant.close();
    }

    @Test
    void clientSecretIsUsed() {
        assertThatUserIsRead("oauth.client-id=with-secret", "oauth.client-secret=the-secret");
    }

    @Test
    void privateKeyOfATextIsUsed() {
        assertThatUserIsRead("oauth.client-id=with-key", "oauth.private-key=" + privateKey, "oauth.algorithm=rs256");
    }

    @Test
    void privateKeyOfAFileIsUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("qlik.pem"), privateKey);

        assertThatUserIsRead(
                "oauth.client-id=with-key",
                "oauth.private-key-location=" + file.toUri(),
                "oauth.algorithm=RS256",
                "oauth.key-id=key-1",
                "oauth.scope=user_default");
    }

    private static void assertThatUserIsRead(String... settings) {
        ApplicationContextRunner application = new ApplicationContextRunner()
                .withInitializer(new TrackedContext())
                .withConfiguration(AutoConfigurations.of(
                        QlikConnectionsAutoConfiguration.class, QlikEntryPointsAutoConfiguration.class))
                .withPropertyValues("qlik.connections.tenant=" + tenant.url());
        for (String setting : settings) {
            application = application.withPropertyValues("qlik.connections." + setting);
        }
        application.run(
                context -> assertThat(context.getBean(Users.class).me().name()).isNotBlank());
    }
}
