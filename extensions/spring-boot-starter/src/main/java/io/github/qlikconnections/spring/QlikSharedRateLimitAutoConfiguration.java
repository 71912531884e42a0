package io.github.qlikconnections.spring;

import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.qlikconnections.bucket4j.SharedRateLimiter;
import io.github.qlikconnections.rate.RateLimiter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Configures a rate limiter that all instances of the application share, if {@code qlik-connections-bucket4j} is on the class path and a
 * {@code ProxyManager<String>} is a bean.
 */
@AutoConfiguration(before = QlikConnectionsAutoConfiguration.class)
@ConditionalOnClass({SharedRateLimiter.class, ProxyManager.class})
@ConditionalOnMissingBean(RateLimiter.class)
@EnableConfigurationProperties(QlikConnectionsProperties.class)
public final class QlikSharedRateLimitAutoConfiguration {

    QlikSharedRateLimitAutoConfiguration() {}

    @Bean
    @Conditional(OnStringKeysCondition.class)
    SharedRateLimiter qlikSharedRateLimiter(ProxyManager<String> proxyManager, QlikConnectionsProperties properties) {
        QlikConnectionsProperties.Rates rates = properties.rateLimits();
        SharedRateLimiter.Builder builder = SharedRateLimiter.builder(proxyManager);
        SettingsApplier.applyRates(rates, builder::rateLimits);
        SettingsApplier.apply("rate-limits.key-prefix", rates.keyPrefix(), builder::keyPrefix);
        SettingsApplier.apply("rate-limits.expected-members", rates.expectedMembers(), builder::expectedMembers);
        return builder.build();
    }

    /** An application may use a store with keys of another type for a purpose of its own. */
    static final class OnStringKeysCondition extends SpringBootCondition implements ConfigurationCondition {

        @Override
        public ConfigurationPhase getConfigurationPhase() {
            return ConfigurationPhase.REGISTER_BEAN;
        }

        @Override
        public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
            ResolvableType type = ResolvableType.forClassWithGenerics(ProxyManager.class, String.class);
            boolean found = context.getBeanFactory() != null
                    && context.getBeanFactory().getBeanNamesForType(type, true, false).length > 0;
            return new ConditionOutcome(
                    found, ConditionMessage.of(found ? "found a bean of " + type : "found no bean of " + type));
        }
    }
}
