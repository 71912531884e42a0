package io.github.qlikconnections.spring.problem;

import io.github.qlikconnections.spring.QlikConnectionsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Configures the {@link QlikExceptionHandler} if {@code qlik.connections.problem-details.enabled} is true. */
@AutoConfiguration(after = QlikConnectionsAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "qlik.connections.problem-details.enabled", havingValue = "true")
public final class QlikProblemDetailAutoConfiguration {

    QlikProblemDetailAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    QlikExceptionHandler qlikExceptionHandler() {
        return new QlikExceptionHandler();
    }
}
