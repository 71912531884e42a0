package io.github.qlikconnections.auth;

/** Who the caller is. Immutable and thread-safe; the value of a secret in it is never shown. */
public sealed interface QlikCredentials permits ApiKeyCredentials {

    /**
     * An API key, sent as a bearer token. It has the rights of the user it was made for.
     *
     * @param key the key, as the tenant showed it when it was made
     * @return the credentials
     */
    static QlikCredentials apiKey(Secret key) {
        return new ApiKeyCredentials(key);
    }
}
