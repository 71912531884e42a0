package io.github.qlikconnections.internal.configuration;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.argument.Arguments;
import io.github.qlikconnections.internal.http.Tenant;
import io.github.qlikconnections.internal.http.UserAgent;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.validation.ValidationPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a client that can be read from text. Instances are immutable and thread-safe.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {

    public static final Setting<Tenant> TENANT = required("tenant", Tenant::parse);
    public static final Setting<Secret> API_KEY = required("apiKey", Secret::of);
    public static final Setting<String> CLIENT_ID = required("clientId", text -> text);
    public static final Setting<Secret> CLIENT_SECRET = required("clientSecret", Secret::of);

    public static final Setting<Duration> CONNECT_TIMEOUT = duration("connectTimeout", "10s");
    public static final Setting<Duration> RESPONSE_TIMEOUT = duration("responseTimeout", "30s");
    public static final Setting<Duration> CREATE_RESPONSE_TIMEOUT = duration("createResponseTimeout", "60s");
    public static final Setting<Duration> CONNECTION_REQUEST_TIMEOUT = duration("connectionRequestTimeout", "10s");
    public static final Setting<Duration> OPERATION_TIMEOUT = duration("operationTimeout", "2m");

    public static final Setting<Integer> MAX_ATTEMPTS = number("maxAttempts", "3");
    public static final Setting<Duration> BACKOFF_BASE_DELAY = duration("backoffBaseDelay", "500ms");
    public static final Setting<Duration> BACKOFF_MAX_DELAY = duration("backoffMaxDelay", "20s");
    public static final Setting<Duration> MAX_RETRY_AFTER = duration("maxRetryAfter", "60s");

    public static final Setting<Integer> READS_PER_MINUTE =
            number("readsPerMinute", String.valueOf(RateLimits.defaults().readsPerMinute()));
    public static final Setting<Integer> WRITES_PER_MINUTE =
            number("writesPerMinute", String.valueOf(RateLimits.defaults().writesPerMinute()));

    public static final Setting<String> CALLER = new Setting<>("caller", null, text -> text, SettingParsers::caller);

    public static final Setting<Integer> MAX_CONNECTIONS = number("maxConnections", "20");
    public static final Setting<Long> MAX_RESPONSE_BYTES = new Setting<>(
            "maxResponseBytes",
            String.valueOf(16L * 1024 * 1024),
            SettingParsers::longNumber,
            bytes -> SettingParsers.positive(bytes, "maxResponseBytes"));
    public static final Setting<String> APPLICATION_NAME =
            new Setting<>("applicationName", null, text -> text, Setting::product);
    public static final Setting<String> API_VERSION =
            new Setting<>("apiVersion", null, text -> text, SettingParsers::yearAndMonth);

    public static final Setting<ValidationPolicy> VALIDATION_POLICY =
            new Setting<>("validationPolicy", "strict", SettingParsers::validationPolicy, policy -> policy);
    public static final Setting<Duration> SPEC_CACHE_TTL = duration("specCacheTtl", "15m");

    private final String name;
    private final @Nullable String defaultText;
    private final Function<String, T> parser;
    private final UnaryOperator<T> check;

    private Setting(String name, @Nullable String defaultText, Function<String, T> parser, UnaryOperator<T> check) {
        this.name = name;
        this.defaultText = defaultText;
        this.parser = parser;
        this.check = check;
    }

    private static <T> Setting<T> required(String name, Function<String, T> parser) {
        return new Setting<>(name, null, parser, value -> value);
    }

    private static Setting<Duration> duration(String name, String defaultText) {
        return new Setting<>(
                name, defaultText, SettingParsers::duration, time -> SettingParsers.positiveDuration(time, name));
    }

    private static Setting<Integer> number(String name, String defaultText) {
        return new Setting<>(
                name,
                defaultText,
                SettingParsers::number,
                number -> Math.toIntExact(SettingParsers.positive(number, name)));
    }

    private static String product(String applicationName) {
        UserAgent.with(applicationName);
        return applicationName;
    }

    /** Returns the name, which is that of the method of the builder if the setting has a method of its own. */
    public String name() {
        return name;
    }

    /** Returns the name of the system property, such as {@code qlik.connectTimeout}. */
    public String systemProperty() {
        return "qlik." + name;
    }

    /** Returns the name of the environment variable, such as {@code QLIK_CONNECT_TIMEOUT}. */
    public String environmentVariable() {
        return "QLIK_" + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    /** Returns the default in the form in which it can be parsed, or empty if there is none. */
    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultText);
    }

    /**
     * Parses a value.
     *
     * @throws IllegalArgumentException if it is malformed or out of range
     */
    public T parse(String text) {
        return require(parser.apply(text));
    }

    /**
     * Returns a value.
     *
     * @throws IllegalArgumentException if it is null or out of range
     */
    public T require(@Nullable T value) {
        return check.apply(Arguments.require(value, name));
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
