package io.github.qlikconnections.internal.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.event.TokenRenewalEvent;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.Deadline;
import io.github.qlikconnections.internal.http.JsonReadConstraints;
import io.github.qlikconnections.internal.http.Operation;
import io.github.qlikconnections.internal.http.Redactor;
import io.github.qlikconnections.internal.http.Timing;
import io.github.qlikconnections.internal.http.Transport;
import io.github.qlikconnections.internal.http.UnreadableResponseException;
import io.github.qlikconnections.internal.http.WireRequest;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The token endpoint of the tenant (RFC 6749, section 3.2). This class is thread-safe. */
final class TokenEndpoint {

    static final String PATH = "/oauth/token";

    private static final ObjectMapper JSON = JsonReadConstraints.apply(new ObjectMapper());
    private static final Duration MAX_LIFETIME = Duration.ofDays(365);

    private final Transport transport;
    private final TokenRequest request;
    private final Timing timing;

    TokenEndpoint(Transport transport, TokenRequest request, Timing timing) {
        this.transport = transport;
        this.request = request;
        this.timing = timing;
    }

    IssuedToken request(Deadline deadline) {
        long start = timing.nanoTime();
        try {
            IssuedToken token = send(deadline);
            report(start, null);
            return token;
        } catch (RuntimeException | Error e) {
            report(start, e.getClass().getSimpleName());
            throw e;
        }
    }

    private void report(long start, @Nullable String errorType) {
        Duration duration = Duration.ofNanos(timing.nanoTime() - start);
        transport.listeners().notify(listener -> listener.tokenRenewed(TokenRenewalEvent.of(duration, errorType)));
    }

    private IssuedToken send(Deadline deadline) {
        Secret authentication = request.authentication();
        Call call = new Call(Operation.REQUEST_TOKEN, "", deadline, Redactor.of(() -> List.of(authentication)));
        WireRequest wire = new WireRequest("POST", PATH, Map.of(), request.body(authentication));
        return Objects.requireNonNull(transport.send(call, wire, body -> read(body, timing)));
    }

    /** Parses a response of RFC 6749, section 5.1. No message contains a part of it. */
    static IssuedToken read(InputStream body, Timing timing) throws IOException {
        JsonNode response;
        try {
            response = JSON.readTree(body);
        } catch (JsonProcessingException | CharConversionException e) {
            throw new UnreadableResponseException("is not the JSON of a token endpoint");
        }
        String type = response.path("token_type").asText("");
        if (!type.isEmpty() && !type.equalsIgnoreCase("bearer")) {
            throw new UnreadableResponseException("contains a token of a type other than bearer");
        }
        JsonNode token = response.path("access_token");
        if (!token.isTextual()) {
            throw new UnreadableResponseException("contains no access token");
        }
        try {
            Secret validToken = TokenSyntax.check(Secret.of(token.asText()), "The token");
            return new IssuedToken(validToken, lifetime(response, timing.now()), timing.nanoTime());
        } catch (IllegalArgumentException e) {
            throw new UnreadableResponseException(
                    "contains an access token that is empty, is a placeholder, or has whitespace or control"
                            + " characters");
        }
    }

    /** Returns the lifetime of {@code expires_in} or else {@code expires_at}, or null. A time in the past is ignored. */
    private static @Nullable Duration lifetime(JsonNode response, Instant now) {
        Duration lifetime =
                Duration.ofSeconds(Math.min(response.path("expires_in").asLong(0), MAX_LIFETIME.toSeconds()));
        if (lifetime.isZero() || lifetime.isNegative()) {
            lifetime = until(response.path("expires_at").asText(""), now);
        }
        if (lifetime.isZero() || lifetime.isNegative()) {
            return null;
        }
        return lifetime.compareTo(MAX_LIFETIME) > 0 ? MAX_LIFETIME : lifetime;
    }

    private static Duration until(String date, Instant now) {
        try {
            return Duration.between(now, DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException | ArithmeticException e) {
            return Duration.ZERO;
        }
    }
}
