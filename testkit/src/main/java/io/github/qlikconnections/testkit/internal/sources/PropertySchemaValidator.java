package io.github.qlikconnections.testkit.internal.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.qlikconnections.testkit.internal.http.ApiErrorException;
import java.util.Collection;
import java.util.Set;

/**
 * Validates connection properties against the schema of their data source: names, required properties, types and allowed values. It
 * evaluates no other keyword. Like documented requests, numbers and booleans may be strings. Instances are immutable.
 */
public final class PropertySchemaValidator {

    /** Properties that each data source accepts. */
    private static final Set<String> COMMON =
            Set.of("separateCredentials", "selectedCredentials", "credentialsName", "authCode");

    private final boolean strict;

    /** Creates a validator, which accepts all properties if it is not strict. */
    public PropertySchemaValidator(boolean strict) {
        this.strict = strict;
    }

    /**
     * Validates the properties of a new connection.
     *
     * @throws ApiErrorException 400 with the name of the first invalid property
     */
    public void validate(DataSourceDefinition source, ObjectNode properties) {
        if (!strict) {
            return;
        }
        for (JsonNode required : source.schema().path("required")) {
            if (!properties.has(required.asText())) {
                throw invalid(source, required.asText(), "is missing");
            }
        }
        properties.fieldNames().forEachRemaining(name -> validate(source, name, properties.path(name)));
    }

    /**
     * Validates the changed properties of a connection.
     *
     * @throws ApiErrorException 400 with the name of the first invalid property
     */
    public void validate(DataSourceDefinition source, Collection<String> changed, ObjectNode properties) {
        if (strict) {
            changed.stream().filter(properties::has).forEach(name -> validate(source, name, properties.path(name)));
        }
    }

    private static void validate(DataSourceDefinition source, String name, JsonNode value) {
        JsonNode schema = source.property(name);
        if (schema.isMissingNode()) {
            if (!COMMON.contains(name)) {
                throw invalid(source, name, "is not known");
            }
            return;
        }
        String type = schema.path("type").asText();
        if (!hasType(value, type)) {
            throw invalid(source, name, "is not of the type " + type);
        }
        if (schema.has("enum") && !isAllowed(value, schema.path("enum"))) {
            throw invalid(source, name, "does not have an allowed value");
        }
    }

    private static boolean hasType(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean() || value.asText().matches("true|false");
            case "integer" -> value.isIntegralNumber() || value.asText().matches("-?\\d+");
            case "number" -> value.isNumber() || value.asText().matches("-?\\d+(\\.\\d+)?");
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    private static boolean isAllowed(JsonNode value, JsonNode allowed) {
        for (JsonNode item : allowed) {
            if (item.asText().equals(value.asText())) {
                return true;
            }
        }
        return false;
    }

    private static ApiErrorException invalid(DataSourceDefinition source, String name, String problem) {
        return ApiErrorException.badRequest("Property " + name + " of " + source.id() + " " + problem);
    }
}
