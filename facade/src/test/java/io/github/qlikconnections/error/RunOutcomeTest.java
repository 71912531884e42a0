package io.github.qlikconnections.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.bulk.BulkFailureException;
import io.github.qlikconnections.bulk.BulkItem;
import io.github.qlikconnections.bulk.BulkOutcome;
import io.github.qlikconnections.bulk.BulkResult;
import io.github.qlikconnections.bulk.EnsureFailureException;
import io.github.qlikconnections.bulk.EnsureItem;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.model.ConnectionDraft;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The outcome of a run is unknown if the outcome of one item is unknown. */
class RunOutcomeTest {

    @Test
    void outcomeOfABulkActionIsUnknownIfThatOfOneItemIs() {
        BulkItem done = BulkItem.withoutResponse("c1", BulkOutcome.DONE);
        BulkItem failed = BulkItem.withoutResponse("c2", BulkOutcome.FAILED);
        BulkItem unknown = BulkItem.withoutResponse("c3", BulkOutcome.UNKNOWN);

        assertThat(new BulkFailureException("delete", BulkResult.of(List.of(done, failed, unknown))).outcomeUnknown())
                .isTrue();
        assertThat(new BulkFailureException("delete", BulkResult.of(List.of(done, failed))).outcomeUnknown())
                .isFalse();
    }

    @Test
    void outcomeOfAnEnsureRunIsUnknownIfThatOfOneItemIs() {
        ConnectionDraft draft = ConnectionDraft.builder("rest", "Orders").build();
        EnsureItem failed = EnsureItem.failed(draft, new TransportException("No.", false, null));
        EnsureItem unknown = EnsureItem.failed(draft, new TransportException("Perhaps.", true, null));

        assertThat(new EnsureFailureException(EnsureReport.of(List.of(failed, unknown))).outcomeUnknown())
                .isTrue();
        assertThat(new EnsureFailureException(EnsureReport.of(List.of(failed))).outcomeUnknown())
                .isFalse();
    }
}
