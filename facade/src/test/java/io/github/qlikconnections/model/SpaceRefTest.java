package io.github.qlikconnections.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpaceRefTest {

    @Test
    void referenceIsPersonalOrByIdOrByName() {
        assertThat(SpaceRef.personal().isPersonal()).isTrue();
        assertThat(SpaceRef.personal().id()).isEmpty();
        assertThat(SpaceRef.personal().name()).isEmpty();
        assertThat(SpaceRef.ofId("s1").id()).contains("s1");
        assertThat(SpaceRef.ofId("s1").isPersonal()).isFalse();
        assertThat(SpaceRef.ofName("Finance").name()).contains("Finance");
        assertThat(SpaceRef.ofName("Finance").isPersonal()).isFalse();
    }

    @Test
    void referencesWithEqualKindAndValueAreEqual() {
        assertThat(SpaceRef.ofId("a"))
                .isEqualTo(SpaceRef.ofId("a"))
                .hasSameHashCodeAs(SpaceRef.ofId("a"))
                .isNotEqualTo(SpaceRef.ofId("b"))
                .isNotEqualTo(SpaceRef.ofName("a"));
    }

    @Test
    void toStringContainsTheKindAndValue() {
        assertThat(SpaceRef.personal()).hasToString("personal space");
        assertThat(SpaceRef.ofId("s1")).hasToString("space with id s1");
        assertThat(SpaceRef.ofName("Finance")).hasToString("space \"Finance\"");
    }

    @Test
    void blankReferenceIsRejected() {
        assertThatThrownBy(() -> SpaceRef.ofId(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("personal()");
        assertThatThrownBy(() -> SpaceRef.ofName("")).isInstanceOf(IllegalArgumentException.class);
    }
}
