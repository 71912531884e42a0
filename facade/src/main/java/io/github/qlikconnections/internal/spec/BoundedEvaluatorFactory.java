package io.github.qlikconnections.internal.spec;

import dev.harrel.jsonschema.EvaluationContext;
import dev.harrel.jsonschema.Evaluator;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.SchemaParsingContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The engine's evaluators, with those replaced or paid for that a hostile schema could make expensive. */
final class BoundedEvaluatorFactory implements EvaluatorFactory {

    private static final Set<String> AS_THEY_ARE = Set.of(
            "type",
            "const",
            "required",
            "dependentRequired",
            "uniqueItems",
            "multipleOf",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minContains",
            "maxContains",
            "minProperties",
            "maxProperties",
            "properties",
            "additionalProperties",
            "unevaluatedProperties",
            "propertyNames",
            "dependentSchemas",
            "items",
            "prefixItems",
            "unevaluatedItems",
            "contains",
            "not",
            "if");
    private static final Set<String> BRANCHING = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> OTHERS = Set.of("enum", "$ref", "pattern", "patternProperties", "format");

    private final EvaluatorFactory standard;

    BoundedEvaluatorFactory(EvaluatorFactory standard) {
        this.standard = standard;
    }

    /** Whether a keyword of a prepared schema says nothing about which values are valid. */
    static boolean isAnnotation(String keyword) {
        return !AS_THEY_ARE.contains(keyword) && !BRANCHING.contains(keyword) && !OTHERS.contains(keyword);
    }

    /** Annotations get no evaluator, so that they cost nothing. */
    @Override
    public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode value) {
        if (AS_THEY_ARE.contains(keyword)) {
            return standard.create(context, keyword, value);
        }
        if (BRANCHING.contains(keyword) && value.isArray()) {
            return paid(
                    standard.create(context, keyword, value), value.asArray().size(), 0);
        }
        try {
            return switch (keyword) {
                case "$ref" -> paid(standard.create(context, keyword, value), 1, 1);
                case "enum" -> value.isArray() ? Optional.of(new EnumEvaluator(value)) : Optional.empty();
                case "pattern" -> textRule(keyword, EcmaPattern.compile(value.asString())::isFoundIn);
                case "patternProperties" -> patternProperties(context, value);
                case "format" -> {
                    String format = value.asString();
                    yield textRule(keyword, (text, budget) -> Formats.accepts(format, text));
                }
                default -> Optional.empty();
            };
        } catch (UnusableSchemaException e) {
            // Preparation compiled every pattern before; this one stands in a constant, where it is only data.
            return Optional.empty();
        }
    }

    private static EvaluationBudget budget(JsonNode node) {
        return node instanceof ValueNode value ? value.budget() : new EvaluationBudget();
    }

    private static Optional<Evaluator> paid(Optional<Evaluator> evaluator, int schemas, int references) {
        return evaluator.map(inner -> new MeteredEvaluator(inner, schemas, references));
    }

    /** An evaluator of the engine that goes into further schemas, which are paid for first. */
    private record MeteredEvaluator(Evaluator inner, int schemas, int references) implements Evaluator {

        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            EvaluationBudget budget = budget(node);
            budget.enter(schemas, references);
            try {
                return inner.evaluate(context, node);
            } finally {
                budget.leave(references);
            }
        }

        @Override
        public int getOrder() {
            return inner.getOrder();
        }
    }

    /** A rule for texts, which every other value satisfies. */
    private static Optional<Evaluator> textRule(String keyword, BiPredicate<String, EvaluationBudget> rule) {
        return Optional.of((context, node) -> !node.isString() || rule.test(node.asString(), budget(node))
                ? Evaluator.Result.success()
                : Evaluator.Result.failure(keyword));
    }

    private static Optional<Evaluator> patternProperties(SchemaParsingContext context, JsonNode value)
            throws UnusableSchemaException {
        Map<EcmaPattern, String> schemas = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : value.asObject().entrySet()) {
            schemas.put(EcmaPattern.compile(entry.getKey()), context.getAbsoluteUri(entry.getValue()));
        }
        return Optional.of((evaluation, node) ->
                node.isObject() ? matching(schemas, evaluation, node) : Evaluator.Result.success());
    }

    private static Evaluator.Result matching(
            Map<EcmaPattern, String> schemas, EvaluationContext context, JsonNode object) {
        boolean valid = true;
        Set<String> matched = new HashSet<>();
        for (Map.Entry<String, JsonNode> member : object.asObject().entrySet()) {
            for (Map.Entry<EcmaPattern, String> schema : schemas.entrySet()) {
                if (schema.getKey().isFoundIn(member.getKey(), budget(object))) {
                    matched.add(member.getKey());
                    valid &= context.resolveInternalRefAndValidate(schema.getValue(), member.getValue());
                }
            }
        }
        return valid ? Evaluator.Result.success(matched) : Evaluator.Result.failure();
    }
}
