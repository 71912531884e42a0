package io.github.qlikconnections.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The formats of error bodies. All services use {@code errors[]}, but its members differ. */
public enum ErrorBodyFormat {

    /** Data connections and data credentials: a numeric status in addition to code, title and detail. */
    CONNECTIONS {
        @Override
        void complete(ObjectNode body, ObjectNode error, ApiErrorException exception) {
            error.put("status", exception.status());
        }
    },

    /** Data sources: a free-form {@code meta} instead of a status. */
    SOURCES {
        @Override
        void complete(ObjectNode body, ObjectNode error, ApiErrorException exception) {
            error.putObject("meta");
        }
    },

    /** Spaces: a trace id, and the members of the first error at the top level. */
    SPACES {
        @Override
        void complete(ObjectNode body, ObjectNode error, ApiErrorException exception) {
            body.put("traceId", traceId());
            body.setAll(error.deepCopy());
        }
    },

    /** Users: a numeric status, and a trace id. */
    USERS {
        @Override
        void complete(ObjectNode body, ObjectNode error, ApiErrorException exception) {
            error.put("status", exception.status());
            body.put("traceId", traceId());
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

    /** Returns the format of the service at a path. */
    public static ErrorBodyFormat of(String path) {
        if (path.startsWith("/api/v1/data-sources")) {
            return SOURCES;
        }
        if (path.startsWith("/api/v1/spaces")) {
            return SPACES;
        }
        if (path.startsWith("/api/v1/users")) {
            return USERS;
        }
        return path.startsWith("/oauth/") ? OAUTH : CONNECTIONS;
    }

    private static String traceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    public Response toResponse(ApiErrorException exception) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putArray("errors").addObject();
        error.put("code", exception.code());
        error.put("title", exception.title());
        error.put("detail", exception.detail());
        // A gateway limits the rate for all services, so its errors do not have the format of a service.
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
