package io.github.qlikconnections.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The error bodies of the services, which agree on {@code errors[]} and on little else. */
public enum ErrorShape {

    /** Data connections and data credentials: a numeric status beside code, title and detail. */
    CONNECTIONS {
        @Override
        void complete(ObjectNode body, ObjectNode error, Refusal refusal) {
            error.put("status", refusal.status());
        }
    },

    /** Data sources: no status, but a free-form {@code meta}. */
    SOURCES {
        @Override
        void complete(ObjectNode body, ObjectNode error, Refusal refusal) {
            error.putObject("meta");
        }
    },

    /** Spaces: a trace id, and the first error once more at the top. */
    SPACES {
        @Override
        void complete(ObjectNode body, ObjectNode error, Refusal refusal) {
            body.put("traceId", UUID.randomUUID().toString().replace("-", ""));
            body.setAll(error.deepCopy());
        }
    },

    /** The token endpoint: the status as a string. */
    OAUTH {
        @Override
        void complete(ObjectNode body, ObjectNode error, Refusal refusal) {
            error.put("status", String.valueOf(refusal.status()));
        }
    };

    abstract void complete(ObjectNode body, ObjectNode error, Refusal refusal);

    /** The shape that the service behind a path answers in. */
    public static ErrorShape of(String path) {
        if (path.startsWith("/api/v1/data-sources")) {
            return SOURCES;
        }
        if (path.startsWith("/api/v1/spaces")) {
            return SPACES;
        }
        return path.startsWith("/oauth/") ? OAUTH : CONNECTIONS;
    }

    public Answer answer(Refusal refusal) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putArray("errors").addObject();
        error.put("code", refusal.code());
        error.put("title", refusal.title());
        error.put("detail", refusal.detail());
        // The limiter stands in front of the services and knows nothing of their shapes.
        if (refusal.status() != 429) {
            complete(body, error, refusal);
        }
        Answer answer = Answer.json(refusal.status(), body);
        for (var header : refusal.headers().entrySet()) {
            answer = answer.withHeader(header.getKey(), header.getValue());
        }
        return answer;
    }
}
