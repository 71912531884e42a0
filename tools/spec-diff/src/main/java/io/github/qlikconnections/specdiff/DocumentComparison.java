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

/** Converts the result of openapi-diff, from ours to upstream, to differences with their side and compatibility effect. */
final class DocumentComparison {

    private final SortedSet<Difference> differences = new TreeSet<>();
    private String operation = "";

    private DocumentComparison() {}

    static List<Difference> of(SpecDocument ours, SpecDocument upstream) throws UnusableDocumentException {
        requireUsable(upstream);
        DocumentComparison comparison = new DocumentComparison();
        try {
            comparison.document(OpenApiCompare.fromContents(ours.text(), upstream.text()));
        } catch (RuntimeException e) {
            throw new UnusableDocumentException(upstream.name() + " cannot be compared: " + e.getMessage());
        }
        return List.copyOf(comparison.differences);
    }

    private static void requireUsable(SpecDocument upstream) throws UnusableDocumentException {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(upstream.text());
        if (result.getOpenAPI() == null) {
            throw new UnusableDocumentException(
                    upstream.name() + " is not a usable OpenAPI document: " + result.getMessages());
        }
    }

    private void document(ChangedOpenApi changed) {
        endpoints(DifferenceSide.UPSTREAM, changed.getNewEndpoints());
        endpoints(DifferenceSide.OURS, changed.getMissingEndpoints());
        changed.getChangedOperations().forEach(this::operation);
    }

