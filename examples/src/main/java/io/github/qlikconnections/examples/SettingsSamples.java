package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.auth.QlikCredentials;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a client is configured, as {@code docs/reference/settings.md} shows it. */
final class SettingsSamples {

    private SettingsSamples() {}

    static void fromEnvironment(Consumer<QlikClient> job) {
        try (QlikClient qlik = QlikClient.builder()
                .fromEnvironment()
                .operationTimeout(Duration.ofMinutes(5))
                .build()) {
            job.accept(qlik);
        }
    }

    static QlikClient bind(ServiceSettings settings, QlikCredentials credentials) {
        QlikClientBuilder builder =
                QlikClient.builder().tenant(settings.tenant()).credentials(credentials);
        Optional.ofNullable(settings.connectTimeout()).ifPresent(builder::connectTimeout);
        return builder.build();
    }

    /** The settings that a framework reads from a configuration file of the application. */
    interface ServiceSettings {

        String tenant();

        @Nullable Duration connectTimeout();
    }
}
