package io.github.qlikconnections.spring;

import io.github.qlikconnections.auth.OAuthCredentials;
import io.github.qlikconnections.auth.PrivateKeyCredentials;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.auth.SigningAlgorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** Reads the credentials of the settings: an API key, or an OAuth client with a client secret or a private key. */
final class CredentialsReader {

    private static final String API_KEY = "api-key";
    private static final String CLIENT_ID = "oauth.client-id";
    private static final String CLIENT_SECRET = "oauth.client-secret";
    private static final String PRIVATE_KEY = "oauth.private-key";
    private static final String PRIVATE_KEY_LOCATION = "oauth.private-key-location";
    private static final String ALGORITHM = "oauth.algorithm";

    private final @Nullable Secret apiKey;
    private final QlikConnectionsProperties.OAuth oauth;

    CredentialsReader(QlikConnectionsProperties properties) {
        this.apiKey = properties.apiKey();
        this.oauth = properties.oauth();
    }

    QlikCredentials read() {
        boolean hasClient =
                Stream.of(oauth.clientId(), oauth.clientSecret(), oauth.privateKey(), oauth.keyId(), oauth.scope())
                                .anyMatch(SettingsApplier::isSet)
                        || oauth.privateKeyLocation() != null
                        || oauth.algorithm() != null;
        if (SettingsApplier.isSet(apiKey) && hasClient) {
            throw new InvalidSettingException(
                    "An API key and an OAuth client are both set.",
                    "Remove " + PropertyNames.of(API_KEY) + ", or all settings that begin with "
                            + PropertyNames.of("oauth") + ".",
                    null);
        }
        if (!SettingsApplier.isSet(apiKey) && !hasClient) {
            throw new InvalidSettingException(
                    "The credentials are missing.",
                    "Set " + PropertyNames.of(API_KEY) + ", or " + PropertyNames.all(CLIENT_ID, CLIENT_SECRET)
                            + ", or define a bean of type QlikCredentials.",
                    null);
        }
        return SettingsApplier.isSet(apiKey) ? QlikCredentials.apiKey(Objects.requireNonNull(apiKey)) : client();
    }

    private QlikCredentials client() {
        if (!SettingsApplier.isSet(oauth.clientId())) {
            throw missing(CLIENT_ID, "the id of the OAuth client");
        }
        String clientId = Objects.requireNonNull(oauth.clientId());
        boolean hasKey = SettingsApplier.isSet(oauth.privateKey()) || oauth.privateKeyLocation() != null;
        if (SettingsApplier.isSet(oauth.clientSecret()) && hasKey) {
            throw contradiction("A client secret and a private key", CLIENT_SECRET, PRIVATE_KEY, PRIVATE_KEY_LOCATION);
        }
        if (SettingsApplier.isSet(oauth.privateKey()) && oauth.privateKeyLocation() != null) {
            throw contradiction("A private key and its location", PRIVATE_KEY, PRIVATE_KEY_LOCATION);
        }
        if (hasKey) {
            return withPrivateKey(clientId);
        }
        if (!SettingsApplier.isSet(oauth.clientSecret())) {
            throw missing(
                    CLIENT_SECRET,
                    "the secret of the OAuth client, or " + PropertyNames.of(PRIVATE_KEY_LOCATION)
                            + " to the location of its private key");
        }
        if (oauth.algorithm() != null || SettingsApplier.isSet(oauth.keyId())) {
            throw new InvalidSettingException(
                    "An OAuth client with a client secret has neither an algorithm nor a key id.",
                    "Remove " + PropertyNames.all(ALGORITHM, "oauth.key-id") + ", or set a private key.",
                    null);
        }
        OAuthCredentials credentials = QlikCredentials.oauth(clientId, Objects.requireNonNull(oauth.clientSecret()));
        return SettingsApplier.isSet(oauth.scope())
                ? credentials.withScope(Objects.requireNonNull(oauth.scope()))
                : credentials;
    }

    private QlikCredentials withPrivateKey(String clientId) {
        SigningAlgorithm algorithm = oauth.algorithm();
        if (algorithm == null) {
            throw missing(ALGORITHM, "the algorithm of the private key: RS256, RS512 or ES384");
        }
        PrivateKeyCredentials credentials = QlikCredentials.privateKey(clientId, privateKey(), algorithm);
        if (SettingsApplier.isSet(oauth.keyId())) {
            credentials = credentials.withKeyId(Objects.requireNonNull(oauth.keyId()));
        }
        return SettingsApplier.isSet(oauth.scope())
                ? credentials.withScope(Objects.requireNonNull(oauth.scope()))
                : credentials;
    }

    private Secret privateKey() {
        Resource location = oauth.privateKeyLocation();
        if (location == null) {
            return Objects.requireNonNull(oauth.privateKey());
        }
        try {
            return Secret.of(location.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "The private key cannot be read from " + location.getDescription() + ".",
                    "Set " + PropertyNames.of(PRIVATE_KEY_LOCATION)
                            + " to a readable file, such as file:/run/secrets/qlik.pem.",
                    e);
        }
    }

    private static InvalidSettingException missing(String name, String value) {
        return new InvalidSettingException(
                "The setting " + PropertyNames.of(name) + " is missing.",
                "Set " + PropertyNames.of(name) + " to " + value + ".",
                null);
    }

    private static InvalidSettingException contradiction(String settings, String... names) {
        return new InvalidSettingException(
                settings + " are both set.", "Keep one of " + PropertyNames.all(names) + ".", null);
    }
}
