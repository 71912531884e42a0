package io.github.qlikconnections.internal.http;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.UnexpectedResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PushbackInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Sends a request once and reads its answer; whether to do it again is for {@link Transport} to decide. Thread-safe. */
final class Exchange implements AutoCloseable {

    private static final long MAX_ERROR_BYTES = 64 * 1024;

    private final Tenant tenant;
    private final TransportSettings settings;
    private final Timing timing;
    private final CloseableHttpClient http;
    private final Watchdog watchdog = new Watchdog();

    Exchange(Tenant tenant, TransportSettings settings, Timing timing, String userAgent) {
        this.tenant = tenant;
        this.settings = settings;
        this.timing = timing;
        this.http = HttpClientFactory.create(settings, userAgent);
    }

    <T> Answer<T> send(Call call, WireRequest request, Secret token, @Nullable AnswerReader<T> reader)
            throws BrokenExchange {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), URI.create(tenant + request.target()));
        message.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        message.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.reveal());
        request.headers().forEach(message::setHeader);
        RequestBody body = request.body() == null ? null : new RequestBody(request.body());
        message.setEntity(body);
        message.setConfig(config(call));

        Watchdog.Guard guard = watchdog.watch(message, call.deadline());
        try (guard) {
            return http.execute(tenant.host(), message, response -> read(call, response, reader));
        } catch (CancellationException e) {
            // The thread was interrupted while it waited for a pooled connection.
            throw new BrokenExchange(new InterruptedIOException(), false, guard.deadlinePassed());
        } catch (IOException e) {
            boolean connected = body == null ? !BrokenExchange.whileConnecting(e) : body.begun();
            throw new BrokenExchange(e, connected, guard.deadlinePassed());
        }
    }

    private RequestConfig config(Call call) {
        Duration silence = settings.responseTimeout(call.operation());
        Duration left = call.deadline().remaining();
        Duration response = silence.compareTo(left) < 0 ? silence : left;
        return RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.poolTimeout()))
                .setResponseTimeout(Timeout.ofMilliseconds(Math.max(1, response.toMillis())))
                .setRedirectsEnabled(false)
                .build();
    }

    private <T> Answer<T> read(Call call, ClassicHttpResponse response, @Nullable AnswerReader<T> reader)
            throws IOException {
        int status = response.getCode();
        if (status >= 400) {
            return refusal(call, response, status);
        }
        if (status >= 300) {
            throw unexpected(call, status, redirect(response));
        }
        if (reader == null) {
            return new Answer.Success<>(null);
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            throw unexpected(call, status, "has no body");
        }
        if (!json(entity)) {
            throw unexpected(call, status, "is " + mediaType(entity) + ", not JSON");
        }
        InputStream bounded = new BoundedInputStream(entity.getContent(), settings.maxAnswerBytes());
        try (PushbackInputStream body = new PushbackInputStream(bounded)) {
            int first = body.read();
            if (first < 0) {
                throw unexpected(call, status, "has no body");
            }
            body.unread(first);
            return new Answer.Success<>(reader.read(body));
        } catch (UnreadableAnswer e) {
            throw unexpected(call, status, String.valueOf(e.getMessage()));
        }
    }

    private <T> Answer<T> refusal(Call call, ClassicHttpResponse response, int status) throws IOException {
        ErrorBody errors = ErrorBody.NONE;
        HttpEntity entity = response.getEntity();
        if (entity != null && json(entity)) {
            errors = ErrorBody.read(new BoundedInputStream(entity.getContent(), MAX_ERROR_BYTES), call.redactor());
        }
        Duration retryAfter = RetryAfter.parse(field(response, HttpHeaders.RETRY_AFTER), timing.now())
                .orElse(null);
        return new Answer.Refused<>(status, errors.errors(), errors.traceId(), retryAfter);
    }

    private UnexpectedResponseException unexpected(Call call, int status, String what) {
        return new UnexpectedResponseException(
                "Could not " + call.describe() + ": the answer (status " + status + ") " + what + ". Check that "
                        + tenant + " is the address of a Qlik Cloud tenant and that no proxy answers in its place.",
                status);
    }

    private static String redirect(ClassicHttpResponse response) {
        String location = field(response, HttpHeaders.LOCATION);
        if (location == null) {
            return "has no content";
        }
        try {
            String host = URI.create(location).getHost();
            return host == null ? "redirects elsewhere" : "redirects to the host " + host;
        } catch (IllegalArgumentException e) {
            return "redirects elsewhere";
        }
    }

    private static boolean json(HttpEntity entity) {
        String type = mediaType(entity);
        return type.equals("application/json") || type.endsWith("+json") || type.equals("without a content type");
    }

    private static String mediaType(HttpEntity entity) {
        ContentType type = ContentType.parseLenient(entity.getContentType());
        return type == null || type.getMimeType() == null
                ? "without a content type"
                : Redactor.NONE.clean(type.getMimeType());
    }

    private static @Nullable String field(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @Override
    public void close() {
        watchdog.close();
        http.close(org.apache.hc.core5.io.CloseMode.GRACEFUL);
    }
}
