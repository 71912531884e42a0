package io.github.qlikconnections.internal.gateway;

import io.github.qlikconnections.auth.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the secrets of a request, for its redactor. */
final class SecretCollector {

    private SecretCollector() {}

    /** Adds all secrets of a plain Java value, at any depth. */
    static void collect(@Nullable Object value, List<Secret> secrets) {
        if (value instanceof Secret secret) {
            secrets.add(secret);
        } else if (value instanceof Map<?, ?> map) {
            collectAll(map.values(), secrets);
        } else if (value instanceof List<?> list) {
            collectAll(list, secrets);
        }
    }

    /** Returns whether a plain Java value is or contains a secret. */
    static boolean hasSecret(@Nullable Object value) {
        List<Secret> secrets = new ArrayList<>();
        collect(value, secrets);
        return !secrets.isEmpty();
    }

    private static void collectAll(Iterable<?> values, List<Secret> secrets) {
        for (Object value : values) {
            collect(value, secrets);
        }
    }
}
