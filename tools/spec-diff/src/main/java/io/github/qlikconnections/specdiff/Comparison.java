package io.github.qlikconnections.specdiff;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.Endpoint;

/** Walks what openapi-diff found, from ours to upstream, and says of each thing which side has it and whom it hurts. */
final class Comparison {

    private final SortedSet<Difference> differences = new TreeSet<>();
    private String operation = "";

    private Comparison() {}

    static List<Difference> of(SpecDocument ours, SpecDocument upstream) throws Unusable {
        requireUsable(upstream);
        Comparison comparison = new Comparison();
        try {
            comparison.document(OpenApiCompare.fromContents(ours.text(), upstream.text()));
        } catch (RuntimeException e) {
            throw new Unusable(upstream.name() + " cannot be compared: " + e.getMessage());
        }
        return List.copyOf(comparison.differences);
    }

    private static void requireUsable(SpecDocument upstream) throws Unusable {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(upstream.text());
        if (result.getOpenAPI() == null) {
            throw new Unusable(upstream.name() + " is not a usable OpenAPI document: " + result.getMessages());
        }
    }

    private void document(ChangedOpenApi changed) {
        endpoints(Side.UPSTREAM, changed.getNewEndpoints());
        endpoints(Side.OURS, changed.getMissingEndpoints());
        changed.getChangedOperations().forEach(this::operation);
    }

