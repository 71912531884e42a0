package io.github.qlikconnections.internal.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.client.MemberConstraints;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestSchemaTest {

    private static final MemberConstraints ITEM =
            new MemberConstraints(false, 2, 4, 5, null, null, "^[a-zü]+$", List.of(), null);
    private static final MemberConstraints LIST =
            new MemberConstraints(false, null, null, null, 1, 2, null, List.of(), ITEM);
    private static final MemberConstraints CHOICE =
            new MemberConstraints(true, null, null, null, null, null, null, List.of("0", "1"), null);
    private static final RequestSchema SCHEMA = new RequestSchema(Map.of("list", LIST, "choice", CHOICE));

    @Test
    void valueWithinItsLimitsHasNoFailure() {
        assertThat(SCHEMA.check("list", List.of("a", "b"))).isEmpty();
        assertThat(SCHEMA.checkItem("list", "abcd")).isEmpty();
        assertThat(SCHEMA.check("choice", 1)).isEmpty();
        assertThat(SCHEMA.check("unknown", "any")).isEmpty();
    }

    @Test
    void everyExceededLimitIsReportedWithTheSize() {
        assertThat(SCHEMA.check("list", List.of("a", "b", "c")))
                .containsExactly(new ConstraintFailure(Constraint.MAX_ITEMS, "2", 3));
        assertThat(SCHEMA.check("list", List.of()))
                .containsExactly(new ConstraintFailure(Constraint.MIN_ITEMS, "1", 0));
        assertThat(SCHEMA.checkItem("list", "a")).containsExactly(new ConstraintFailure(Constraint.MIN_LENGTH, "2", 1));
        assertThat(SCHEMA.checkItem("list", "abcde"))
                .containsExactly(new ConstraintFailure(Constraint.MAX_LENGTH, "4", 5));
        assertThat(SCHEMA.checkItem("list", "üüü"))
                .containsExactly(new ConstraintFailure(Constraint.MAX_BYTES, "5", 6));
        assertThat(SCHEMA.checkItem("list", "a1"))
                .containsExactly(new ConstraintFailure(Constraint.PATTERN, "^[a-zü]+$", 0));
        assertThat(SCHEMA.check("choice", 2)).containsExactly(new ConstraintFailure(Constraint.VALUES, "0, 1", 0));
    }

    @Test
    void requiredMembersAreThoseOfTheDocument() {
        assertThat(SCHEMA.required()).containsExactly("choice");
    }

    @Test
    void bothFormsOfCreationHaveTheConstraintsOfTheDocument() {
        assertThat(RequestSchema.PROPERTIES.members()).contains("dataSourceId", "connectionProperties");
        assertThat(RequestSchema.STATEMENT.members()).contains("datasourceID", "qConnectStatement");
        assertThat(RequestSchema.PROPERTIES.maxItemBytes("tags")).isPresent();
        assertThat(RequestSchema.STATEMENT.maxItemBytes("tags")).isPresent();
        assertThat(RequestSchema.PROPERTIES.maxItemBytes("qName")).isEmpty();
    }
}
