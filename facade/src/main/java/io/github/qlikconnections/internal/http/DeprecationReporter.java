package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.event.DeprecationEvent;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports operations that the tenant announces as deprecated (RFC 9745, RFC 8594). Each operation is reported once, by a warning in
 * the log and an event for the listeners. This class is thread-safe.
 */
final class DeprecationReporter {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.qlikconnections.requests");

    private static final Pattern RELATION = Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))");
    private static final Set<String> RELATIONS = Set.of("deprecation", "sunset");

    private final RequestListeners listeners;
    private final Set<Operation> reported = ConcurrentHashMap.newKeySet();

    DeprecationReporter(RequestListeners listeners) {
        this.listeners = listeners;
    }

    void report(Call call, HttpResponse response) {
        boolean announced = response.containsHeader("Deprecation")
                || response.containsHeader("Sunset")
                || response.containsHeader("Link");
        if (!announced || reported.contains(call.operation())) {
            return;
        }
        DeprecationEvent event = read(call, response);
        if (event != null && reported.add(call.operation())) {
            LOG.warn("{}", event);
            listeners.notify(listener -> listener.deprecationAnnounced(event));
        }
    }

    /** Returns the event that the header fields announce, or null for none. */
    private static @Nullable DeprecationEvent read(Call call, HttpResponse response) {
        String deprecation = field(response, "Deprecation");
        String sunset = field(response, "Sunset");
        List<URI> links = new ArrayList<>();
        boolean linked = addLinks(links, response, call.redactor());
        boolean deprecated = deprecation != null && !deprecation.matches("(?i)\\?0|false|");
        if (!deprecated && sunset == null && !linked) {
            return null;
        }
        return DeprecationEvent.builder(call.operation().id())
                .deprecatedSince(deprecated ? date(deprecation) : null)
                .sunset(sunset == null ? null : HttpDates.parse(sunset))
                .links(links)
                .build();
    }

    private static @Nullable String field(HttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null
                ? null
                : header.getValue().strip();
    }

    /** Parses a structured-field date such as {@code @1688169599} or an HTTP date. */
    private static @Nullable Instant date(@Nullable String field) {
        if (field == null || !field.matches("@\\d{1,11}")) {
            return field == null ? null : HttpDates.parse(field);
        }
        try {
            return Instant.ofEpochSecond(Long.parseLong(field.substring(1)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Adds the targets of relevant links. Returns whether there is such a link, even if its target is unusable. */
    private static boolean addLinks(List<URI> links, HttpResponse response, Redactor redactor) {
        boolean found = false;
        for (Header header : response.getHeaders("Link")) {
            String field = String.valueOf(header.getValue());
            for (int begin = field.indexOf('<'); begin >= 0; begin = field.indexOf('<', begin + 1)) {
                int end = field.indexOf('>', begin);
                if (end < 0) {
                    break;
                }
                int next = field.indexOf('<', end);
                if (isRelevant(field.substring(end + 1, next < 0 ? field.length() : next))) {
                    found = true;
                    add(links, field.substring(begin + 1, end), redactor);
                }
            }
        }
        return found;
    }

    private static boolean isRelevant(String parameters) {
        Matcher relation = RELATION.matcher(parameters);
        if (!relation.find()) {
            return false;
        }
        String names = relation.group(1) == null ? relation.group(2) : relation.group(1);
        return List.of(names.toLowerCase(Locale.ROOT).split("\\s+")).stream().anyMatch(RELATIONS::contains);
    }

    /** Skips links that contain a secret or are not web addresses. */
    private static void add(List<URI> links, String target, Redactor redactor) {
        try {
            URI link = new URI(target);
            boolean web = "https".equalsIgnoreCase(link.getScheme()) || "http".equalsIgnoreCase(link.getScheme());
            if (web && link.getRawUserInfo() == null && redactor.redact(target).equals(target)) {
                links.add(link);
            }
        } catch (URISyntaxException e) {
            // The relation alone announces the deprecation.
        }
    }
}
