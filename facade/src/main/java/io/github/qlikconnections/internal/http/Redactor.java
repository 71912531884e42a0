package io.github.qlikconnections.internal.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.qlikconnections.auth.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Blots the secrets of a request out of what the server says about it, since a server may repeat what it was sent: a value as it
 * is or as it stands in JSON, whole or broken off. Immutable.
 */
public final class Redactor {

    /** For calls that carry no secret of their own. */
    public static final Redactor NONE = new Redactor(List::of, null);

    private static final String BLOT = "[hidden]";
    private static final int LONGEST = 500;

    /** So much of a secret is not there by chance; a shorter one has to be there as a whole. */
    private static final int TELLING = 12;

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

    /** The same with one more secret. */
    public Redactor and(Secret secret) {
        return new Redactor(() -> List.of(secret), this);
    }

    /** The text on one line, at most 500 characters, without any of the secrets. */
    public String clean(String text) {
        List<String> forms = forms();
        StringBuilder cleaned = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int hidden = 0;
            for (String form : forms) {
                hidden = Math.max(hidden, match(text, i, form));
            }
            if (hidden > 0) {
                cleaned.append(BLOT);
                i += hidden;
            } else {
                cleaned.append(text.charAt(i++));
            }
        }
        String line = cleaned.toString().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private List<String> forms() {
        List<String> forms = new ArrayList<>();
        for (Redactor part = this; part != null; part = part.more) {
            for (Secret secret : part.secrets.get()) {
                if (!secret.isCleared()) {
                    String value = secret.reveal();
                    forms.add(value);
                    forms.add(String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)));
                }
            }
        }
        return forms;
    }

    /** How many characters of the text, from there on, are the secret or its beginning. */
    private static int match(String text, int from, String secret) {
        int most = Math.min(secret.length(), text.length() - from);
        int same = 0;
        while (same < most && text.charAt(from + same) == secret.charAt(same)) {
            same++;
        }
        return same == secret.length() || same >= TELLING ? same : 0;
    }
}
