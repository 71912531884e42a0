package io.github.qlikconnections.internal.workflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PagePrefetcherTest {

    @Test
    void checkedExceptionOfAFetchIsThrownUnchanged() {
        Future<String> page = CompletableFuture.failedFuture(new IOException("no token"));

        try (PagePrefetcher prefetcher = new PagePrefetcher(2)) {
            assertThatThrownBy(() -> prefetcher.await(page))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("no token");
        }
    }
}
