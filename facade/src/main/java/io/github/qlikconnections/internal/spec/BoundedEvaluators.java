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

/** The engine's evaluators, with those replaced or paid for that a hostile schema could make expensive. */
final class BoundedEvaluators implements EvaluatorFactory {

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

    BoundedEvaluators(EvaluatorFactory standard) {
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
        if (keyword.equals("enum") && value.isArray()) {
            return Optional.of(EnumRule.of(value));
        }
        if (BRANCHING.contains(keyword) && value.isArray()) {
            int branches = value.asArray().size();
            return standard.create(context, keyword, value).map(inner -> new Branches(inner, branches));
        }
        try {
            return switch (keyword) {
                case "$ref" -> standard.create(context, keyword, value).map(Reference::new);
                case "pattern" -> Optional.of(new PatternRule(EcmaPattern.compile(value.asString())));
                case "patternProperties" -> Optional.of(PatternProperties.of(context, value));
                case "format" -> Formats.named(value.asString()).map(FormatRule::new);
                default -> Optional.empty();
            };
        } catch (UnusableSchemaException e) {
            // Preparation compiled every pattern before; this one stands in a constant, where it is only data.
            return Optional.empty();
        }
    }

    private static Budget budget(JsonNode node) {
        return node instanceof ValueNode value ? value.budget() : new Budget();
    }

    private record Branches(Evaluator inner, int branches) implements Evaluator {

        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            budget(node).spendOnSchemas(branches);
            return inner.evaluate(context, node);
        }

        @Override
        public int getOrder() {
            return inner.getOrder();
        }
    }

    private record Reference(Evaluator inner) implements Evaluator {

        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            Budget budget = budget(node);
            budget.enter();
            try {
                return inner.evaluate(context, node);
            } finally {
                budget.leave();
            }
        }

        @Override
        public int getOrder() {
            return inner.getOrder();
        }
    }

    private record PatternRule(EcmaPattern pattern) implements Evaluator {

        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            return !node.isString() || pattern.isFoundIn(node.asString(), budget(node))
                    ? Result.success()
                    : Result.failure("pattern");
        }
    }

    private record FormatRule(Formats.Format format) implements Evaluator {

        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            return !node.isString() || format.accepts(node.asString()) ? Result.success() : Result.failure("format");
        }
    }

    private record PatternProperties(Map<EcmaPattern, String> schemas) implements Evaluator {

        static PatternProperties of(SchemaParsingContext context, JsonNode value) throws UnusableSchemaException {
            Map<EcmaPattern, String> schemas = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : value.asObject().entrySet()) {
                schemas.put(EcmaPattern.compile(entry.getKey()), context.getAbsoluteUri(entry.getValue()));
            }
            return new PatternProperties(schemas);
        }

        @Override
        public Result evaluate(EvaluationContext context, JsonNode node) {
            if (!node.isObject()) {
                return Result.success();
            }
            boolean valid = true;
            Set<String> matched = new HashSet<>();
            for (Map.Entry<String, JsonNode> member : node.asObject().entrySet()) {
                for (Map.Entry<EcmaPattern, String> schema : schemas.entrySet()) {
                    if (schema.getKey().isFoundIn(member.getKey(), budget(node))) {
                        matched.add(member.getKey());
                        valid &= context.resolveInternalRefAndValidate(schema.getValue(), member.getValue());
                    }
                }
            }
            return valid ? Result.success(matched) : Result.failure();
        }
    }
}
