package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Blots the secrets of a request out of what the server says about it, since a server may repeat what it was sent.
 * Immutable.
 */
public final class Redactor {

    /** For calls that carry no secret of their own. */
    public static final Redactor NONE = new Redactor(List.of(), null);

    private static final String BLOT = "[hidden]";
    private static final int LONGEST = 500;

    private final List<Secret> secrets;
    private final @Nullable Redactor more;

    private Redactor(List<Secret> secrets, @Nullable Redactor more) {
        this.secrets = secrets;
        this.more = more;
    }

    /** A redactor of these secrets. */
    public static Redactor of(Collection<Secret> secrets) {
        return new Redactor(List.copyOf(secrets), null);
    }

    /** The same with one more secret. */
    public Redactor and(Secret secret) {
        return new Redactor(List.of(secret), this);
    }

    private Stream<Secret> all() {
        return more == null ? secrets.stream() : Stream.concat(secrets.stream(), more.all());
    }

    /** The text on one line, at most 500 characters, without any of the secrets. */
    public String clean(String text) {
        String cleaned = text;
        // The longest first: a secret may be part of another.
        for (String value : all().filter(secret -> !secret.isCleared())
                .map(Secret::reveal)
                .filter(value -> !value.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            cleaned = cleaned.replace(value, BLOT);
        }
        cleaned = cleaned.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return cleaned.length() > LONGEST ? cleaned.substring(0, LONGEST) + "…" : cleaned;
    }
}
