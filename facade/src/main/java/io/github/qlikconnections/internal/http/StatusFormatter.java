package io.github.qlikconnections.internal.http;

import java.util.Locale;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;
import org.jspecify.annotations.Nullable;

/** Formats HTTP statuses for messages. */
final class StatusFormatter {

    private StatusFormatter() {}

    /** Returns, for example, {@code 409 Conflict}, or only the number if there is no reason phrase. */
    static String of(int status) {
        String reason = reason(status);
        return reason == null ? String.valueOf(status) : status + " " + reason;
    }

    static @Nullable String reason(int status) {
        return status < 100 || status > 599 ? null : EnglishReasonPhraseCatalog.INSTANCE.getReason(status, Locale.ROOT);
    }
}
