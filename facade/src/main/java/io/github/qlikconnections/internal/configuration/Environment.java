package io.github.qlikconnections.internal.configuration;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The system properties and environment variables of a process. Values are stripped, and a blank value counts as not set.
 * Instances are immutable and thread-safe.
 */
public final class Environment {

    private final Function<String, @Nullable String> systemProperties;
    private final Function<String, @Nullable String> variables;

    /** Creates an environment from lookups by name, which return null for what is not set. */
    public Environment(
            Function<String, @Nullable String> systemProperties, Function<String, @Nullable String> variables) {
        this.systemProperties = systemProperties;
        this.variables = variables;
    }

    /** Returns the environment of this process. */
    public static Environment ofProcess() {
        return new Environment(System::getProperty, System::getenv);
    }

    /** Returns whether the setting is set. */
    boolean has(Setting<?> setting) {
        return origin(setting).isPresent();
    }

    /** Returns the system property or, if it is not set, the environment variable of a setting, for messages. */
    Optional<String> origin(Setting<?> setting) {
        if (text(systemProperties, setting.systemProperty()).isPresent()) {
            return Optional.of("the system property " + setting.systemProperty());
        }
        return text(variables, setting.environmentVariable())
                .map(text -> "the environment variable " + setting.environmentVariable());
    }

    /**
     * Returns the value of a setting. A system property takes precedence over an environment variable.
     *
     * @throws IllegalArgumentException if the value cannot be used; the message names where it is set
     */
    <T> Optional<T> find(Setting<T> setting) {
        return text(systemProperties, setting.systemProperty())
                .or(() -> text(variables, setting.environmentVariable()))
                .map(text -> parse(setting, text));
    }

    private <T> T parse(Setting<T> setting, String text) {
        try {
            return setting.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Cannot use " + origin(setting).orElse(setting.name()) + ": " + e.getMessage(), e);
        }
    }

    private static Optional<String> text(Function<String, @Nullable String> source, String name) {
        return Optional.ofNullable(source.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
