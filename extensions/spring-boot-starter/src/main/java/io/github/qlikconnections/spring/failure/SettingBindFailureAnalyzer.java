package io.github.qlikconnections.spring.failure;

import io.github.qlikconnections.spring.QlikConnectionsProperties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Explains settings with an unknown name, and values that cannot be converted. Unlike the analyzers of Spring Boot, it does not
 * show the value, which may be a misplaced secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingBindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private static final ConfigurationPropertyName PREFIX =
            ConfigurationPropertyName.of(QlikConnectionsProperties.PREFIX);

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        if (!PREFIX.equals(cause.getName()) && !PREFIX.isAncestorOf(cause.getName())) {
            return null;
        }
        return cause.getCause() instanceof UnboundConfigurationPropertiesException unbound
                ? unknownNames(unbound, rootFailure)
                : unusableValue(cause, rootFailure);
    }

    private static FailureAnalysis unknownNames(UnboundConfigurationPropertiesException cause, Throwable rootFailure) {
        String problems = cause.getUnboundProperties().stream()
                .map(property -> "There is no setting " + property.getName() + formatOrigin(property) + ".")
                .collect(Collectors.joining("\n"));
        String names = cause.getUnboundProperties().stream()
                .map(property -> SettingNames.besides(property.getName()))
                .distinct()
                .collect(Collectors.joining("\n"));
        return new FailureAnalysis(problems, "Remove it, or correct its name. Known are " + names, rootFailure);
    }

    private static FailureAnalysis unusableValue(BindException cause, Throwable rootFailure) {
        Class<?> type = cause.getTarget().getType().resolve(Object.class);
        return new FailureAnalysis(
                "The value of the setting " + cause.getName() + formatOrigin(cause.getProperty()) + " cannot be used.",
                type.isRecord()
                        ? "It is a group. Its settings are " + SettingNames.in(type, cause.getName())
                        : "Set " + cause.getName() + " to " + ValueForms.describe(type) + ".",
                rootFailure);
    }

    private static String formatOrigin(@Nullable ConfigurationProperty property) {
        return property == null || property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")";
    }
}
