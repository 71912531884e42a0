package io.github.qlikconnections.auth;

/** What an OAuth client id looks like: printable ASCII (RFC 6749, appendix A.1). */
final class ClientIds {

    private ClientIds() {}

    static String check(String clientId) {
        if (clientId.isBlank() || !clientId.matches("[ -~]+")) {
            throw new IllegalArgumentException(
                    "The client id is empty or holds a character that no id has. Copy it again from the tenant's console.");
        }
        return clientId.strip();
    }
}