    private void endpoints(DifferenceSide side, List<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            operation = endpoint.getMethod() + " " + endpoint.getPathUrl();
            add(DifferenceKind.OPERATION, side, CompatibilityEffect.ofOperation(side), "");
        }
    }

    private void operation(ChangedOperation changed) {
        operation = changed.getHttpMethod() + " " + changed.getPathUrl();
        Optional.ofNullable(changed.getParameters()).ifPresent(this::parameters);
        Optional.ofNullable(changed.getRequestBody()).ifPresent(this::requestBody);
        Optional.ofNullable(changed.getApiResponses()).ifPresent(this::responses);
    }

    private void parameters(ChangedParameters changed) {
        parameters(DifferenceSide.UPSTREAM, changed.getIncreased());
        parameters(DifferenceSide.OURS, changed.getMissing());
        changed.getChanged().forEach(parameter -> {
            String place = parameter.getIn() + " " + parameter.getName();
            if (parameter.isChangeRequired()) {
                DifferenceSide side =
                        required(parameter.getNewParameter()) ? DifferenceSide.UPSTREAM : DifferenceSide.OURS;
                add(DifferenceKind.REQUIRED, side, CompatibilityEffect.ofRequired(side, true), place);
            }
            schema(parameter.getSchema(), place, true);
        });
    }

    private void parameters(DifferenceSide side, Collection<Parameter> parameters) {
        parameters.forEach(parameter -> add(
                DifferenceKind.PARAMETER,
                side,
                CompatibilityEffect.ofParameter(side, required(parameter)),
                parameter.getIn() + " " + parameter.getName()));
    }

    private static boolean required(Parameter parameter) {
        return Boolean.TRUE.equals(parameter.getRequired());
    }

    private void requestBody(ChangedRequestBody changed) {
        if (changed.isChangeRequired()) {
            DifferenceSide side =
                    Boolean.TRUE.equals(changed.getNewRequestBody().getRequired())
                            ? DifferenceSide.UPSTREAM
                            : DifferenceSide.OURS;
            add(DifferenceKind.REQUIRED, side, CompatibilityEffect.ofRequired(side, true), "request");
        }
        content(changed.getContent(), "request", true);
    }

    private void responses(ChangedApiResponse changed) {
        changed.getIncreased()
                .keySet()
                .forEach(status -> add(
                        DifferenceKind.STATUS, DifferenceSide.UPSTREAM, CompatibilityEffect.ofStatus(status), status));
        changed.getMissing()
                .keySet()
                .forEach(status ->
                        add(DifferenceKind.STATUS, DifferenceSide.OURS, CompatibilityEffect.ofStatus(status), status));
        changed.getChanged().forEach((status, response) -> content(response.getContent(), status, false));
    }

    private void content(@Nullable ChangedContent changed, String place, boolean request) {
        if (changed == null) {
            return;
        }
        changed.getIncreased()
                .keySet()
                .forEach(type -> add(
                        DifferenceKind.BODY,
                        DifferenceSide.UPSTREAM,
                        CompatibilityEffect.ofBody(request),
                        place + " " + type));
        changed.getMissing()
                .keySet()
                .forEach(type -> add(
                        DifferenceKind.BODY,
                        DifferenceSide.OURS,
                        CompatibilityEffect.ofBody(request),
                        place + " " + type));
        changed.getChanged().values().forEach(type -> schema(type.getSchema(), place + " ", request));
    }

    private void schema(@Nullable ChangedSchema changed, String place, boolean request) {
        if (changed == null) {
            return;
        }
        if (changed.isChangedType()) {
            String types = typeOf(changed.getOldSchema()) + " here, " + typeOf(changed.getNewSchema()) + " upstream";
            add(
                    DifferenceKind.TYPE,
                    DifferenceSide.BOTH,
                    CompatibilityEffect.ofBody(request),
                    place.strip() + " = " + types);
        }
        fields(DifferenceSide.UPSTREAM, changed.getIncreasedProperties().keySet(), changed, place, request);
        fields(DifferenceSide.OURS, changed.getMissingProperties().keySet(), changed, place, request);
        required(changed, place, request);
        enumeration(changed, place, request);
        changed.getChangedProperties()
                .forEach((name, property) -> schema(property, place + separator(place) + name, request));
        schema(changed.getItems(), place + "[]", request);
        if (changed.getOneOfSchema() != null) {
            forms(
                    DifferenceSide.UPSTREAM,
                    changed.getOneOfSchema().getIncreased().keySet(),
                    place,
                    request);
            forms(DifferenceSide.OURS, changed.getOneOfSchema().getMissing().keySet(), place, request);
            changed.getOneOfSchema()
                    .getChanged()
                    .forEach((name, form) -> schema(form, place + "(" + name + ")", request));
        }
    }

    private void fields(
            DifferenceSide side, Collection<String> names, ChangedSchema schema, String place, boolean request) {
        Schema<?> having = side == DifferenceSide.OURS ? schema.getOldSchema() : schema.getNewSchema();
        List<String> required = Optional.ofNullable(having.getRequired()).orElse(List.of());
        for (String name : names) {
            CompatibilityEffect effect = CompatibilityEffect.ofField(side, request, required.contains(name));
            add(DifferenceKind.FIELD, side, effect, place + separator(place) + name);
        }
    }

    /** Adds changes of the required flag of fields that both sides have. */
    private void required(ChangedSchema changed, String place, boolean request) {
        if (changed.getRequired() == null) {
            return;
        }
        required(DifferenceSide.UPSTREAM, changed.getRequired().getIncreased(), changed, place, request);
        required(DifferenceSide.OURS, changed.getRequired().getMissing(), changed, place, request);
    }

    private void required(
            DifferenceSide side, @Nullable List<String> names, ChangedSchema changed, String place, boolean request) {
        for (String name : Objects.requireNonNullElse(names, List.<String>of())) {
            if (has(changed.getOldSchema(), name) && has(changed.getNewSchema(), name)) {
                add(
                        DifferenceKind.REQUIRED,
                        side,
                        CompatibilityEffect.ofRequired(side, request),
                        place + separator(place) + name);
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
        changed.getEnumeration().getIncreased().forEach(value -> value(DifferenceSide.UPSTREAM, value, place, request));
        changed.getEnumeration().getMissing().forEach(value -> value(DifferenceSide.OURS, value, place, request));
    }

    private void value(DifferenceSide side, Object value, String place, boolean request) {
        add(
                DifferenceKind.ENUM_VALUE,
                side,
                CompatibilityEffect.ofEnumValue(side, request),
                place.strip() + " = " + value);
    }

    private void forms(DifferenceSide side, Collection<String> names, String place, boolean request) {
        names.forEach(name -> add(
                DifferenceKind.FORM,
                side,
                CompatibilityEffect.ofField(side, request, false),
                place + "(" + name + ")"));
    }

    private static String typeOf(Schema<?> schema) {
        String type = schema.getType() == null ? "any" : schema.getType();
        return schema.getFormat() == null ? type : type + " of format " + schema.getFormat();
    }

    /** Returns the separator before a name: none after a space, otherwise a dot. */
    private static String separator(String place) {
        return place.endsWith(" ") ? "" : ".";
    }

    private void add(DifferenceKind kind, DifferenceSide side, CompatibilityEffect effect, String place) {
        differences.add(new Difference(kind, side, effect, operation, place.strip()));
    }
}