    private void endpoints(Side side, List<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            operation = endpoint.getMethod() + " " + endpoint.getPathUrl();
            add(Kind.OPERATION, side, Effect.ofOperation(side), "");
        }
    }

    private void operation(ChangedOperation changed) {
        operation = changed.getHttpMethod() + " " + changed.getPathUrl();
        Optional.ofNullable(changed.getParameters()).ifPresent(this::parameters);
        Optional.ofNullable(changed.getRequestBody()).ifPresent(this::requestBody);
        Optional.ofNullable(changed.getApiResponses()).ifPresent(this::responses);
    }

    private void parameters(ChangedParameters changed) {
        parameters(Side.UPSTREAM, changed.getIncreased());
        parameters(Side.OURS, changed.getMissing());
        changed.getChanged().forEach(parameter -> {
            String place = parameter.getIn() + " " + parameter.getName();
            if (parameter.isChangeRequired()) {
                Side side = required(parameter.getNewParameter()) ? Side.UPSTREAM : Side.OURS;
                add(Kind.REQUIRED, side, Effect.ofRequired(side, true), place);
            }
            schema(parameter.getSchema(), place, true);
        });
    }

    private void parameters(Side side, Collection<Parameter> parameters) {
        parameters.forEach(parameter -> add(
                Kind.PARAMETER,
                side,
                Effect.ofParameter(side, required(parameter)),
                parameter.getIn() + " " + parameter.getName()));
    }

    private static boolean required(Parameter parameter) {
        return Boolean.TRUE.equals(parameter.getRequired());
    }

    private void requestBody(ChangedRequestBody changed) {
        if (changed.isChangeRequired()) {
            Side side = Boolean.TRUE.equals(changed.getNewRequestBody().getRequired()) ? Side.UPSTREAM : Side.OURS;
            add(Kind.REQUIRED, side, Effect.ofRequired(side, true), "request");
        }
        content(changed.getContent(), "request", true);
    }

    private void responses(ChangedApiResponse changed) {
        changed.getIncreased()
                .keySet()
                .forEach(status -> add(Kind.STATUS, Side.UPSTREAM, Effect.ofStatus(status), status));
        changed.getMissing().keySet().forEach(status -> add(Kind.STATUS, Side.OURS, Effect.ofStatus(status), status));
        changed.getChanged().forEach((status, response) -> content(response.getContent(), status, false));
    }

    private void content(@Nullable ChangedContent changed, String place, boolean request) {
        if (changed == null) {
            return;
        }
        changed.getIncreased()
                .keySet()
                .forEach(type -> add(Kind.BODY, Side.UPSTREAM, Effect.ofBody(request), place + " " + type));
        changed.getMissing()
                .keySet()
                .forEach(type -> add(Kind.BODY, Side.OURS, Effect.ofBody(request), place + " " + type));
        changed.getChanged().values().forEach(type -> schema(type.getSchema(), place + " ", request));
    }

    private void schema(@Nullable ChangedSchema changed, String place, boolean request) {
        if (changed == null) {
            return;
        }
        if (changed.isChangedType()) {
            String types = typeOf(changed.getOldSchema()) + " here, " + typeOf(changed.getNewSchema()) + " upstream";
            add(Kind.TYPE, Side.BOTH, Effect.ofBody(request), place.strip() + " = " + types);
        }
        fields(Side.UPSTREAM, changed.getIncreasedProperties().keySet(), changed, place, request);
        fields(Side.OURS, changed.getMissingProperties().keySet(), changed, place, request);
        required(changed, place, request);
        enumeration(changed, place, request);
        changed.getChangedProperties()
                .forEach((name, property) -> schema(property, place + separator(place) + name, request));
        schema(changed.getItems(), place + "[]", request);
        if (changed.getOneOfSchema() != null) {
            forms(Side.UPSTREAM, changed.getOneOfSchema().getIncreased().keySet(), place, request);
            forms(Side.OURS, changed.getOneOfSchema().getMissing().keySet(), place, request);
            changed.getOneOfSchema()
                    .getChanged()
                    .forEach((name, form) -> schema(form, place + "(" + name + ")", request));
        }
    }

    private void fields(Side side, Collection<String> names, ChangedSchema schema, String place, boolean request) {
        Schema<?> having = side == Side.OURS ? schema.getOldSchema() : schema.getNewSchema();
        List<String> required = Optional.ofNullable(having.getRequired()).orElse(List.of());
        for (String name : names) {
            Effect effect = Effect.ofField(side, request, required.contains(name));
            add(Kind.FIELD, side, effect, place + separator(place) + name);
        }
    }

    /** Required marks of the fields that both sides have. */
    private void required(ChangedSchema changed, String place, boolean request) {
        if (changed.getRequired() == null) {
            return;
        }
        required(Side.UPSTREAM, changed.getRequired().getIncreased(), changed, place, request);
        required(Side.OURS, changed.getRequired().getMissing(), changed, place, request);
    }

    private void required(
            Side side, @Nullable List<String> names, ChangedSchema changed, String place, boolean request) {
        for (String name : Objects.requireNonNullElse(names, List.<String>of())) {
            if (has(changed.getOldSchema(), name) && has(changed.getNewSchema(), name)) {
                add(Kind.REQUIRED, side, Effect.ofRequired(side, request), place + separator(place) + name);
            }
        }
    }

    private static boolean has(Schema<?> schema, String property) {
        return schema.getProperties() != null && schema.getProperties().containsKey(property);
    }

    private void enumeration(ChangedSchema changed, String place, boolean request) {
        if (changed.getEnumeration() == null) {
            return;
        }
        changed.getEnumeration().getIncreased().forEach(value -> value(Side.UPSTREAM, value, place, request));
        changed.getEnumeration().getMissing().forEach(value -> value(Side.OURS, value, place, request));
    }

    private void value(Side side, Object value, String place, boolean request) {
        add(Kind.ENUM_VALUE, side, Effect.ofEnumValue(side, request), place.strip() + " = " + value);
    }

    private void forms(Side side, Collection<String> names, String place, boolean request) {
        names.forEach(name -> add(Kind.FORM, side, Effect.ofField(side, request, false), place + "(" + name + ")"));
    }

    private static String typeOf(Schema<?> schema) {
        String type = schema.getType() == null ? "any" : schema.getType();
        return schema.getFormat() == null ? type : type + " of format " + schema.getFormat();
    }

    /** The first name of a body stands behind a blank, others behind a dot. */
    private static String separator(String place) {
        return place.endsWith(" ") ? "" : ".";
    }

    private void add(Kind kind, Side side, Effect effect, String place) {
        differences.add(new Difference(kind, side, effect, operation, place.strip()));
    }
}
