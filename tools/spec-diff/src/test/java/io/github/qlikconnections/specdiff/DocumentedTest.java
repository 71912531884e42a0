package io.github.qlikconnections.specdiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds our documents against an inventory of what the vendor documents, so that nothing of it is missing unawares. */
class DocumentedTest {

    private static final Path OURS = Path.of("..", "..", "openapi");

    @ParameterizedTest
    @ValueSource(strings = {"data-connections", "data-sources", "data-credentials"})
    void everythingDocumentedIsInOursOrDiffersForAReason(String service) throws Unusable {
        // What only ours has is newer than the inventory, or deliberate.
        assertThat(report(service).unexpected())
                .filteredOn(difference -> difference.side() != Side.OURS)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-connections", "data-sources", "data-credentials"})
    void everyDeliberateDifferenceIsOne(String service) throws Unusable {
        assertThat(report(service).unused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-connections", "data-sources", "data-credentials"})
    void noOperationParameterOrStatusIsLeftOut(String service) throws Unusable {
        assertThat(report(service).differences())
                .filteredOn(difference -> difference.side() == Side.UPSTREAM)
                .extracting(Difference::kind)
                .doesNotContain(Kind.OPERATION, Kind.PARAMETER, Kind.STATUS, Kind.BODY, Kind.ENUM_VALUE);
    }

    private static Report report(String service) throws Unusable {
        Path inventory = Path.of("src", "test", "resources", "documented", service + ".yaml");
        SpecDocument upstream = SpecDocument.read(inventory);
        SpecDocument ours = OwnDocuments.in(OURS).counterpartOf(upstream);
        assertThat(ours.name()).isEqualTo(service);
        return new Report(
                service,
                inventory.toString(),
                Comparison.of(ours, upstream),
                DeliberateDifferences.of(service, OURS.resolve(DeliberateDifferences.FILE)));
    }
}
