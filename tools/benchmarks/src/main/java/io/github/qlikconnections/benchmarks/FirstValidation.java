package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;

/** A whole process that reads a specification and a draft, and, when told so, validates once. */
public final class FirstValidation {

    private FirstValidation() {}

    /**
     * Runs.
     *
     * @param arguments {@code validate} to validate
     */
    public static void main(String[] arguments) {
        ConnectionSpec spec = ConnectionSpec.parse(Samples.LAKE, Samples.lakeSpec());
        ConnectionDraft draft = Samples.lakeDraft();
        String result = arguments.length > 0 ? spec.validate(draft).render() : spec + " " + draft;
        System.out.println(result);
    }
}
