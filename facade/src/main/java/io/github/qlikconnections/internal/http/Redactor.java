package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Redacts the secrets of a request in the text of a response, because a server may repeat what it received. Finds a secret in every
 * JSON escaping, percent-encoded or with HTML character references, complete or truncated. Instances are immutable.
 */
public final class Redactor {

    /** For calls that carry no secret of their own. */
    public static final Redactor NONE = new Redactor(List::of, null);

    private static final String REDACTED = "[hidden]";
    private static final int MAX_LENGTH = 500;

    /** The length of a prefix that is redacted. Shorter secrets are redacted only if they are complete. */
    private static final int MIN_PREFIX = 12;

    /** If a shorter secret occurs, the whole text is redacted: many small gaps would reveal the secret. */
    private static final int MIN_IN_PLACE = 4;

    private final Supplier<List<Secret>> secrets;
    private final @Nullable Redactor next;

    private Redactor(Supplier<List<Secret>> secrets, @Nullable Redactor next) {
        this.secrets = secrets;
        this.next = next;
    }

    /** Returns a redactor of these secrets. The supplier is called only if there is text to redact. */
    public static Redactor of(Supplier<List<Secret>> secrets) {
        return new Redactor(secrets, null);
    }

    /** Returns a copy that redacts one more secret. */
    public Redactor and(Secret secret) {
        return new Redactor(() -> List.of(secret), this);
    }

    /** Returns the text without the secrets, on one line of at most 500 characters. */
    public String redact(String text) {
        UnescapedText unescaped = UnescapedText.of(text);
        List<UnescapedText> unescapedSecrets = unescapedSecrets();
        StringBuilder redacted = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < unescaped.length(); ) {
            int matched = 0;
            for (UnescapedText secret : unescapedSecrets) {
                int match = match(unescaped, i, secret);
                if (match > 0 && secret.length() < MIN_IN_PLACE) {
                    return REDACTED;
                }
                matched = Math.max(matched, match);
            }
            if (matched > 0) {
                redacted.append(text, copied, unescaped.start(i)).append(REDACTED);
                copied = unescaped.end(i + matched - 1);
            }
            i += Math.max(1, matched);
        }
        redacted.append(text, copied, text.length());
        String line = redacted.toString().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
    }

    private List<UnescapedText> unescapedSecrets() {
        List<UnescapedText> unescapedSecrets = new ArrayList<>();
        for (Redactor part = this; part != null; part = part.next) {
            for (Secret secret : part.secrets.get()) {
                if (!secret.isCleared()) {
                    unescapedSecrets.add(UnescapedText.of(secret.reveal()));
                }
            }
        }
        return unescapedSecrets;
    }

    /** Returns how many characters from there on match the secret or a long prefix of it, or 0. */
    private static int match(UnescapedText text, int from, UnescapedText secret) {
        int limit = Math.min(secret.length(), text.length() - from);
        int matched = 0;
        while (matched < limit && text.charAt(from + matched) == secret.charAt(matched)) {
            matched++;
        }
        return matched == secret.length() || matched >= MIN_PREFIX ? matched : 0;
    }
}
