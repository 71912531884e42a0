package io.github.qlikconnections.internal.token;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.text.PlaceholderPatterns;

/** Validates tokens for the {@code Authorization} header field: visible ASCII only (RFC 6750, section 2.1). */
final class TokenSyntax {

    private TokenSyntax() {}

    /** Returns the token if it is valid. The message of the exception contains no part of it. */
    static Secret check(Secret token, String what) {
        String text = token.reveal();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty.");
        }
        if (PlaceholderPatterns.isPlaceholder(text)) {
            throw new IllegalArgumentException(
                    what
                            + " is a placeholder that was not replaced. Set the variable that it names, or give the real value.");
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                throw new IllegalArgumentException(
                        what + " contains whitespace or another character that is not allowed in a token."
                                + " Copy it again without surrounding text.");
            }
        }
        return token;
    }
}
