package io.github.qlikconnections.internal.gateway;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.qlikconnections.client.ApiClient;
import io.github.qlikconnections.client.ApiRequest;
import io.github.qlikconnections.event.RunContext;
import io.github.qlikconnections.internal.http.Call;
import io.github.qlikconnections.internal.http.JsonReadConstraints;
import io.github.qlikconnections.internal.http.LocationReader;
import io.github.qlikconnections.internal.http.ResponseReader;
import io.github.qlikconnections.internal.http.Transport;
import io.github.qlikconnections.internal.http.UnreadableResponseException;
import io.github.qlikconnections.internal.http.WireRequest;
import java.io.CharConversionException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Creates the clients of the generated classes. They write and read JSON bodies and send requests over the {@link Transport}, which
 * applies retries, rate limits and error mapping. This class is thread-safe.
 */
public final class ApiClientFactory {

    /** Shared by all clients, because the inspection of the generated classes takes longer than a request. */
    private static final ObjectMapper JSON = JsonReadConstraints.apply(JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A double would lose digits that the comparison needs: 1.50 is not the text "1.5".
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .annotationIntrospector(new DatePropertyIntrospector())
            .addHandler(new LenientDeserializationHandler())
            .addModule(SecretSerializer.module())
            .build());

    private static final Map<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();

    private final Transport transport;
    private final @Nullable RunContext run;

    /** Creates a factory over this transport. */
    public ApiClientFactory(Transport transport) {
        this(transport, null);
    }

    private ApiClientFactory(Transport transport, @Nullable RunContext run) {
        this.transport = transport;
        this.run = run;
    }

    /** Returns a factory over another transport. */
    public ApiClientFactory withTransport(Transport other) {
        return new ApiClientFactory(other, run);
    }

    /** Returns a factory over the same transport whose calls belong to this bulk run. */
    public ApiClientFactory forBulkRun(RunContext bulkRun) {
        return new ApiClientFactory(transport, bulkRun);
    }

    /** Returns a client that sends every request as the given call. */
    ApiClient forCall(Call call) {
        return new TransportApiClient(call.withRun(run));
    }

    ObjectMapper json() {
        return JSON;
    }

    private final class TransportApiClient implements ApiClient {

        private final Call call;

        private TransportApiClient(Call call) {
            this.call = call;
        }

        @Override
        public <T> @Nullable T send(ApiRequest request, @Nullable Class<T> responseType) {
            Object body = request.body();
            WireRequest wireRequest = new WireRequest(
                    request.method(),
                    request.target(),
                    request.pathTemplate(),
                    request.headers(),
                    body == null ? null : bytes(body));
            if (responseType == URI.class) {
                return responseType.cast(transport.send(call, wireRequest, new LocationReader()));
            }
            return transport.send(call, wireRequest, responseType == null ? null : reader(responseType));
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            // Jackson's exception is not the cause, because its message may contain a value.
            throw new IllegalStateException(
                    "A request body of type " + body.getClass().getSimpleName() + " could not be written as JSON");
        }
    }

    private static <T> ResponseReader<T> reader(Class<T> type) {
        ObjectReader reader = READERS.computeIfAbsent(type, JSON::readerFor);
        return body -> {
            T value;
            try {
                value = reader.readValue(body);
            } catch (StreamConstraintsException e) {
                throw UnreadableResponseException.permanent(
                        "is not the JSON that the API documents: it is nested too deeply or has a part that is too"
                                + " long");
            } catch (JsonProcessingException e) {
                if (e.getCause() instanceof NumberFormatException) {
                    throw UnreadableResponseException.permanent(
                            "is not the JSON that the API documents: it has a number that is too large");
                }
                JsonLocation location = e.getLocation();
                throw new UnreadableResponseException("is not the JSON that the API documents"
                        + (location == null
                                ? ""
                                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")"));
            } catch (CharConversionException e) {
                throw new UnreadableResponseException("is not in UTF-8");
            }
            if (value == null) {
                throw new UnreadableResponseException("is the JSON null");
            }
            return value;
        };
    }
}
