package io.github.qlikconnections.specdiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares our documents with an inventory of the vendor's documentation. The inventory is older than our documents after an
 * addition, which is compared with the vendor's document of that day instead.
 */
class DocumentedApiTest {

    private static final Path OURS = Path.of("..", "..", "openapi");

    @ParameterizedTest
    @ValueSource(strings = {"data-connections", "data-sources", "data-credentials", "spaces", "users"})
    void everythingDocumentedIsInOurDocumentOrDeliberatelyDifferent(String service) throws UnusableDocumentException {
        SpecDocument upstream = SpecDocument.read(Path.of("src", "test", "resources", "documented", service + ".yaml"));
        List<SpecDocument> counterparts = LocalDocuments.in(OURS).counterpartsOf(upstream);
        assertThat(counterparts).extracting(SpecDocument::name).containsExactly(service);

        DifferenceReport report = DifferenceReport.of(counterparts.get(0), upstream, false, OURS);

        assertThat(report.unexpected())
                .filteredOn(difference -> difference.side() != DifferenceSide.OURS)
                .isEmpty();
        assertThat(report.unused()).isEmpty();
    }
}
