package io.github.qlikconnections.spring;

import io.github.qlikconnections.QlikClientBuilder;

/**
 * Changes the builder of each client that {@link QlikClientFactory} creates, after the settings were applied. Beans of this type
 * are called in their order.
 */
@FunctionalInterface
public interface QlikClientBuilderCustomizer {

    /**
     * Changes the builder of a client.
     *
     * @param builder the builder with all settings
     */
    void customize(QlikClientBuilder builder);
}
