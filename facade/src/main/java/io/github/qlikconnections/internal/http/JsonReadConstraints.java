package io.github.qlikconnections.internal.http;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Limits for the JSON of responses. Deep nesting, long numbers, long names and many tokens cost far more than their bytes. Strings
 * are limited by the size of the response.
 */
public final class JsonReadConstraints {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(200)
            .maxNumberLength(400)
            .maxNameLength(10_000)
            .maxTokenCount(1_000_000)
            .maxStringLength(16 * 1024 * 1024)
            .build();

    private JsonReadConstraints() {}

    /** Applies the limits to a mapper and returns it. */
    public static ObjectMapper apply(ObjectMapper json) {
        json.getFactory().setStreamReadConstraints(LIMITS);
        return json;
    }
}
