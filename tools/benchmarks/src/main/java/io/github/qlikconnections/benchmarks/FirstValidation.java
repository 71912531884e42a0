package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;

/** A process that parses a specification, builds a draft and optionally validates it once. */
public final class FirstValidation {

    private FirstValidation() {}

    /**
     * Runs the program.
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
