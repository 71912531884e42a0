package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.testkit.FakeTenant;
import java.io.IOException;
import java.io.PrintStream;

/** An example that runs against a tenant in the same process. */
@FunctionalInterface
interface Example {

    /**
     * Runs the example.
     *
     * @param tenant the tenant, which has the spaces Finance and Archive
     * @param qlik a client of the tenant
     * @param out the output
     * @throws IOException if a file of the example cannot be written or read
     */
    void run(FakeTenant tenant, QlikClient qlik, PrintStream out) throws IOException;
}
