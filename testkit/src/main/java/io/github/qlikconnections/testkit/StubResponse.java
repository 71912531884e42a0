package io.github.qlikconnections.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.ErrorBodyFormat;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.Request;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.ResponseDelivery;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A stubbed response of a {@link FakeTenant}: a custom response, the modified response of the tenant, or a dropped connection.
 * Instances are immutable and thread-safe.
 *
 * <pre>{@code
 * tenant.stubNext(StubResponse.error(503, "DOWN", "Service unavailable", "Later"));
 * tenant.stubNext("POST", "/api/v1/data-connections", StubResponse.dropAfterHandling());
 * tenant.stubNext(StubResponse.passThrough().truncated());
 * }</pre>
 */
public final class StubResponse {

    /** Creates the response to a request, or returns null to drop the connection. {@code real} handles it in the tenant. */
    @FunctionalInterface
    private interface ResponseSource {
        @Nullable Response handle(Request request, Function<Request, Response> real);
    }

    private final ResponseSource source;
    private final UnaryOperator<Response> changes;
    private final Duration delay;
    private final Duration drip;
    private final boolean droppedMidBody;

    private StubResponse(
            ResponseSource source,
            UnaryOperator<Response> changes,
            Duration delay,
            Duration drip,
            boolean droppedMidBody) {
        this.source = source;
        this.changes = changes;
        this.delay = delay;
        this.drip = drip;
        this.droppedMidBody = droppedMidBody;
    }

    private static StubResponse of(ResponseSource source) {
        return new StubResponse(source, UnaryOperator.identity(), Duration.ZERO, Duration.ZERO, false);
    }

    ResponseDelivery deliver(Request request, Function<Request, Response> real) {
        Response response = source.handle(request, real);
        return new ResponseDelivery(response == null ? null : changes.apply(response), delay, drip, droppedMidBody);
    }

    /**
     * Returns a stub that handles the request in the tenant and sends the response of the tenant. Other methods of this class
     * modify this response.
     *
     * @return the stub response
     */
    public static StubResponse passThrough() {
        return of((request, real) -> real.apply(request));
    }

    /**
     * Returns a response without a body. The tenant does not handle the request.
     *
     * @param status the HTTP status, such as 304 or 502
     * @return the stub response
     */
    public static StubResponse status(int status) {
        return of((request, real) -> Response.empty(status));
    }

    /**
     * Returns a response with any body. The tenant does not handle the request.
     *
     * @param status the HTTP status
     * @param contentType the media type
     * @param body the body
     * @return the stub response
     */
    public static StubResponse of(int status, String contentType, String body) {
        Response response = Response.text(status, contentType, body);
        return of((request, real) -> response);
    }

    /**
     * Returns a response with a JSON body. The tenant does not handle the request.
     *
     * @param status the HTTP status
     * @param body the body, not necessarily well-formed
     * @return the stub response
     */
    public static StubResponse json(int status, String body) {
        return of(status, "application/json", body);
    }

    /**
     * Returns an HTML page, as proxies and sign-in forms send it. The tenant does not handle the request.
     *
     * @param status the HTTP status, such as 200 or 503
     * @return the stub response
     */
    public static StubResponse html(int status) {
        return of(
                status,
                "text/html; charset=utf-8",
                "<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>");
    }

    /**
     * Returns an error in the format of the requested service. The tenant does not handle the request.
     *
     * @param status the HTTP status
     * @param code the error code
     * @param title the error title
     * @param detail the error detail
     * @return the stub response
     */
    public static StubResponse error(int status, String code, String title, String detail) {
        ApiErrorException exception = new ApiErrorException(status, code, title, detail);
        return of((request, real) -> ErrorBodyFormat.of(request.rawPath()).toResponse(exception));
    }

    /**
     * Returns a stub that drops the connection. The tenant does not handle the request.
     *
     * @return the stub response
     */
    public static StubResponse dropBeforeHandling() {
        return of((request, real) -> null);
    }

    /**
     * Returns a stub that drops the connection after the tenant has handled the request.
     *
     * @return the stub response
     */
    public static StubResponse dropAfterHandling() {
        return afterHandling(dropBeforeHandling());
    }

    /**
     * Returns a stub that replaces the response after the tenant has handled the request.
     *
     * <pre>{@code
     * tenant.stubNext("POST", path, StubResponse.afterHandling(StubResponse.json(201, "{}")));
     * }</pre>
     *
     * @param response the response to send; {@link #passThrough()} is the response to the same, single handling
     * @return the stub response
     */
    public static StubResponse afterHandling(StubResponse response) {
        ResponseSource source = (request, real) -> {
            Response handled = real.apply(request);
            return response.source.handle(request, again -> handled);
        };
        return new StubResponse(source, response.changes, response.delay, response.drip, response.droppedMidBody);
    }

