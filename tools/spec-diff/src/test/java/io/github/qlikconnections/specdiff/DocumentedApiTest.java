package io.github.qlikconnections.specdiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares our documents with an inventory of the vendor's documentation. */
class DocumentedApiTest {

    private static final Path OURS = Path.of("..", "..", "openapi");

    @ParameterizedTest
    @ValueSource(strings = {"data-connections", "data-sources", "data-credentials"})
    void documentedApiIsInOurDocumentsExceptForDeliberateDifferences(String service) throws UnusableDocumentException {
        // Elements that exist only in our documents are newer than the inventory, or deliberate.
        assertThat(report(service).unexpected())
                .filteredOn(difference -> difference.side() != DifferenceSide.OURS)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-connections", "data-sources", "data-credentials"})
    void everyDeliberateDifferenceExists(String service) throws UnusableDocumentException {
        assertThat(report(service).unused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-connections", "data-sources", "data-credentials"})
    void noOperationParameterOrStatusIsOmitted(String service) throws UnusableDocumentException {
        assertThat(report(service).differences())
                .filteredOn(difference -> difference.side() == DifferenceSide.UPSTREAM)
                .extracting(Difference::kind)
                .doesNotContain(
                        DifferenceKind.OPERATION,
                        DifferenceKind.PARAMETER,
                        DifferenceKind.STATUS,
                        DifferenceKind.BODY,
                        DifferenceKind.ENUM_VALUE);
    }

    private static DifferenceReport report(String service) throws UnusableDocumentException {
        Path inventory = Path.of("src", "test", "resources", "documented", service + ".yaml");
        SpecDocument upstream = SpecDocument.read(inventory);
        SpecDocument ours = LocalDocuments.in(OURS).counterpartOf(upstream);
        assertThat(ours.name()).isEqualTo(service);
        return new DifferenceReport(
                service,
                inventory.toString(),
                DocumentComparison.of(ours, upstream),
                DeliberateDifferences.of(service, OURS.resolve(DeliberateDifferences.FILE)));
    }
}
