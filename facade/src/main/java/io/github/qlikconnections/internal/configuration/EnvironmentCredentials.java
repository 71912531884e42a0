package io.github.qlikconnections.internal.configuration;

import io.github.qlikconnections.auth.QlikCredentials;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the credentials of an environment: an API key, or an OAuth client with its secret. */
final class EnvironmentCredentials {

    private static final String ALL = Setting.API_KEY.environmentVariable() + " (or "
            + Setting.CLIENT_ID.environmentVariable() + " and " + Setting.CLIENT_SECRET.environmentVariable() + ")";

    private EnvironmentCredentials() {}

    /**
     * Returns the credentials, or empty if a part of them is missing.
     *
     * @throws IllegalStateException if both kinds are set; the message names where
     */
    static Optional<QlikCredentials> read(Environment environment) {
        if (environment.has(Setting.API_KEY) && hasClient(environment)) {
            throw new IllegalStateException("An API key and an OAuth client are both set, by "
                    + String.join(", ", origins(environment)) + ". Remove the one that this process should not use.");
        }
        Optional<QlikCredentials> key = environment.find(Setting.API_KEY).map(QlikCredentials::apiKey);
        return key.isPresent()
                ? key
                : environment
                        .find(Setting.CLIENT_ID)
                        .flatMap(id -> environment
                                .find(Setting.CLIENT_SECRET)
                                .map(secret -> QlikCredentials.oauth(id, secret)));
    }

    /** Returns the environment variables to set so that the credentials are complete. */
    static List<String> missing(Environment environment) {
        if (environment.has(Setting.API_KEY)) {
            return List.of();
        }
        if (!hasClient(environment)) {
            return List.of(ALL);
        }
        return Stream.of(Setting.CLIENT_ID, Setting.CLIENT_SECRET)
                .filter(setting -> !environment.has(setting))
                .map(Setting::environmentVariable)
                .toList();
    }

    private static boolean hasClient(Environment environment) {
        return environment.has(Setting.CLIENT_ID) || environment.has(Setting.CLIENT_SECRET);
    }

    private static List<String> origins(Environment environment) {
        return Stream.of(Setting.API_KEY, Setting.CLIENT_ID, Setting.CLIENT_SECRET)
                .flatMap(setting -> environment.origin(setting).stream())
                .toList();
    }
}
