package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.model.ConnectionDraft;
import java.io.PrintStream;

/** One call of each entry point, as the overview of the Javadoc shows it. */
final class EntryPointSamples {

    private EntryPointSamples() {}

    static void use(QlikClient qlik, ConnectionDraft draft, PrintStream out) {
        out.println(qlik.dataSources().spec("mssql").describe());
        out.println(qlik.dataConnections().validate(draft).render());
        out.println(qlik.dataConnections().ensure(draft).outcome());
        out.println(qlik.dataCredentials().findByName("orders-reader").isPresent());
        out.println(qlik.spaces().findByName("Finance").isPresent());
        out.println(qlik.users().me().name());
    }
}
