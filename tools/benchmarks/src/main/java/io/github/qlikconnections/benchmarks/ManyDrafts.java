package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.ValidationReport;
import java.util.ArrayList;
import java.util.List;

/** A process that validates 10,000 drafts and keeps all reports. */
public final class ManyDrafts {

    private static final int DRAFTS = 10_000;

    private ManyDrafts() {}

    /**
     * Runs the program.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        ConnectionSpec spec = ConnectionSpec.parse(Samples.LAKE, Samples.lakeSpec());
        List<ValidationReport> reports = new ArrayList<>();
        int errors = 0;
        for (int i = 0; i < DRAFTS; i++) {
            ConnectionDraft draft = Samples.lakeDraft().toBuilder()
                    .set("bucketName", "bucket-" + i)
                    .set("separateCredentials", "false")
                    .set("region", i % 10 == 0 ? "REGION-1" : "region-1")
                    .build();
            ValidationReport report = spec.validate(draft);
            errors += report.errors().size();
            reports.add(report);
        }
        System.out.println(reports.size() + " reports kept, " + errors + " errors");
    }
}
