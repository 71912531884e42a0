package io.github.qlikconnections.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The error bodies of the services, which agree on {@code errors[]} and on little else. */
public enum ErrorBodyFormat {

    /** Data connections and data credentials: a numeric status beside code, title and detail. */
    CONNECTIONS {
        @Override
        void complete(ObjectNode body, ObjectNode error, ApiErrorException exception) {
            error.put("status", exception.status());
        }
    },

    /** Data sources: no status, but a free-form {@code meta}. */
    SOURCES {
        @Override
        void complete(ObjectNode body, ObjectNode error, ApiErrorException exception) {
            error.putObject("meta");
        }
    },

    /** Spaces: a trace id, and the first error once more at the top. */
    SPACES {
        @Override
        void complete(ObjectNode body, ObjectNode error, ApiErrorException exception) {
            body.put("traceId", UUID.randomUUID().toString().replace("-", ""));
            body.setAll(error.deepCopy());
        }
    },

    /** The token endpoint: the status as a string. */
    OAUTH {
        @Override
        void complete(ObjectNode body, ObjectNode error, ApiErrorException exception) {
            error.put("status", String.valueOf(exception.status()));
        }
    };

    abstract void complete(ObjectNode body, ObjectNode error, ApiErrorException exception);

    /** The shape that the service behind a path answers in. */
    public static ErrorBodyFormat of(String path) {
        if (path.startsWith("/api/v1/data-sources")) {
            return SOURCES;
        }
        if (path.startsWith("/api/v1/spaces")) {
            return SPACES;
        }
        return path.startsWith("/oauth/") ? OAUTH : CONNECTIONS;
    }

    public Response toResponse(ApiErrorException exception) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putArray("errors").addObject();
        error.put("code", exception.code());
        error.put("title", exception.title());
        error.put("detail", exception.detail());
        // The limiter stands in front of the services and knows nothing of their shapes.
        if (exception.status() != 429) {
            complete(body, error, exception);
        }
        Response response = Response.json(exception.status(), body);
        for (var header : exception.headers().entrySet()) {
            response = response.withHeader(header.getKey(), header.getValue());
        }
        return response;
    }
}
