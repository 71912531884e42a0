package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.qlikconnections.model.Space;
import io.github.qlikconnections.testkit.SpaceType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagedTest extends FakeTenantFixture {

    @Test
    void listOfItemsHasOnePage() {
        List<String> items = new ArrayList<>(List.of("a", "b"));
        Paged<String> list = Paged.of(items);
        items.clear();

        assertThat(list).containsExactly("a", "b");
        assertThat(list.stream()).containsExactly("a", "b");
        assertThat(list.toList()).containsExactly("a", "b");
        assertThat(list.pages()).containsExactly(List.of("a", "b"));
        assertThat(list.warnings()).isEmpty();
        assertThat(list.failOnIncomplete()).containsExactly("a", "b");
        assertThat(list).asString().isEqualTo("Paged[2 items]");
    }

    @Test
    void emptyListHasNoPage() {
        assertThat(Paged.of(List.of()).pages()).isEmpty();
    }

    @Test
    void nullIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Paged.of(null)).withMessageContaining("items");
    }

    @Test
    void toListFetchesAllPages() {
        for (int i = 0; i < 101; i++) {
            tenant.addSpace("Space " + i, SpaceType.SHARED);
        }

        List<Space> spaces = qlik.spaces().list().toList();

        assertThat(spaces).hasSize(101).isUnmodifiable();
        assertThat(tenant.requestCount()).isEqualTo(2);
    }
}
