package io.github.qlikconnections.validation;

import io.github.qlikconnections.internal.json.InvalidJsonException;
import io.github.qlikconnections.internal.json.JsonReader;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creates specifications, drafts and reports for tests. */
public final class SpecFixtures {

    /** The data source of all specifications and drafts of this class. */
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
     * Returns a specification with the given schema as {@code connectionProperties}. A schema that states no
     * requirement gets an empty {@code required}, so that reports contain no note about missing requirements.
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

    /** Returns a specification whose {@code connectionProperties} are exactly the given schema. */
    public static ConnectionSpec specAsItIs(String schema) {
        return ConnectionSpec.parse(
                SOURCE,
                "{\"connectorProvider\": \"Some.exe\", \"connectorVersion\": \"1.0\", \"connectionProperties\": "
                        + schema + "}");
    }

    /** Returns a specification with exactly the given properties. */
    public static ConnectionSpec properties(String properties) {
        return spec("{\"type\": \"object\", \"properties\": {" + properties + "}}");
    }

    /** Returns a draft with the given connection properties. */
    public static ConnectionDraft draft(String properties) {
        return ConnectionDraft.fromJson("{\"dataSourceId\": \"" + SOURCE
                + "\", \"qName\": \"Orders\", \"connectionProperties\": " + properties + "}");
    }

    /** Returns the report for the given properties and a specification with the given schema. */
    public static ValidationReport report(String schema, String properties) {
        return spec(schema).validate(draft(properties));
    }

    /** Returns the only violation of the given values against a schema with the given properties. */
    public static Violation only(String schemaProperties, String properties) {
        List<Violation> violations =
                properties(schemaProperties).validate(draft(properties)).violations();
        if (violations.size() != 1) {
            throw new AssertionError("expected one violation, but found " + violations);
        }
        return violations.get(0);
    }

    /** Returns code and path of each violation, as {@code CODE path}. */
    public static List<String> codes(ValidationReport report) {
        return report.violations().stream().map(v -> v.code() + " " + v.path()).toList();
    }
}
