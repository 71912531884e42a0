package io.github.qlikconnections.spring;

import io.github.qlikconnections.DataConnections;
import io.github.qlikconnections.DataCredentials;
import io.github.qlikconnections.DataSources;
import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.Spaces;
import io.github.qlikconnections.Users;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** Configures the entry points of the client as beans, unless there are several clients and none of them is primary. */
@AutoConfiguration(after = QlikConnectionsAutoConfiguration.class)
@ConditionalOnSingleCandidate(QlikClient.class)
public final class QlikEntryPointsAutoConfiguration {

    QlikEntryPointsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    DataSources qlikDataSources(QlikClient client) {
        return client.dataSources();
    }

    @Bean
    @ConditionalOnMissingBean
    DataConnections qlikDataConnections(QlikClient client) {
        return client.dataConnections();
    }

    @Bean
    @ConditionalOnMissingBean
    DataCredentials qlikDataCredentials(QlikClient client) {
        return client.dataCredentials();
    }

    @Bean
    @ConditionalOnMissingBean
    Spaces qlikSpaces(QlikClient client) {
        return client.spaces();
    }

    @Bean
    @ConditionalOnMissingBean
    Users qlikUsers(QlikClient client) {
        return client.users();
    }
}
