package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.EnsureOptions;
import io.github.qlikconnections.model.SecretUpdate;
import io.github.qlikconnections.model.TagPolicy;
import io.github.qlikconnections.plan.ConnectionPlan;
import io.github.qlikconnections.plan.EnsureResult;
import java.io.PrintStream;

/** Plans and applies the changes to a connection. */
public final class EnsureConnections {

    private EnsureConnections() {}

    /**
     * Returns the desired connection.
     *
     * @param password the password of the connection
     * @return the draft
     */
    public static ConnectionDraft orders(Secret password) {
        return ConnectionDraft.builder("mssql", "Orders")
                .set("host", "db.example.com")
                .set("port", 1433)
                .set("database", "orders")
                .set("username", "reader")
                .secret("password", password)
                .secretsVersion("2026-11")
                .tags("team:sales")
                .build();
    }

    /**
     * Plans, prints the plan, and applies it.
     *
     * @param qlik the client
     * @param draft the desired connection
     * @param out the output for the plan and the result
     * @return what was done
     */
    public static EnsureResult run(QlikClient qlik, ConnectionDraft draft, PrintStream out) {
        EnsureOptions options = EnsureOptions.builder()
                .secrets(SecretUpdate.WHEN_NEEDED)
                .tags(TagPolicy.ADD)
                .build();
        ConnectionPlan plan = qlik.dataConnections().plan(draft, options);
        out.println(plan);
        EnsureResult result = qlik.dataConnections().apply(plan);
        out.println(result);
        result.notCompared().forEach(out::println);
        return result;
    }
}
