package io.github.qlikconnections.auth;

/** Validates OAuth client ids, which consist of printable ASCII characters (RFC 6749, appendix A.1). */
final class ClientIds {

    private ClientIds() {}

    static String validate(String clientId) {
        if (clientId.isBlank() || !clientId.matches("[ -~]+")) {
            throw new IllegalArgumentException(
                    "The client id is blank or contains characters other than printable ASCII."
                            + " Copy it again from the tenant's console.");
        }
        return clientId.strip();
    }
}
