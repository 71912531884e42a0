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

/** Creates the engine's evaluators. Replaces or meters those that a hostile schema could make expensive. */
final class BoundedEvaluatorFactory implements EvaluatorFactory {

    private static final Set<String> STANDARD_KEYWORDS = Set.of(
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
    private static final Set<String> COMBINING_KEYWORDS = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> REPLACED_KEYWORDS =
            Set.of("enum", "$ref", "pattern", "patternProperties", "format");

    private final EvaluatorFactory standard;

    BoundedEvaluatorFactory(EvaluatorFactory standard) {
        this.standard = standard;
    }

    /** Returns whether a keyword of a prepared schema does not affect which values are valid. */
    static boolean isAnnotation(String keyword) {
        return !STANDARD_KEYWORDS.contains(keyword)
                && !COMBINING_KEYWORDS.contains(keyword)
                && !REPLACED_KEYWORDS.contains(keyword);
    }

    /** Creates an evaluator. Annotations have none, so they cost nothing. */
    @Override
    public Optional<Evaluator> create(SchemaParsingContext context, String keyword, JsonNode value) {
        if (STANDARD_KEYWORDS.contains(keyword)) {
            return standard.create(context, keyword, value);
        }
        if (COMBINING_KEYWORDS.contains(keyword) && value.isArray()) {
            return metered(
                    standard.create(context, keyword, value), value.asArray().size(), 0);
        }
        try {
            return switch (keyword) {
                case "$ref" -> metered(standard.create(context, keyword, value), 1, 1);
                case "enum" -> value.isArray() ? Optional.of(new EnumEvaluator(value)) : Optional.empty();
                case "pattern" -> stringEvaluator(keyword, EcmaPattern.compile(value.asString())::isFoundIn);
                case "patternProperties" -> patternPropertiesEvaluator(context, value);
                case "format" -> {
                    String format = value.asString();
                    yield stringEvaluator(keyword, (text, budget) -> Formats.isValid(format, text));
                }
                default -> Optional.empty();
            };
        } catch (UnusableSchemaException e) {
            // The preprocessor compiled every pattern. This one is part of a constant, where it is only data.
            return Optional.empty();
        }
    }

    private static EvaluationBudget budgetOf(JsonNode node) {
        return node instanceof ValueNode value ? value.budget() : new EvaluationBudget();
    }

    private static Optional<Evaluator> metered(Optional<Evaluator> evaluator, int schemas, int references) {
        return evaluator.map(inner -> new MeteredEvaluator(inner, schemas, references));
    }

    /** An evaluator of the engine that evaluates subschemas. Their cost is charged to the budget first. */
    private record MeteredEvaluator(Evaluator inner, int schemas, int references) implements Evaluator {

        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            EvaluationBudget budget = budgetOf(node);
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

    /** Creates a rule for strings. Every other value satisfies it. */
    private static Optional<Evaluator> stringEvaluator(String keyword, BiPredicate<String, EvaluationBudget> rule) {
        return Optional.of((context, node) -> !node.isString() || rule.test(node.asString(), budgetOf(node))
                ? Evaluator.Result.success()
                : Evaluator.Result.failure(keyword));
    }

    private static Optional<Evaluator> patternPropertiesEvaluator(SchemaParsingContext context, JsonNode value)
            throws UnusableSchemaException {
        Map<EcmaPattern, String> schemas = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : value.asObject().entrySet()) {
            schemas.put(EcmaPattern.compile(entry.getKey()), context.getAbsoluteUri(entry.getValue()));
        }
        return Optional.of((evaluation, node) ->
                node.isObject() ? evaluateMatchingMembers(schemas, evaluation, node) : Evaluator.Result.success());
    }

    private static Evaluator.Result evaluateMatchingMembers(
            Map<EcmaPattern, String> schemas, EvaluationContext context, JsonNode object) {
        boolean valid = true;
        Set<String> matched = new HashSet<>();
        for (Map.Entry<String, JsonNode> member : object.asObject().entrySet()) {
            for (Map.Entry<EcmaPattern, String> schema : schemas.entrySet()) {
                if (schema.getKey().isFoundIn(member.getKey(), budgetOf(object))) {
                    matched.add(member.getKey());
                    valid &= context.resolveInternalRefAndValidate(schema.getValue(), member.getValue());
                }
            }
        }
        return valid ? Evaluator.Result.success(matched) : Evaluator.Result.failure();
    }
}
