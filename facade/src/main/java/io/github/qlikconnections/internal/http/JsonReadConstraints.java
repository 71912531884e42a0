package io.github.qlikconnections.internal.http;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What an answer may hold before it is taken for an attack: deep nesting, endless numbers, endless names and endless small
 * parts cost far more than their bytes. The longest string is bounded by the size of the answer.
 */
public final class JsonReadConstraints {

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(200)
            .maxNumberLength(400)
            .maxNameLength(10_000)
            .maxTokenCount(1_000_000)
            .maxStringLength(16 * 1024 * 1024)
            .build();

    private JsonReadConstraints() {}

    /** The same mapper, bounded. */
    public static ObjectMapper apply(ObjectMapper json) {
        json.getFactory().setStreamReadConstraints(BOUNDS);
        return json;
    }
}
