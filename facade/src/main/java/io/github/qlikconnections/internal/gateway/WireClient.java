package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.client.ApiClient;
import io.github.qlikconnections.client.ApiException;
import io.github.qlikconnections.client.Pair;
import io.github.qlikconnections.internal.http.AnswerReader;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.JsonBounds;
import io.github.qlikconnections.internal.http.Transport;
import io.github.qlikconnections.internal.http.UnreadableAnswer;
import io.github.qlikconnections.internal.http.WireRequest;
import java.io.CharConversionException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The generated client with its wire replaced: what it would send itself goes over the {@link Transport}, so that none of its
 * own error handling, logging or defaults takes part. Thread-safe.
 */
public final class WireClient extends ApiClient {

    /** The generated classes pass no argument through to {@code invokeAPI}; the scope ends with {@link #send}. */
    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

    private static final String JSON = "application/json";

    private final Transport transport;
    private final ObjectMapper json;

    /** A client over this transport. */
    public WireClient(Transport transport) {
        this(transport, null);
    }

    @SuppressWarnings("NullAway") // no HTTP client: nothing of the parent that would use one is reached
    private WireClient(Transport transport, @Nullable ObjectMapper shared) {
        super(null);
        this.transport = transport;
        this.json = shared != null
                ? shared
                : JsonBounds.apply(getObjectMapper())
                        .addHandler(new LenientReading())
                        .registerModule(SecretSerializer.module());
        setBasePath("");
        setServerIndex(null);
    }

    /** The same client over another transport. */
    public WireClient over(Transport other) {
        return new WireClient(other, json);
    }

    /** Runs a method of a generated API class as the given call. */
    <T> T send(Call call, GeneratedCall<T> generated) {
        CURRENT.set(call);
        try {
            return generated.run();
        } catch (ApiException e) {
            // Its message may be a raw body, so it is not made a cause.
            throw new IllegalStateException("The generated client refused " + call.describe() + " before sending it.");
        } finally {
            CURRENT.remove();
        }
    }

    /** Runs a method of a generated API class that returns nothing as the given call. */
    void run(Call call, GeneratedAction generated) {
        send(call, () -> {
            generated.run();
            return "";
        });
    }

    ObjectMapper json() {
        return json;
    }

    // The generated client compiles a regular expression for each of the following whenever it is asked.

    @Override
    public boolean isJsonMime(@Nullable String mime) {
        return JSON.equals(mime) || super.isJsonMime(mime);
    }

    @Override
    public String escapeString(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public List<Pair> parameterToPair(String name, @Nullable Object value) {
        return value == null ? List.of() : super.parameterToPair(name, value);
    }

    @Override
    public <T> @Nullable T invokeAPI(
            String path,
            String method,
            List<Pair> queryParams,
            List<Pair> collectionQueryParams,
            String urlQueryDeepObject,
            @Nullable Object body,
            Map<String, String> headerParams,
            Map<String, String> cookieParams,
            Map<String, Object> formParams,
            String accept,
            String contentType,
            String[] authNames,
            @Nullable TypeReference<T> returnType) {
        Call call = CURRENT.get();
        if (call == null) {
            throw new IllegalStateException("A generated method was called outside of send(…)");
        }
        String target = buildUrl(path, queryParams, collectionQueryParams, urlQueryDeepObject);
        WireRequest request = new WireRequest(method, target, headerParams, body == null ? null : bytes(body));
        return transport.send(call, request, returnType == null ? null : reader(returnType));
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            // Jackson's message may hold a value, so it is not made a cause.
            throw new IllegalStateException(
                    "A request body of type " + body.getClass().getSimpleName() + " could not be written as JSON");
        }
    }

    private <T> AnswerReader<T> reader(TypeReference<T> type) {
        return body -> {
            T value;
            try {
                value = json.readValue(body, type);
            } catch (JsonProcessingException e) {
                JsonLocation where = e.getLocation();
                throw new UnreadableAnswer("is not the JSON that the API documents"
                        + (where == null
                                ? ""
                                : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")"));
            } catch (CharConversionException e) {
                throw new UnreadableAnswer("is not in UTF-8");
            }
            if (value == null) {
                throw new UnreadableAnswer("is the JSON null");
            }
            return value;
        };
    }

    /**
     * A method of a generated API class with its arguments.
     *
     * @param <T> what it returns
     */
    @FunctionalInterface
    interface GeneratedCall<T> {

        T run() throws ApiException;
    }

    /** The same for a method that returns nothing. */
    @FunctionalInterface
    interface GeneratedAction {

        void run() throws ApiException;
    }
}
