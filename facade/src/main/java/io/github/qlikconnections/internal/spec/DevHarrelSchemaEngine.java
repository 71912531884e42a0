package io.github.qlikconnections.internal.spec;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.EvaluatorFactory;
import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schema engine of decision 3, {@code dev.harrel:json-schema}, with bounded evaluation and without I/O. */
public final class DevHarrelSchemaEngine {

    private static final URI ADDRESS = URI.create("urn:schema");

    private static final ValidatorFactory VALIDATORS = new ValidatorFactory()
            .withDialect(new BoundedDialect())
            .withDefaultDialect(new BoundedDialect())
            .withDisabledSchemaValidation(true)
            .withSchemaResolver(address -> SchemaResolver.Result.empty())
            .withJsonNodeFactory(new ValueNodeFactory());

    private DevHarrelSchemaEngine() {}

    /**
     * Compiles a schema. This method is a {@link SchemaEngine}.
     *
     * @param schema a schema that {@link SchemaPreprocessor} made
     * @return the compiled schema
     * @throws UnusableSchemaException if the engine rejects the schema
     */
    public static CompiledSchema compile(Map<String, @Nullable Object> schema) throws UnusableSchemaException {
        try {
            Validator validator = VALIDATORS.createValidator();
            validator.registerSchema(ADDRESS, ValueNode.root(schema, new EvaluationBudget()));
            return value -> validate(validator, value);
        } catch (RuntimeException | StackOverflowError e) {
            throw toUnusableSchemaException(e);
        }
    }

    private static List<SchemaFailure> validate(Validator validator, Map<String, Object> value)
            throws UnusableSchemaException {
        try {
            Validator.Result result = validator.validate(ADDRESS, ValueNode.root(value, new EvaluationBudget()));
            if (result.isValid()) {
                return List.of();
            }
            return result.getErrors().stream()
                    .map(error -> new SchemaFailure(
                            error.getKeyword() == null ? "" : error.getKeyword(),
                            error.getEvaluationPath(),
                            error.getInstanceLocation()))
                    .toList();
        } catch (RuntimeException | StackOverflowError e) {
            throw toUnusableSchemaException(e);
        }
    }

    /** Omits the message of the engine, because it may contain a value. */
    private static UnusableSchemaException toUnusableSchemaException(Throwable problem) {
        if (problem instanceof BudgetExceededException) {
            return new UnusableSchemaException(String.valueOf(problem.getMessage()));
        }
        return new UnusableSchemaException(
                problem instanceof StackOverflowError ? "it is nested too deeply" : "the schema engine rejects it");
    }

    /** The draft 2020-12 dialect with the bounded evaluators of this package. */
    private static final class BoundedDialect extends Dialects.Draft2020Dialect {

        private final EvaluatorFactory evaluators = new BoundedEvaluatorFactory(super.getEvaluatorFactory());

        @Override
        public EvaluatorFactory getEvaluatorFactory() {
            return evaluators;
        }
    }

    private static final class ValueNodeFactory implements JsonNodeFactory {

        @Override
        public JsonNode wrap(Object node) {
            return node instanceof JsonNode wrapped ? wrapped : ValueNode.root(node, new EvaluationBudget());
        }

        @Override
        public JsonNode create(String rawJson) {
            throw new UnsupportedOperationException("schemas and values are passed as plain values");
        }
    }
}
