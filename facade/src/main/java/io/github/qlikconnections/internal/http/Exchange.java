package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Sends a request once and reads the response. {@link Transport} decides about retries. This class is thread-safe. */
final class Exchange implements AutoCloseable {

    /** Without a charset parameter, because RFC 8259 defines none. */
    private static final String JSON = "application/json";

    private static final String NO_MEDIA_TYPE = "without a content type";

    private static final Duration UNBOUNDED = ChronoUnit.FOREVER.getDuration();
    private static final long MAX_ERROR_BYTES = 64 * 1024;
    private static final int MAX_REST_BYTES = 16 * 1024;

    private final Tenant tenant;
    private final TransportSettings settings;
    private final Timing timing;
    private final @Nullable String apiVersion;
    private final DeprecationReporter deprecations;
    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient http;
    private final RequestConfig defaultConfig;
    private final RequestConfig createConfig;
    private final DeadlineEnforcer deadlines = new DeadlineEnforcer();
    private volatile boolean closed;
    private volatile long closedAt;

    Exchange(
            Tenant tenant,
            TransportSettings settings,
            NetworkSettings network,
            Timing timing,
            DeprecationReporter deprecations) {
        this.tenant = tenant;
        this.settings = settings;
        this.timing = timing;
        this.apiVersion = network.apiVersion();
        this.deprecations = deprecations;
        this.pool = HttpClientFactory.pool(settings, network);
        this.defaultConfig = config(settings.responseTimeout(), UNBOUNDED);
        this.createConfig = config(settings.createResponseTimeout(), UNBOUNDED);
        this.http = HttpClientFactory.create(pool, network, tenant);
    }

    boolean isClosed() {
        return closed;
    }

    /** Returns whether the exchange was already closed when the operation with this deadline started. */
    boolean isClosedBefore(Deadline operation) {
        return closed && operation.startedSince(closedAt);
    }

    /** Returns the number of pooled connections in use. */
    int leased() {
        return pool.getTotalStats().getLeased();
    }

    <T> AttemptResult<T> send(
            Call call, WireRequest request, @Nullable Secret token, @Nullable ResponseReader<T> reader)
            throws AttemptFailedException, UnusableResponseException {
        while (true) {
            try {
                return sendOnce(call, request, token, reader);
            } catch (RequestNotExecutedException e) {
                // The pool has discarded the stale connection, so the next attempt uses another one.
            }
        }
    }

