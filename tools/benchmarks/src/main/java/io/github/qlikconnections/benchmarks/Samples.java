package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Specifications and drafts for the benchmarks. */
final class Samples {

    static final String LAKE = "File_AmazonS3ConnectorV2";
    static final String WIDE = "wide";
    static final int SOURCES = 200;

    private Samples() {}

    /** Returns a specification with a flat schema of eight properties with a list of thirty regions, like that of the S3 connector. */
    static String lakeSpec() {
        return response(lakeSchema());
    }

    static String source(int number) {
        return "source-" + number;
    }

    /** Returns the schema of {@link #lakeSpec()}. */
    static String lakeSchema() {
        String regions =
                IntStream.range(0, 30).mapToObj(i -> "\"region-" + i + "\"").collect(Collectors.joining(","));
        return """
                {"type": "object", "properties": {
                  "region": {"type": "string", "default": "region-0", "enum": [%s], "description": "Where the bucket is."},
                  "bucketName": {"type": "string", "description": "Which bucket."},
                  "storeSseHeader": {"type": "string", "description": "How it is encrypted at rest."},
                  "separateCredentials": {"type": "boolean", "default": false, "description": "Who brings the keys."},
                  "selectedCredentials": {"type": "string", "description": "Which keys."},
                  "credentialsName": {"type": "string", "description": "What the keys are called."},
                  "accessKey": {"type": "string", "description": "The key."},
                  "secretKey": {"type": "string", "description": "The secret."}}}""".formatted(regions);
    }

    static ConnectionDraft lakeDraft() {
        return lakeDraft(LAKE);
    }

    static ConnectionDraft lakeDraft(String source) {
        return ConnectionDraft.builder(source, "Sales lake")
                .inSpace("611b00000000000000000001")
                .set("region", "region-17")
                .set("bucketName", "acme-sales")
                .secret("accessKey", Secret.of("AAAABBBBCCCCDDDDEEEE"))
                .secret("secretKey", Secret.of("0123456789012345678901234567890123456789"))
                .build();
    }

    /** Returns a specification with many properties of four kinds, ten conditions and a dependency. */
    static String wideSpec(int properties) {
        String each = IntStream.range(1, properties)
                .mapToObj(i -> "\"p" + i + "\": " + rule(i))
                .collect(Collectors.joining(","));
        String conditions = IntStream.range(0, 10)
                .mapToObj(i -> """
                        {"if": {"properties": {"mode": {"const": "m%d"}}, "required": ["mode"]},
                         "then": {"required": ["p%d", "p%d"]}}""".formatted(i, i % (properties - 1) + 1, (i + 5) % (properties - 1) + 1))
                .collect(Collectors.joining(","));
        return response("""
                {"type": "object", "required": ["mode"], "dependentRequired": {"p2": ["p3"]},
                 "properties": {"mode": {"type": "string"}, %s}, "allOf": [%s]}""".formatted(each, conditions));
    }

    private static String rule(int i) {
        return switch (i % 4) {
            case 0 -> "{\"type\": \"integer\", \"minimum\": 0, \"maximum\": 1000}";
            case 1 -> "{\"type\": \"string\", \"minLength\": 1, \"maxLength\": 100, \"pattern\": \"^[a-z0-9.-]+$\"}";
            case 2 -> "{\"type\": \"boolean\"}";
            default -> "{\"type\": \"string\", \"enum\": [\"a\", \"b\", \"c\"]}";
        };
    }

    static ConnectionDraft wideDraft(int properties) {
        ConnectionDraft.Builder draft = ConnectionDraft.builder(WIDE, "Wide").set("mode", "m3");
        for (int i = 1; i < properties; i++) {
            switch (i % 4) {
                case 0 -> draft.set("p" + i, i);
                case 1 -> draft.set("p" + i, "host-" + i + ".example");
                case 2 -> draft.set("p" + i, true);
                default -> draft.set("p" + i, "b");
            }
        }
        return draft.build();
    }

    private static String response(String schema) {
        return "{\"connectorProvider\": \"Some.exe\", \"connectorVersion\": \"1.0.0\", \"connectionProperties\": "
                + schema + "}";
    }
}
