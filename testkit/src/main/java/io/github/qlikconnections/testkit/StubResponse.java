package io.github.qlikconnections.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.Response;
import io.github.qlikconnections.testkit.internal.http.ResponseDelivery;
import io.github.qlikconnections.testkit.internal.http.ErrorBodyFormat;
import io.github.qlikconnections.testkit.internal.http.Json;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import io.github.qlikconnections.testkit.internal.http.Request;
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
 * What a {@link FakeTenant} answers when it is told to: an answer of the test's own, the real one with something wrong
 * about it, or none. Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * tenant.stubNext(StubResponse.error(503, "DOWN", "Service unavailable", "Later"));
 * tenant.stubNext("POST", "/api/v1/data-connections", StubResponse.dropAfterHandling());
 * tenant.stubNext(StubResponse.passThrough().truncated());
 * }</pre>
 */
public final class StubResponse {

    /** Makes the answer for a request, given what the tenant itself does with it; null for none. */
    @FunctionalInterface
    private interface Source {
        @Nullable Response handle(Request request, Function<Request, Response> real);
    }

    private final Source source;
    private final UnaryOperator<Response> changes;
    private final Duration delay;
    private final Duration drip;
    private final boolean droppedMidBody;

    private StubResponse(
            Source source, UnaryOperator<Response> changes, Duration delay, Duration drip, boolean droppedMidBody) {
        this.source = source;
        this.changes = changes;
        this.delay = delay;
        this.drip = drip;
        this.droppedMidBody = droppedMidBody;
    }

    private static StubResponse of(Source source) {
        return new StubResponse(source, UnaryOperator.identity(), Duration.ZERO, Duration.ZERO, false);
    }

    ResponseDelivery deliver(Request request, Function<Request, Response> real) {
        Response response = source.handle(request, real);
        return new ResponseDelivery(response == null ? null : changes.apply(response), delay, drip, droppedMidBody);
    }

    /**
     * The tenant's own answer, to be changed by the methods of this class.
     *
     * @return the answer
     */
    public static StubResponse passThrough() {
        return of((request, real) -> real.apply(request));
    }

    /**
     * A status without a body; the tenant does nothing.
     *
     * @param status the HTTP status, such as 304 or 502
     * @return the answer
     */
    public static StubResponse status(int status) {
        return of((request, real) -> Response.empty(status));
    }

    /**
     * Any text; the tenant does nothing.
     *
     * @param status the HTTP status
     * @param contentType the media type
     * @param body the body
     * @return the answer
     */
    public static StubResponse of(int status, String contentType, String body) {
        Response response = Response.text(status, contentType, body);
        return of((request, real) -> response);
    }

    /**
     * A JSON text; the tenant does nothing.
     *
     * @param status the HTTP status
     * @param body the body, which need not be well-formed
     * @return the answer
     */
    public static StubResponse json(int status, String body) {
        return of(status, "application/json", body);
    }

    /**
     * A page where JSON is expected, as a proxy or a sign-in form sends it; the tenant does nothing.
     *
     * @param status the HTTP status, such as 200 or 503
     * @return the answer
     */
    public static StubResponse html(int status) {
        return of(
                status,
                "text/html; charset=utf-8",
                "<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>");
    }

    /**
     * An error in the shape of the service that is asked; the tenant does nothing.
     *
     * @param status the HTTP status
     * @param code the error code
     * @param title the error title
     * @param detail the error detail
     * @return the answer
     */
    public static StubResponse error(int status, String code, String title, String detail) {
        ApiErrorException exception = new ApiErrorException(status, code, title, detail);
        return of((request, real) -> ErrorBodyFormat.of(request.rawPath()).toResponse(exception));
    }

    /**
     * No answer: the connection is dropped, and the tenant has done nothing.
     *
     * @return the answer
     */
    public static StubResponse dropBeforeHandling() {
        return of((request, real) -> null);
    }

    /**
     * No answer: the connection is dropped, but the tenant has done what was asked.
     *
     * @return the answer
     */
    public static StubResponse dropAfterHandling() {
        return afterHandling(dropBeforeHandling());
    }

