package io.github.qlikconnections.examples;

import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.validation.Severity;
import io.github.qlikconnections.validation.ValidationPolicy;
import io.github.qlikconnections.validation.ValidationReport;
import io.github.qlikconnections.validation.ViolationCode;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Validates request bodies in files against a saved specification, without a tenant. Intended for builds.
 *
 * <p>The first argument is the saved specification, the others are the request bodies as JSON.
 */
public final class ValidateOffline {

    private ValidateOffline() {}

    /**
     * Prints a report for each request body. The exit status is 0 if all are creatable, 1 if not, and 2 if a file cannot be
     * read.
     *
     * @param args the file of the specification and the files of the request bodies
     */
    public static void main(String[] args) {
        System.exit(validate(System.out, System.err, args));
    }

    static int validate(PrintStream out, PrintStream err, String... files) {
        if (files.length < 2) {
            err.println("Give the file of a saved specification, and at least one file with a request body.");
            return 2;
        }
        try {
            ConnectionSpec spec = ConnectionSpec.load(Path.of(files[0]));
            ValidationPolicy policy = ValidationPolicy.strict()
                    .with(ViolationCode.PLACEHOLDER, Severity.WARNING)
                    .rejectUnchecked();
            boolean all = true;
            for (int i = 1; i < files.length; i++) {
                ConnectionDraft draft = ConnectionDraft.fromJson(Path.of(files[i]));
                ValidationReport report = spec.validate(draft, policy);
                out.println(report.render());
                all &= report.isCreatable();
            }
            return all ? 0 : 1;
        } catch (RuntimeException e) {
            err.println(e.getMessage());
            return 2;
        }
    }
}
