package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Redacts the secrets of a request in what the server says about it, since a server may repeat what it was sent: a value as it is or
 * in any JSON spelling, whole or broken off. Immutable.
 */
public final class Redactor {

    /** For calls that carry no secret of their own. */
    public static final Redactor NONE = new Redactor(List::of, null);

    private static final String REDACTED = "[hidden]";
    private static final int LONGEST = 500;

    /** So much of a secret is not there by chance; a shorter one has to be there as a whole. */
    private static final int TELLING = 12;

    /** A shorter secret would be redacted in many places of a text, and so be shown by the gaps. */
    private static final int REDACTED_IN_PLACE = 4;

    private final Supplier<List<Secret>> secrets;
    private final @Nullable Redactor more;

    private Redactor(Supplier<List<Secret>> secrets, @Nullable Redactor more) {
        this.secrets = secrets;
        this.more = more;
    }

    /** A redactor of these secrets, which are asked for only when there is a text to clean. */
    public static Redactor of(Supplier<List<Secret>> secrets) {
        return new Redactor(secrets, null);
    }

    /** Returns a copy that redacts one more secret. */
    public Redactor and(Secret secret) {
        return new Redactor(() -> List.of(secret), this);
    }

    /** The text on one line, at most 500 characters, without any of the secrets. */
    public String clean(String text) {
        Spelling spelled = Spelling.of(text);
        List<Spelling> wanted = spellings();
        StringBuilder cleaned = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < spelled.length(); ) {
            int same = 0;
            for (Spelling secret : wanted) {
                int match = match(spelled, i, secret);
                if (match > 0 && secret.length() < REDACTED_IN_PLACE) {
                    return REDACTED;
                }
                same = Math.max(same, match);
            }
            if (same > 0) {
                cleaned.append(text, copied, spelled.start(i)).append(REDACTED);
                copied = spelled.end(i + same - 1);
            }
            i += Math.max(1, same);
        }
        cleaned.append(text, copied, text.length());
        String line = cleaned.toString().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private List<Spelling> spellings() {
        List<Spelling> spellings = new ArrayList<>();
        for (Redactor part = this; part != null; part = part.more) {
            for (Secret secret : part.secrets.get()) {
                if (!secret.isCleared()) {
                    spellings.add(Spelling.of(secret.reveal()));
                }
            }
        }
        return spellings;
    }

    /** How many characters of the text, from there on, are the secret or its beginning. */
    private static int match(Spelling text, int from, Spelling secret) {
        int most = Math.min(secret.length(), text.length() - from);
        int same = 0;
        while (same < most && text.charAt(from + same) == secret.charAt(same)) {
            same++;
        }
        return same == secret.length() || same >= TELLING ? same : 0;
    }
}
