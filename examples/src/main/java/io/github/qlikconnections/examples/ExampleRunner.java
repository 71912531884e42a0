package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.QlikClientBuilder;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.rate.RateLimits;
import io.github.qlikconnections.testkit.FakeDataSource;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.SpaceType;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs one of the examples of the guides against a FakeTenant, or the quickstart. */
public final class ExampleRunner {

    private static final Secret PASSWORD = Secret.of("example-password");

    private ExampleRunner() {}

    /**
     * Runs an example and exits, with a status other than 0 if it fails.
     *
     * @param args the name of the example; without a name, the quickstart
     */
    public static void main(String[] args) {
        // Names of data sources contain characters such as ®, which not every default encoding supports.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (args.length == 0 || args[0].equals("quickstart")) {
            Quickstart.main(args);
            return;
        }
        Example example = all().get(args[0]);
        if (example == null) {
            System.err.println("The examples are: quickstart, " + String.join(", ", all().keySet()));
            System.exit(2);
            return;
        }
        // The notice of the build ends without a line separator.
        out.println();
        try {
            run(example, out);
        } catch (IOException | RuntimeException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Runs an example against a new tenant. */
    static void run(Example example, PrintStream out) throws IOException {
        try (FakeTenant tenant = FakeTenant.start();
                QlikClient qlik = client(tenant).build()) {
            tenant.addSpace("Finance", SpaceType.SHARED);
            tenant.addSpace("Archive", SpaceType.SHARED);
            example.run(tenant, qlik, out);
        }
    }

    /** Returns a builder without the pauses of bulk runs, because a FakeTenant has no rate limits. */
    private static QlikClientBuilder client(FakeTenant tenant) {
        return QlikClient.builder()
                .tenant(tenant.url())
                .credentials(QlikCredentials.apiKey(Secret.of(tenant.apiKey())))
                .rateLimits(RateLimits.perMinute(60_000, 60_000));
    }

    /** Returns the examples by name, in the order of the guides. */
    static Map<String, Example> all() {
        Map<String, Example> examples = new LinkedHashMap<>();
        examples.put(
                "overview",
                (tenant, qlik, out) -> EntryPointSamples.use(qlik, EnsureConnections.orders(PASSWORD), out));
        examples.put("create", (tenant, qlik, out) -> create(qlik, out));
        examples.put("validate", (tenant, qlik, out) -> validate(qlik, out));
        examples.put("ensure", (tenant, qlik, out) -> {
            EnsureConnections.run(qlik, EnsureConnections.orders(PASSWORD), out);
            EnsureConnections.run(qlik, EnsureConnections.orders(PASSWORD), out);
        });
        examples.put("update", (tenant, qlik, out) -> {
            String id = orders(qlik, "Orders").id();
            out.println(UpdateSamples.update(qlik, id));
            out.println(UpdateSamples.rotateOne(qlik, id, Secret.of("new-password")));
        });
        examples.put("rotate", (tenant, qlik, out) -> rotate(qlik, out));
        examples.put("manage", ExampleRunner::manage);
        examples.put("copy", (tenant, qlik, out) -> {
            String id = orders(qlik, "Orders").id();
            try (FakeTenant other = FakeTenant.start();
                    QlikClient target = client(other).build()) {
                other.addSpace("Finance", SpaceType.SHARED);
                out.println(CopyConnection.copy(qlik, target, id, name -> PASSWORD));
            }
        });
        examples.put("credentials", (tenant, qlik, out) -> credentials(qlik, out));
        examples.put("oauth", ExampleRunner::signIn);
        examples.put("errors", (tenant, qlik, out) -> {
            ErrorSamples.create(qlik.dataConnections(), invalidDraft(), out);
            ErrorSamples.create(qlik.dataConnections(), EnsureConnections.orders(PASSWORD), out);
            ErrorSamples.create(qlik.dataConnections(), EnsureConnections.orders(PASSWORD), out);
            out.println(ErrorSamples.createOrFind(qlik.dataConnections(), EnsureConnections.orders(PASSWORD)));
        });
        examples.put("service", (tenant, qlik, out) -> {
            List<ConnectionDraft> drafts = List.of(EnsureConnections.orders(PASSWORD));
            out.println(ServiceSamples.ensureUntil(qlik, drafts, new AtomicBoolean(), Instant.MAX));
            out.println(ServiceSamples.ensureUntil(qlik, drafts, new AtomicBoolean(true), Instant.MAX));
            out.println(ServiceSamples.createOnce(qlik, ordersDraft("Invoices")));
            out.println(ServiceSamples.createAsync(qlik, ordersDraft("Returns"), ForkJoinPool.commonPool())
                    .join());
        });
        examples.put("health", (tenant, qlik, out) -> out.println(HealthSample.check(qlik)));
        examples.put("models", (tenant, qlik, out) -> {
            out.println(ModelSamples.response(qlik, orders(qlik, "Orders").id()).keySet());
            out.println(ModelSamples.readAndWrite(qlik));
        });
        examples.put("events", (tenant, qlik, out) -> {
            RequestTimes times = new RequestTimes();
            try (QlikClient observed = client(tenant).addListener(times).build()) {
                observed.users().me();
            }
            out.println(times);
        });
        examples.put("audit", (tenant, qlik, out) -> {
            orders(qlik, "Orders");
            AuditSources.audit(qlik, Set.of("rest"), out);
        });
        return examples;
    }

    private static void create(QlikClient qlik, PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("example");
        Path keyFile = Files.writeString(folder.resolve("key.p8"), "a private key");
        Path body = Files.writeString(folder.resolve("body.json"), """
                {"dataSourceId": "mssql", "qName": "Invoices", "connectionProperties": {
                  "host": "db.example.com", "database": "invoices", "username": "reader", "password": "<PASSWORD>"}}""");
        out.println(CreateSamples.s3(qlik, PASSWORD, PASSWORD));
        for (ConnectionDraft draft : List.of(
                CreateSamples.sqlServerThroughGateway(PASSWORD),
                CreateSamples.snowflakeWithKeyPair(keyFile, PASSWORD),
                CreateSamples.restWithHeaders(PASSWORD),
                CreateSamples.documentedBody(body, PASSWORD))) {
            out.println(qlik.dataConnections().create(draft));
        }
    }

    private static void validate(QlikClient qlik, PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("example");
        Path spec = folder.resolve("mssql.json");
        qlik.dataSources().spec("mssql").save(spec);
        Path body = Files.writeString(folder.resolve("body.json"), """
                {"dataSourceId": "mssql", "qName": "Orders", "connectionProperties": {"hots": "db.example.com", "port": "1433"}}""");
        ValidateOffline.validate(out, out, spec.toString(), body.toString());
    }

    private static void rotate(QlikClient qlik, PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("example");
        orders(qlik, "Orders");
        orders(qlik, "Invoices");
        out.println(UpdateSamples.rotateMany(qlik, connection -> Map.of("password", PASSWORD), out));
        RotationReport failed = UpdateSamples.rotateWithJournal(
                qlik.dataConnections(), connection -> Map.of("passwort", PASSWORD), folder);
        out.println(failed);
        out.println(
                UpdateSamples.repeatFailed(qlik.dataConnections(), connection -> Map.of("password", PASSWORD), folder));
    }

    private static void manage(FakeTenant tenant, QlikClient qlik, PrintStream out) {
        String id = qlik.dataConnections()
                .create(EnsureConnections.orders(PASSWORD).toBuilder()
                        .inSpaceNamed("Finance")
                        .build())
                .id();
        ManageSamples.list(qlik.dataConnections(), out);
        out.println(ManageSamples.changeOwner(qlik.dataConnections(), List.of(id), tenant.userId()));
        out.println(ManageSamples.move(qlik.dataConnections(), List.of(id)));
        ManageSamples.delete(qlik.dataConnections(), out);
    }

    private static void credentials(QlikClient qlik, PrintStream out) {
        List<DataConnection> connections = List.of(
                SeparatedCredentialSamples.createWithNewCredentials(qlik, PASSWORD),
                SeparatedCredentialSamples.createWithExistingCredentials(qlik));
        out.println(qlik.dataCredentials().findByName("orders-reader").orElseThrow());
        connections.forEach(connection -> qlik.dataConnections().delete(connection.id()));
        SeparatedCredentialSamples.deleteOrphans(qlik, out);
    }

    private static void signIn(FakeTenant tenant, QlikClient qlik, PrintStream out) {
        tenant.addDataSource(FakeDataSource.builder("clicks")
                .oauth()
                .connectionProperties("""
                        {"type": "object", "properties": {
                          "clientId": {"type": "string"}, "clientSecret": {"type": "string", "writeOnly": true},
                          "authCode": {"type": "string", "writeOnly": true}}}""")
                .build());
        Map<String, Object> session = new HashMap<>();
        ConnectionDraft draft = ConnectionDraft.builder("clicks", "Clicks")
                .set("clientId", "acme")
                .secret("clientSecret", PASSWORD)
                .build();
        out.println(OAuthSamples.beginSignIn(qlik, draft, session).getHost());
        @SuppressWarnings("unchecked")
        Map<String, ?> stored = (Map<String, ?>) Objects.requireNonNull(session.get("challenge"));
        out.println(OAuthSamples.completeSignIn(qlik, stored, PASSWORD, Secret.of("code")));
    }

    private static ConnectionDraft invalidDraft() {
        return ConnectionDraft.builder("mssql", "Orders")
                .set("hots", "db.example.com")
                .build();
    }

    private static DataConnection orders(QlikClient qlik, String name) {
        return qlik.dataConnections().create(ordersDraft(name));
    }

    private static ConnectionDraft ordersDraft(String name) {
        return EnsureConnections.orders(PASSWORD).toBuilder().name(name).build();
    }
}
