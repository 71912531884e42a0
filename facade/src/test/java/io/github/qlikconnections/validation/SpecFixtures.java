package io.github.qlikconnections.validation;

import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.JsonReader;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Short ways to a specification, a draft and a report in tests. */
public final class SpecFixtures {

    /** The source of every specification and draft made here. */
    public static final String SOURCE = "rest";

    private static final Set<String> STRUCTURE = Set.of(
            "properties",
            "patternProperties",
            "additionalProperties",
            "allOf",
            "anyOf",
            "oneOf",
            "if",
            "$ref",
            "dependentSchemas",
            "dependencies");

    private SpecFixtures() {}

    /**
     * A specification whose {@code connectionProperties} are the given schema. If it says of no property that it is required,
     * all of them are optional, so that no note about missing requirements stands in every report.
     */
    public static ConnectionSpec spec(String schema) {
        return specAsItIs(statesNoRequirement(schema) ? schema.replaceFirst("^\\{", "{\"required\": [], ") : schema);
    }

    private static boolean statesNoRequirement(String schema) {
        try {
            return JsonReader.read(schema) instanceof Map<?, ?> keywords
                    && !keywords.containsKey("required")
                    && keywords.keySet().stream().anyMatch(STRUCTURE::contains);
        } catch (InvalidJsonException e) {
            return false;
        }
    }

    /** A specification whose {@code connectionProperties} are exactly the given schema. */
    public static ConnectionSpec specAsItIs(String schema) {
        return ConnectionSpec.parse(
                SOURCE,
                "{\"connectorProvider\": \"Some.exe\", \"connectorVersion\": \"1.0\", \"connectionProperties\": "
                        + schema + "}");
    }

    /** A specification with the given properties and nothing else. */
    public static ConnectionSpec properties(String properties) {
        return spec("{\"type\": \"object\", \"properties\": {" + properties + "}}");
    }

    /** A draft with the given connection properties. */
    public static ConnectionDraft draft(String properties) {
        return ConnectionDraft.fromJson("{\"dataSourceId\": \"" + SOURCE
                + "\", \"qName\": \"Orders\", \"connectionProperties\": " + properties + "}");
    }

    /** What a schema says about properties. */
    public static ValidationReport report(String schema, String properties) {
        return spec(schema).validate(draft(properties));
    }

    /** The one violation of properties with a schema of the given properties. */
    public static Violation only(String schemaProperties, String properties) {
        List<Violation> violations =
                properties(schemaProperties).validate(draft(properties)).violations();
        if (violations.size() != 1) {
            throw new AssertionError("expected one violation, but found " + violations);
        }
        return violations.get(0);
    }

    /** Code and path of each violation, as {@code CODE path}. */
    public static List<String> codes(ValidationReport report) {
        return report.violations().stream().map(v -> v.code() + " " + v.path()).toList();
    }
}
