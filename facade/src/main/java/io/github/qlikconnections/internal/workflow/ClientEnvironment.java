package io.github.qlikconnections.internal.workflow;

import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The configuration of a client from environment variables. Instances are immutable and thread-safe.
 *
 * @param tenant the address of the tenant, unchanged
 * @param credentials the credentials of the caller
 */
public record ClientEnvironment(String tenant, QlikCredentials credentials) {

    private static final String TENANT = "QLIK_TENANT";
    private static final String API_KEY = "QLIK_API_KEY";
    private static final String CLIENT_ID = "QLIK_CLIENT_ID";
    private static final String CLIENT_SECRET = "QLIK_CLIENT_SECRET";

    /**
     * Reads the variables. An API key takes precedence over an OAuth client.
     *
     * @throws IllegalStateException if a variable is missing or blank; the message lists all of them
     */
    public static ClientEnvironment read(Map<String, String> environment) {
        String tenant = environment.getOrDefault(TENANT, "").strip();
        String key = environment.getOrDefault(API_KEY, "").strip();
        String clientId = environment.getOrDefault(CLIENT_ID, "").strip();
        String clientSecret = environment.getOrDefault(CLIENT_SECRET, "").strip();

        List<String> missing = new ArrayList<>();
        if (tenant.isEmpty()) {
            missing.add(TENANT);
        }
        if (key.isEmpty() && clientId.isEmpty() && clientSecret.isEmpty()) {
            missing.add(API_KEY + " (or " + CLIENT_ID + " and " + CLIENT_SECRET + ")");
        } else if (key.isEmpty() && clientId.isEmpty()) {
            missing.add(CLIENT_ID);
        } else if (key.isEmpty() && clientSecret.isEmpty()) {
            missing.add(CLIENT_SECRET);
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Not set in the environment: " + String.join(", ", missing) + ". Set "
                    + (missing.size() == 1 ? "it" : "all of them")
                    + (tenant.isEmpty()
                            ? ", " + TENANT + " to an address such as https://your-tenant.eu.qlikcloud.com,"
                            : "")
                    + " for this process, or configure the client with QlikClient.builder().");
        }
        return new ClientEnvironment(
                tenant,
                key.isEmpty()
                        ? QlikCredentials.oauth(clientId, Secret.of(clientSecret))
                        : QlikCredentials.apiKey(Secret.of(key)));
    }
}
