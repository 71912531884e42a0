package io.github.qlikconnections.internal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrel.jsonschema.SimpleType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueNodeTest {

    private static final int STEPS = 4_000_000;

    private final EvaluationBudget budget = new EvaluationBudget();

    private void assertSpent(int steps) {
        budget.spend(STEPS - steps);
        assertThatThrownBy(() -> budget.spend(1)).isInstanceOf(BudgetExceededException.class);
    }

    @Test
    void typeCostsOneStep() {
        assertThat(ValueNode.root("x", budget).getNodeType()).isEqualTo(SimpleType.STRING);

        assertSpent(1);
    }

    @Test
    void everyItemCostsAStepEachTimeTheyAreRead() {
        ValueNode list = ValueNode.root(List.of(1L, 2L), budget);

        assertThat(list.asArray()).hasSize(2).isSameAs(list.asArray());

        assertSpent(4);
    }

    @Test
    void everyMemberCostsAStepEachTimeTheyAreRead() {
        ValueNode object = ValueNode.root(Map.of("a", 1L, "b", 2L), budget);

        assertThat(object.asObject()).containsOnlyKeys("a", "b").isSameAs(object.asObject());

        assertSpent(4);
    }

    @Test
    void numberThatIsTooCloseToZeroIsZero() {
        ValueNode tiny = ValueNode.root(new BigDecimal("1e-401"), budget);
        ValueNode small = ValueNode.root(new BigDecimal("1e-400"), budget);

        assertThat(tiny.asNumber()).isZero();
        assertThat(tiny.getNodeType()).isEqualTo(SimpleType.INTEGER);
        assertThat(small.asNumber()).isEqualTo(new BigDecimal("1e-400"));
        assertThat(small.getNodeType()).isEqualTo(SimpleType.NUMBER);
    }

    @Test
    void numberThatIsTooLargeIsTheLargestDouble() {
        assertThat(ValueNode.root(new BigDecimal("1e999999999"), budget).asInteger())
                .isEqualTo(BigDecimal.valueOf(Double.MAX_VALUE).toBigInteger());
        assertThat(ValueNode.root(new BigDecimal("-1e308"), budget).asNumber()).isEqualByComparingTo("-1e308");
    }
}
