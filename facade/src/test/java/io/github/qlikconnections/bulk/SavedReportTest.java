package io.github.qlikconnections.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.ApiError;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.error.TransportException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.plan.ComparisonStatus;
import io.github.qlikconnections.plan.EnsureOutcome;
import io.github.qlikconnections.plan.EnsureResult;
import io.github.qlikconnections.plan.PlannedChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedReportTest {

    private static final ApiError ERROR = ApiError.builder()
            .code("DCERROR-0010")
            .title("Bad request")
            .detail("No \"such\" thing")
            .status(400)
            .additionalMembers(Map.of("meta", Map.of("field", "qName", "line", 7, "ratio", 0.5)))
            .build();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("report.json");
    }

    @Test
    void rotationReportIsRestoredWithoutCauses() {
        RotationReport report = RotationReport.of(List.of(
                RotationItem.builder("c1", "Orders", RotationOutcome.ROTATED)
                        .warnings(List.of("The password ends with a line break."))
                        .build(),
                RotationItem.builder("c2", "Lake", RotationOutcome.FAILED)
                        .spaceId("s1")
                        .status(400)
                        .error(ERROR)
                        .reason("The tenant rejected it.")
                        .cause(new IllegalStateException("s3cret"))
                        .build(),
                RotationItem.builder("c3", "Other", RotationOutcome.UNKNOWN)
                        .error(ApiError.builder().build())
                        .build()));

        report.save(file);

        assertThat(RotationReport.load(file)).isEqualTo(report);
        assertThat(RotationReport.load(file).items().get(1).cause()).isEmpty();
        assertThat(file)
                .content()
                .doesNotContain("s3cret")
                .startsWith("{\n  \"type\" : \"RotationReport\",\n  \"version\" : 1,");
    }

    @Test
    void bulkResultIsRestored() {
        BulkResult result = BulkResult.of(List.of(
                BulkItem.builder("c1")
                        .status(204)
                        .additionalMembers(Map.of("color", "red", "size", new BigInteger("92233720368547758070")))
                        .build(),
                BulkItem.builder("c2").status(204).error(ERROR).build(),
                BulkItem.withoutResponse("c3", BulkOutcome.DONE),
                BulkItem.withoutResponse("c4", BulkOutcome.NOT_STARTED)));

        result.save(file);

        assertThat(BulkResult.load(file)).isEqualTo(result);
    }

    @Test
    void ensureReportIsRestoredWithTheDraftsOfTheRun() {
        List<ConnectionDraft> drafts = IntStream.range(0, 4)
                .mapToObj(i -> ConnectionDraft.builder("mssql", "Db " + i)
                        .secret("password", Secret.of("s3cret"))
                        .inSpaceNamed("Lab " + i)
                        .build())
                .toList();
        EnsureResult updated = EnsureResult.builder(
                        EnsureOutcome.UPDATED,
                        DataConnection.builder("c1", "Db 0")
                                .dataSourceId("mssql")
                                .spaceId("s1")
                                .build())
                .changes(List.of(change(ComparisonStatus.DIFFERENT)))
                .entries(List.of(change(ComparisonStatus.EQUAL)))
                .credentialsSent(List.of("password"))
                .credentialsNotSent(List.of("pin"))
                .warnings(List.of("A warning."))
                .build();
        EnsureReport report = EnsureReport.of(List.of(
                EnsureItem.done(drafts.get(0), updated),
                EnsureItem.failed(drafts.get(1), new QlikException("It failed.")),
                EnsureItem.failed(drafts.get(2), new TransportException("It is lost.", true, null)),
                EnsureItem.notStarted(drafts.get(3))));

        report.save(file);
        EnsureReport loaded = EnsureReport.load(file, drafts);

        assertThat(file).content().doesNotContain("s3cret");
        assertThat(loaded.toString()).isEqualTo(report.toString());
        assertThat(loaded.items().get(0)).isEqualTo(report.items().get(0));
        assertThat(loaded.failed())
                .extracting(item -> item.failure().orElseThrow().getMessage())
                .containsExactly("It failed.", "It is lost.");
        assertThat(loaded.unknown()).extracting(EnsureItem::draft).containsExactly(drafts.get(2));
        assertThat(loaded.notStarted()).extracting(EnsureItem::draft).containsExactly(drafts.get(3));
        assertThatThrownBy(() -> EnsureReport.load(file, drafts.subList(1, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Item 1 of the report")
                .hasMessageContaining("no draft has its name \"Db 0\"");
    }

    private static PlannedChange change(ComparisonStatus status) {
        return PlannedChange.builder("/qName", status)
                .before("a")
                .after("b")
                .note("A note.")
                .build();
    }

    @Test
    void otherFilesAreRejected() throws IOException {
        assertThatThrownBy(() -> BulkResult.load(file)).isInstanceOf(UncheckedIOException.class);
        RotationReport.of(List.of()).save(file);
        assertThatThrownBy(() -> BulkResult.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no BulkResult. Use a file that its method save(..) has written.");
        Files.writeString(file, Files.readString(file).replace("1", "2"));
        assertThatThrownBy(() -> RotationReport.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has version 2, and this library reads version 1");
        for (String items : List.of("[1]", "[{}]", "[{\"connectionId\":\"a\",\"outcome\":\"x\"}]")) {
            Files.writeString(file, "{\"type\":\"BulkResult\",\"version\":1,\"items\":" + items + "}");
            assertThatThrownBy(() -> BulkResult.load(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Item 1 of the report in the file " + file + " cannot be read: ");
        }
    }
}