    /**
     * Returns a copy with a header.
     *
     * @param name the name of the header
     * @param value the value, which replaces an existing one
     * @return the copy
     */
    public StubResponse header(String name, String value) {
        Objects.requireNonNull(value, "value");
        return changed(response -> response.withHeader(name, value));
    }

    /**
     * Returns a copy with another {@code Content-Type} header. The body does not change.
     *
     * @param value the media type
     * @return the copy
     */
    public StubResponse contentType(String value) {
        return header("Content-Type", value);
    }

    /**
     * Returns a copy without the second half of the body. The JSON is incomplete, but the HTTP response is complete.
     *
     * @return the copy
     */
    public StubResponse truncated() {
        return changed(response -> response.withBody(Arrays.copyOf(response.body(), response.body().length / 2)));
    }

    /**
     * Returns a copy with an additional entry in {@code errors[]} of a JSON response, as in an incomplete list. The status does not change.
     *
     * @param status the status of the error
     * @param code the code of the error
     * @param title the title of the error
     * @param detail the detail of the error
     * @return the copy
     */
    public StubResponse withError(int status, String code, String title, String detail) {
        ObjectNode problem = Json.object();
        problem.put("code", code).put("title", title).put("detail", detail).put("status", status);
        return changed(response -> withError(response, problem));
    }

    private static Response withError(Response response, ObjectNode problem) {
        ObjectNode body = object(response)
                .orElseThrow(() -> new IllegalStateException("withError(..) requires a response with a JSON object"));
        body.withArray("errors").add(problem);
        return response.withBody(Json.bytes(body));
    }

    /**
     * Returns a copy without some top-level members of the JSON object. If the object is a list, whose member {@code data} is an array, they
     * are removed from each of its entries instead.
     *
     * @param members the names of the members; those that are absent, and responses without a JSON object, are ignored
     * @return the copy
     */
    public StubResponse without(String... members) {
        List<String> names = List.of(members);
        return changed(response -> withEach(response, object -> object.remove(names)));
    }

    /**
     * Returns a copy with a top-level member of the JSON object. If the object is a list, whose member {@code data} is an array, it is
     * set in each of its entries instead. A response without a JSON object does not change.
     *
     * @param member the name of the member
     * @param value a string, number, boolean, list or map, or {@code null} for JSON null
     * @return the copy
     */
    public StubResponse with(String member, @Nullable Object value) {
        Objects.requireNonNull(member, "member");
        JsonNode node = Json.tree(value);
        return changed(response -> withEach(response, object -> object.set(member, node)));
    }

    private static Response withEach(Response response, Consumer<ObjectNode> change) {
        return object(response)
                .map(body -> {
                    if (body.get("data") instanceof ArrayNode entries) {
                        entries.forEach(entry -> {
                            if (entry instanceof ObjectNode object) {
                                change.accept(object);
                            }
                        });
                    } else {
                        change.accept(body);
                    }
                    return response.withBody(Json.bytes(body));
                })
                .orElse(response);
    }

    private static Optional<ObjectNode> object(Response response) {
        try {
            return Json.parse(response.body()) instanceof ObjectNode body ? Optional.of(body) : Optional.empty();
        } catch (IOException e) {
            // Not JSON, so there are no members to change.
            return Optional.empty();
        }
    }

    /**
     * Returns a copy that drops the connection after half of the body, before the declared content length is reached.
     *
     * @return the copy
     */
    public StubResponse droppedMidBody() {
        return new StubResponse(source, changes, delay, drip, true);
    }

    /**
     * Returns a copy with a delay. The tenant handles the request before the delay.
     *
     * @param time the delay, in real time; closing the tenant ends it
     * @return the copy
     */
    public StubResponse delayed(Duration time) {
        return new StubResponse(source, changes, Objects.requireNonNull(time, "time"), drip, droppedMidBody);
    }

    /**
     * Returns a copy that sends the body byte by byte.
     *
     * @param pause the delay before each byte, in real time; closing the tenant ends it
     * @return the copy
     */
    public StubResponse dripping(Duration pause) {
        return new StubResponse(source, changes, delay, Objects.requireNonNull(pause, "pause"), droppedMidBody);
    }

    private StubResponse changed(UnaryOperator<Response> change) {
        return new StubResponse(source, response -> change.apply(changes.apply(response)), delay, drip, droppedMidBody);
    }
}
