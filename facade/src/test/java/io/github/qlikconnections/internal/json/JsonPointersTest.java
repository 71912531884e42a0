package io.github.qlikconnections.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonPointersTest {

    @Test
    void segmentsAreEscapedAndUnescaped() {
        String pointer = JsonPointers.child(JsonPointers.child(JsonPointers.child("", "a/b"), "c~d"), "e");

        assertThat(pointer).isEqualTo("/a~1b/c~0d/e");
        assertThat(JsonPointers.segments(pointer)).containsExactly("a/b", "c~d", "e");
        assertThat(JsonPointers.segments("")).isEmpty();
        assertThat(JsonPointers.segments("/")).containsExactly("");
        assertThat(JsonPointers.segments("/~01")).containsExactly("~1");
    }

    @Test
    void pointerResolvesToTheValueAtItsPlaceOrNull() {
        Object value = Map.of("a", List.of(1L, Map.of("b", "x")));

        assertThat(JsonPointers.find(value, "/a/1/b")).isEqualTo("x");
        assertThat(JsonPointers.find(value, "")).isSameAs(value);
        assertThat(JsonPointers.find(value, "/a/2")).isNull();
        assertThat(JsonPointers.find(value, "/a/x")).isNull();
        assertThat(JsonPointers.find(value, "/a/-1")).isNull();
        assertThat(JsonPointers.find(value, "/a/99999999999")).isNull();
        assertThat(JsonPointers.find(value, "/a/0/deeper")).isNull();
        assertThat(JsonPointers.find(value, "/none/deeper")).isNull();
    }
}
