package io.github.qlikconnections.internal.configuration;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.internal.http.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of the settings of one client. A value that was set takes precedence over the environment, and the environment over
 * the default. Not thread-safe.
 */
public final class Configuration {

    private final Map<Setting<?>, Object> values = new HashMap<>();
    private @Nullable QlikCredentials credentials;
    private @Nullable Environment environment;

    /**
     * Sets a value.
     *
     * @throws IllegalArgumentException if it is null or out of range
     */
    public <T> void set(Setting<T> setting, T value) {
        values.put(setting, setting.require(value));
    }

    /** Sets the credentials. */
    public void credentials(QlikCredentials value) {
        credentials = value;
    }

    /** Reads from an environment what is not set. It is read when a value is requested. */
    public void readFrom(Environment source) {
        environment = source;
    }

    /**
     * Returns the value of a setting that has a default.
     *
     * @throws IllegalArgumentException if the value of the environment cannot be used
     */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseGet(() -> setting.parse(setting.defaultText().orElseThrow()));
    }

    /**
     * Returns the value of a setting without a default, or empty if it is not set.
     *
     * @throws IllegalArgumentException if the value of the environment cannot be used
     */
    public <T> Optional<T> find(Setting<T> setting) {
        @SuppressWarnings("unchecked") // only set(..) adds values, each of the type of its setting
        T value = (T) values.get(setting);
        return value == null && environment != null ? environment.find(setting) : Optional.ofNullable(value);
    }

    /** Returns the credentials, or empty if they are not set. */
    public Optional<QlikCredentials> credentials() {
        return credentials == null && environment != null
                ? EnvironmentCredentials.read(environment)
                : Optional.ofNullable(credentials);
    }

    /**
     * Requires the tenant and the credentials.
     *
     * @throws IllegalStateException if one is missing; the message names what to set
     */
    public void requireComplete() {
        boolean hasTenant = find(Setting.TENANT).isPresent();
        boolean hasCredentials = credentials().isPresent();
        if (environment != null) {
            requireComplete(hasTenant, hasCredentials, environment);
        } else if (!hasTenant) {
            throw new IllegalStateException(
                    "The tenant is missing: call tenant(\"https://your-tenant.eu.qlikcloud.com\") before build().");
        } else if (!hasCredentials) {
            throw new IllegalStateException(
                    "The credentials are missing: call credentials(QlikCredentials.apiKey(…)) before build().");
        }
    }

    private static void requireComplete(boolean hasTenant, boolean hasCredentials, Environment environment) {
        List<String> missing = new ArrayList<>();
        if (!hasTenant) {
            missing.add(Setting.TENANT.environmentVariable());
        }
        if (!hasCredentials) {
            missing.addAll(EnvironmentCredentials.missing(environment));
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Not set in the environment: " + String.join(", ", missing) + ". Set "
                    + (missing.size() == 1 ? "it" : "all of them")
                    + (hasTenant
                            ? ""
                            : ", " + Setting.TENANT.environmentVariable()
                                    + " to an address such as https://your-tenant.eu.qlikcloud.com,")
                    + " for this process, or configure the client with QlikClient.builder().");
        }
    }

    /** Returns the tenant and the type of credentials that were set, without a secret. */
    @Override
    public String toString() {
        Tenant tenant = (Tenant) values.get(Setting.TENANT);
        return (tenant == null ? "no tenant" : tenant) + ", " + (credentials == null ? "no credentials" : credentials)
                + (environment == null ? "" : ", environment");
    }
}
