package io.github.qlikconnections.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.qlikconnections.repository.RepositoryFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compares the limits in {@code docs/reference/requests.md} with those of the code. */
class RequestsReferenceTest {

    @Test
    void pageStatesTheLimitsOfResponses() {
        String page =
                RepositoryFiles.read(Path.of("docs/reference/requests.md")).replaceAll("\\s+", " ");
        StreamReadConstraints json =
                JsonReadConstraints.apply(new ObjectMapper()).getFactory().streamReadConstraints();

        assertThat(page)
                .contains("%d header fields of %d KiB each"
                        .formatted(
                                ResponseHead.BOUNDS.getMaxHeaderCount() - 1,
                                ResponseHead.BOUNDS.getMaxLineLength() / 1024))
                .contains("%d levels, %,d values, names of %,d characters and numbers of %d digits"
                        .formatted(
                                json.getMaxNestingDepth(),
                                json.getMaxTokenCount(),
                                json.getMaxNameLength(),
                                json.getMaxNumberLength()));
    }
}
