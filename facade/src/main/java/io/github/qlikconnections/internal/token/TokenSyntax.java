package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.Secret;

/** Checks that a token can stand in an {@code Authorization} header: visible ASCII only (RFC 6750, section 2.1). */
final class TokenSyntax {

    private TokenSyntax() {}

    /** The token itself; the message of the exception holds nothing of it. */
    static Secret check(Secret token, String what) {
        String text = token.reveal();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty.");
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                throw new IllegalArgumentException(
                        what + " holds a blank, a line break or another character that no token has."
                                + " Copy it again, without anything around it.");
            }
        }
        return token;
    }
}