    /**
     * Returns an answer that is sent in place of the tenant's own: the tenant does what is asked, and its response is
     * replaced.
     *
     * <pre>{@code
     * tenant.stubNext("POST", path, StubResponse.afterHandling(StubResponse.json(201, "{}")));
     * }</pre>
     *
     * @param response the answer that is sent; {@link #real()} is the response to the same, single handling
     * @return the answer
     */
    public static StubResponse afterHandling(StubResponse response) {
        Source source = (request, real) -> {
            Response handled = real.apply(request);
            return response.source.handle(request, again -> handled);
        };
        return new StubResponse(source, response.changes, response.delay, response.drip, response.droppedMidBody);
    }

    /**
     * Sets a header.
     *
     * @param name the header's name
     * @param value its value, in place of one that is there
     * @return a changed copy
     */
    public StubResponse header(String name, String value) {
        Objects.requireNonNull(value, "value");
        return changed(response -> response.withHeader(name, value));
    }

    /**
     * Says that the body is something else than it is.
     *
     * @param value the media type
     * @return a changed copy
     */
    public StubResponse contentType(String value) {
        return header("Content-Type", value);
    }

    /**
     * Leaves the second half of the body out, so that JSON breaks off; to HTTP the answer is complete.
     *
     * @return a changed copy
     */
    public StubResponse truncated() {
        return changed(response -> response.withBody(Arrays.copyOf(response.body(), response.body().length / 2)));
    }

    /**
     * Adds to {@code errors[]} of a JSON answer, as a list does that is not complete; the status stays.
     *
     * @param status the error's status
     * @param code the error's code
     * @param title the error's title
     * @param detail the error's detail
     * @return a changed copy
     */
    public StubResponse withError(int status, String code, String title, String detail) {
        ObjectNode problem = Json.object();
        problem.put("code", code).put("title", title).put("detail", detail).put("status", status);
        return changed(response -> withError(response, problem));
    }

    private static Response withError(Response response, ObjectNode problem) {
        ObjectNode body = object(response)
                .orElseThrow(() -> new IllegalStateException("withError(..) needs a JSON object to add to"));
        body.withArray("errors").add(problem);
        return response.withBody(Json.bytes(body));
    }

    /**
     * Removes top-level members of a JSON object. If the object is a list, whose member {@code data} is an array, they
     * are removed from each of its entries instead.
     *
     * @param members the names of the members; those that are absent, and responses without a JSON object, are ignored
     * @return a changed copy
     */
    public StubResponse without(String... members) {
        List<String> names = List.of(members);
        return changed(response -> withEach(response, object -> object.remove(names)));
    }

    /**
     * Sets a top-level member of a JSON object. If the object is a list, whose member {@code data} is an array, it is
     * set in each of its entries instead. A response without a JSON object is left as it is.
     *
     * @param member the name of the member
     * @param value a string, number, boolean, list or map, or {@code null} for JSON null
     * @return a changed copy
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
            // Not JSON: there is nothing to change.
            return Optional.empty();
        }
    }

    /**
     * Drops the connection after half of the body, so that the announced length is not reached.
     *
     * @return a changed copy
     */
    public StubResponse droppedMidBody() {
        return new StubResponse(source, changes, delay, drip, true);
    }

    /**
     * Waits before anything is sent; the tenant has done what was asked by then.
     *
     * @param time how long, in real time; closing the tenant ends the wait
     * @return a changed copy
     */
    public StubResponse delayed(Duration time) {
        return new StubResponse(source, changes, Objects.requireNonNull(time, "time"), drip, droppedMidBody);
    }

    /**
     * Sends the body byte by byte.
     *
     * @param pause the wait before each byte, in real time; closing the tenant ends it
     * @return a changed copy
     */
    public StubResponse dripping(Duration pause) {
        return new StubResponse(source, changes, delay, Objects.requireNonNull(pause, "pause"), droppedMidBody);
    }

    private StubResponse changed(UnaryOperator<Response> change) {
        return new StubResponse(source, response -> change.apply(changes.apply(response)), delay, drip, droppedMidBody);
    }
}
