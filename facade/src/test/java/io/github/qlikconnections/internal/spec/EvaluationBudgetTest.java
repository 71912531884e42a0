package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationBudgetTest {

    private static final int STEPS = 4_000_000;
    private static final Map<String, Object> REFERENCE = Map.of("$ref", "#/$defs/d");

    private final EvaluationBudget budget = new EvaluationBudget();

    private static void evaluate(Map<String, @Nullable Object> schema, Map<String, Object> values)
            throws UnusableSchemaException {
        assertThat(DevHarrelSchemaEngine.compile(schema).validate(values)).isEmpty();
    }

    @Test
    void everyStepCanBeUsed() {
        budget.spend(STEPS);

        assertThatThrownBy(() -> budget.spend(1))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessage("its evaluation takes too long");
    }

    @Test
    void everySubschemaCostsSteps() {
        budget.spend(STEPS - 60);
        budget.enter(3, 0);

        assertThatThrownBy(() -> budget.enter(1, 0)).isInstanceOf(BudgetExceededException.class);
    }

    @Test
    void nestedReferencesAreLimited() {
        for (int i = 0; i < 256; i++) {
            budget.enter(0, 1);
        }

        assertThatThrownBy(() -> budget.enter(0, 1))
                .isInstanceOf(BudgetExceededException.class)
                .hasMessage("it contains a reference cycle");
    }

    @Test
    void referencesThatAreLeftAreNotNested() {
        assertThatCode(() -> {
                    for (int i = 0; i < 1000; i++) {
                        budget.enter(0, 1);
                        budget.leave(1);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void evaluationOfAReferenceCycleEnds() {
        assertThatThrownBy(() -> evaluate(Map.of("$ref", "#/$defs/d", "$defs", Map.of("d", REFERENCE)), Map.of()))
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessage("it contains a reference cycle");
    }

    @Test
    void everyItemOfALongListMayHaveAReference() throws Exception {
        evaluate(
                Map.of(
                        "properties",
                        Map.of("list", Map.of("items", REFERENCE)),
                        "$defs",
                        Map.of("d", Map.of("type", "integer"))),
                Map.of("list", Collections.nCopies(1000, 1L)));
    }

    @Test
    void reasonOfTheEngineIsReplaced() {
        Map<String, @Nullable Object> deep = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            deep = new HashMap<>(Map.of("not", deep));
        }
        Map<String, @Nullable Object> nested = deep;

        assertThatThrownBy(() -> evaluate(nested, Map.of()))
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessage("it is nested too deeply");
        assertThatThrownBy(() -> evaluate(Map.of("$id", "http://[invalid"), Map.of()))
                .isInstanceOf(UnusableSchemaException.class)
                .hasMessage("the schema engine rejects it");
    }
}
