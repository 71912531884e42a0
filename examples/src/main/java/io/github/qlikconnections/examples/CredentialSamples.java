package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SigningAlgorithm;
import java.nio.file.Path;

/** The kinds of credentials, as {@code docs/guides/authentication.md} shows them. */
final class CredentialSamples {

    private CredentialSamples() {}

    static void all(TokenService myTokenService) {
        QlikCredentials.apiKey(Secret.fromEnv("QLIK_API_KEY"));
        QlikCredentials.oauth("client-id", Secret.fromFile(Path.of("client-secret.txt")));
        QlikCredentials.privateKey("client-id", Secret.fromFile(Path.of("key.pk8.pem")), SigningAlgorithm.RS256);
        QlikCredentials.tokens(myTokenService::current);
        QlikClient.fromEnvironment(); // QLIK_TENANT, and QLIK_API_KEY or QLIK_CLIENT_ID and QLIK_CLIENT_SECRET
    }

    /** The source of the tokens of an application. */
    interface TokenService {

        Secret current();
    }
}