    private <T> AttemptResult<T> sendOnce(
            Call call, WireRequest request, @Nullable Secret token, @Nullable ResponseReader<T> reader)
            throws AttemptFailedException, UnusableResponseException, RequestNotExecutedException {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), tenant.origin());
        message.setPath(request.target());
        message.setHeader(HttpHeaders.ACCEPT, JSON);
        message.setHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.ACCEPTED);
        if (token != null) {
            message.setHeader(HttpHeaders.AUTHORIZATION, "Bearer ".concat(token.reveal()));
        }
        if (apiVersion != null) {
            message.setHeader("qlik-api-version", apiVersion);
        }
        request.headers().forEach(message::setHeader);
        if (request.body() != null) {
            message.setHeader(HttpHeaders.CONTENT_TYPE, JSON);
            message.setEntity(new ByteArrayEntity(request.body(), null));
        }
        message.setConfig(config(call));
        SendTrackingRequestExecutor.Context context = new SendTrackingRequestExecutor.Context();

        DeadlineEnforcer.Guard guard = deadlines.watch(message, call.deadline());
        try (guard) {
            return exchange(call, message, context, reader);
        } catch (RequestNotExecutedException e) {
            throw e;
        } catch (CancellationException e) {
            // The thread was interrupted while it waited for a pooled connection.
            throw new AttemptFailedException(new InterruptedIOException(), false, guard.deadlinePassed());
        } catch (RuntimeException e) {
            // HttpClient may throw various runtime exceptions if a request is cancelled between two processing steps.
            if (e instanceof QlikException || !(guard.isCancelled() || closed)) {
                throw e;
            }
            throw new AttemptFailedException(new InterruptedIOException(), context.isSent(), guard.deadlinePassed());
        } catch (ClientProtocolException e) {
            MalformedResponseException malformed = e.getCause() instanceof MalformedResponseException known
                    ? known
                    : new MalformedResponseException(0, "is not valid HTTP/1.1");
            if (context.isSent()) {
                return malformed(malformed);
            }
            throw new AttemptFailedException(new ClientProtocolException(malformed), false, guard.deadlinePassed());
        } catch (IOException e) {
            boolean deadlinePassed = guard.deadlinePassed() || call.deadline().hasPassed();
            throw new AttemptFailedException(e, context.isSent(), deadlinePassed);
        }
    }

    /** Returns an error response even if only its status can be used. */
    private static <T> AttemptResult<T> malformed(MalformedResponseException malformed)
            throws UnusableResponseException {
        int status = malformed.status();
        if (status >= 400 && status < 600) {
            return new AttemptResult.Rejection<>(new ErrorResponse(status, null));
        }
        // Without a status, the fault may be one of the connection.
        throw new UnusableResponseException(status, String.valueOf(malformed.getMessage()), status < 100);
    }

    /** Discards an unread rest of a body together with its connection: reading it could take indefinitely. */
    private <T> AttemptResult<T> exchange(
            Call call,
            HttpUriRequestBase message,
            SendTrackingRequestExecutor.Context context,
            @Nullable ResponseReader<T> reader)
            throws IOException, UnusableResponseException {
        ClassicHttpResponse response = http.executeOpen(tenant.host(), message, context);
        boolean fullyRead = false;
        try {
            if (!context.isSent()) {
                throw new TunnelRefusedException(response.getCode());
            }
            deprecations.report(call, response);
            HttpEntity entity = response.getEntity();
            InputStream content = entity == null ? null : entity.getContent();
            AttemptResult<T> result = read(call, response, content, reader);
            boolean bodyIgnored = reader == null && result instanceof AttemptResult.Success;
            fullyRead = content == null || (!bodyIgnored && readRest(content));
            return result;
        } finally {
            if (!fullyRead) {
                message.cancel();
            }
            Closer.closeQuietly(response);
        }
    }

    private static boolean readRest(InputStream content) {
        try {
            // Byte by byte: usually nothing is left, and a buffer would be the largest object of a call.
            for (int i = 0; i <= MAX_REST_BYTES; i++) {
                if (content.read() < 0) {
                    return true;
                }
            }
        } catch (IOException e) {
            // The end was not reached.
        }
        return false;
    }

    private RequestConfig config(Call call) {
        Duration remaining = call.deadline().remaining();
        Duration response = settings.responseTimeout(call.operation());
        if (remaining.compareTo(response) < 0 || remaining.compareTo(settings.connectionRequestTimeout()) < 0) {
            return config(response, remaining);
        }
        // Nearly all calls share these two configurations.
        return call.operation() == Operation.CREATE_CONNECTION ? createConfig : defaultConfig;
    }

    private RequestConfig config(Duration response, Duration remaining) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout(settings.connectionRequestTimeout(), remaining))
                .setResponseTimeout(timeout(response, remaining))
                .setRedirectsEnabled(false)
                .build();
    }

    /** Returns at least 1 ms, because HttpClient treats zero as no timeout. */
    private static Timeout timeout(Duration configured, Duration remaining) {
        Duration shorter = configured.compareTo(remaining) < 0 ? configured : remaining;
        return Timeout.ofMilliseconds(Math.max(1, shorter.toMillis()));
    }

    private <T> AttemptResult<T> read(
            Call call, ClassicHttpResponse response, @Nullable InputStream content, @Nullable ResponseReader<T> reader)
            throws IOException, UnusableResponseException {
        int status = response.getCode();
        if (status >= 600) {
            throw new UnusableResponseException(status, "has a status that HTTP does not define", false);
        }
        if (status >= 400) {
            return new AttemptResult.Rejection<>(errorResponse(call, response, content));
        }
        try {
            return new AttemptResult.Success<>(status, success(call, response, content, reader));
        } catch (TruncatedChunkException e) {
            throw e;
        } catch (MalformedChunkCodingException e) {
            // Not a cause, because its message contains a part of the body.
            throw new UnusableResponseException(
                    status, "is not in the chunked coding that its header declares", status < 300);
        } catch (UnreadableResponseException e) {
            throw new UnusableResponseException(
                    status, String.valueOf(e.getMessage()), status < 300 && e.isTransient());
        }
    }

    /** Returns the body of a success, or null if none is to be read. */
    private <T> @Nullable T success(
            Call call, ClassicHttpResponse response, @Nullable InputStream content, @Nullable ResponseReader<T> reader)
            throws IOException {
        if (response.getCode() >= 300) {
            return location(call, response, reader);
        }
        if (reader == null) {
            if (content != null && !json(response) && content.read() >= 0) {
                // Otherwise the sign-in page of a proxy would count as a successful deletion.
                throw new UnreadableResponseException(
                        "is " + call.redactor().redact(mediaType(response)) + ", but no body was expected");
            }
            return null;
        }
        if (content == null) {
            throw new UnreadableResponseException("has no body");
        }
        if (!json(response)) {
            throw new UnreadableResponseException("is " + call.redactor().redact(mediaType(response)) + ", not JSON");
        }
        return reader.read(new BoundedInputStream(decoded(call, response, content), settings.maxResponseBytes()));
    }

    private static <T> T location(Call call, ClassicHttpResponse response, @Nullable ResponseReader<T> reader)
            throws UnreadableResponseException {
        String location = field(response, HttpHeaders.LOCATION);
        Optional<T> value = reader == null || location == null ? Optional.empty() : reader.readLocation(location);
        if (value.isEmpty()) {
            throw new UnreadableResponseException(redirect(call, location));
        }
        return value.get();
    }

    private static InputStream decoded(Call call, ClassicHttpResponse response, InputStream content)
            throws UnreadableResponseException {
        StringJoiner codings = new StringJoiner(", ");
        for (Header field : response.getHeaders(HttpHeaders.CONTENT_ENCODING)) {
            codings.add(field.getValue());
        }
        return ContentCoding.decode(codings.toString(), content, call.redactor());
    }

    private ErrorResponse errorResponse(Call call, ClassicHttpResponse response, @Nullable InputStream content) {
        Duration retryAfter = RetryAfter.parse(field(response, HttpHeaders.RETRY_AFTER), timing.now());
        ErrorResponse error = new ErrorResponse(response.getCode(), retryAfter);
        if (content == null || !json(response)) {
            return error;
        }
        try {
            InputStream body = new BoundedInputStream(decoded(call, response, content), MAX_ERROR_BYTES);
            return ErrorBody.parse(error, body, call.redactor());
        } catch (UnreadableResponseException e) {
            return error;
        }
    }

    private static String redirect(Call call, @Nullable String location) {
        if (location == null) {
            return "has no content";
        }
        try {
            String host = URI.create(location).getHost();
            return host == null
                    ? "redirects elsewhere"
                    : "redirects to the host " + call.redactor().redact(host);
        } catch (IllegalArgumentException e) {
            return "redirects elsewhere";
        }
    }

    private static boolean json(ClassicHttpResponse response) {
        if (JSON.equals(field(response, HttpHeaders.CONTENT_TYPE))) {
            return true;
        }
        String type = mediaType(response);
        return type.equals(JSON) || type.endsWith("+json") || type.equals(NO_MEDIA_TYPE);
    }

    /** Returns the type and subtype in lower case, without parameters (RFC 9110, section 8.3.1). */
    private static String mediaType(ClassicHttpResponse response) {
        String field = field(response, HttpHeaders.CONTENT_TYPE);
        String type = field == null ? "" : field.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? NO_MEDIA_TYPE : type;
    }

    private static @Nullable String field(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @Override
    public void close() {
        if (!closed) {
            closedAt = timing.nanoTime();
            closed = true;
        }
        deadlines.close();
        http.close(CloseMode.GRACEFUL);
    }
}
