package io.github.qlikconnections.examples;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.error.QlikException;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DataSource;
import io.github.qlikconnections.spec.ConnectionSpec;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.validation.ValidationReport;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The steps from the list of data sources to a connection that is created and read.
 *
 * <p>It runs against a FakeTenant, or against the tenant of {@code QLIK_TENANT} and {@code QLIK_API_KEY} if both are set. There
 * it creates a connection in the personal space and deletes it.
 */
public final class Quickstart {

    private static final String S3 = "File_AmazonS3ConnectorV2";

    private final QlikClient qlik;
    private final PrintStream out;
    private final String connectionName;
    private Optional<DataConnection> created = Optional.empty();

    Quickstart(QlikClient qlik, PrintStream out, String connectionName) {
        this.qlik = qlik;
        this.out = out;
        this.connectionName = connectionName;
    }

    /**
     * Runs the quickstart and exits, with a status other than 0 if a step fails.
     *
     * @param args none
     */
    public static void main(String[] args) {
        // Names of data sources contain characters such as ®, which not every default encoding supports.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        String tenant = System.getenv("QLIK_TENANT");
        String key = System.getenv("QLIK_API_KEY");
        // The notice of the build ends without a line separator.
        out.println();
        try {
            if (tenant == null || key == null) {
                onFakeTenant(out);
            } else {
                onRealTenant(out, tenant, Secret.of(key));
            }
        } catch (QlikException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void onFakeTenant(PrintStream out) {
        try (FakeTenant tenant = FakeTenant.start();
                QlikClient qlik = client(tenant.url(), Secret.of(tenant.apiKey()))) {
            out.println("Qlik Connections for Java, on a FakeTenant at " + tenant.url());
            new Quickstart(qlik, out, "Sales lake").run();
        }
    }

    private static void onRealTenant(PrintStream out, String address, Secret key) {
        try (QlikClient qlik = client(address, key)) {
            out.println("Qlik Connections for Java, on " + address);
            Quickstart quickstart = new Quickstart(qlik, out, "Quickstart " + UUID.randomUUID());
            try {
                quickstart.run();
            } finally {
                quickstart.deleteWhatWasCreated();
            }
        }
    }

    private static QlikClient client(String tenant, Secret key) {
        return QlikClient.builder()
                .tenant(tenant)
                .credentials(QlikCredentials.apiKey(key))
                .build();
    }

    void run() {
        step(1, "What can this tenant connect to?");
        listSources();

        step(2, "What does " + S3 + " require?");
        ConnectionSpec spec = qlik.dataSources().spec(S3);
        out.println(spec.describe());

        step(3, "A draft with three mistakes is stopped before anything is sent");
        ConnectionDraft mistaken = ConnectionDraft.builder(S3, connectionName)
                .set("region", "EU-west-1")
                .set("buketName", "acme-sales")
                .set("separateCredentials", "yes")
                .secret("accessKey", Secret.of("quickstart-access-key"))
                .secret("secretKey", Secret.of("quickstart-secret-key"))
                .build();
        ValidationReport report = spec.validate(mistaken);
        out.println(report.render());

        step(4, "Corrected, it is created");
        ConnectionDraft corrected = mistaken.toBuilder()
                .set("region", "eu-west-1")
                .unset("buketName")
                .set("bucketName", "acme-sales")
                .set("separateCredentials", false)
                .build();
        DataConnection connection = qlik.dataConnections().create(corrected);
        created = Optional.of(connection);
        out.println("Created \"" + connection.name() + "\" with the id " + connection.id());

        step(5, "Read back");
        print(qlik.dataConnections().getWithProperties(connection.id()));
    }

    private void deleteWhatWasCreated() {
        created.ifPresent(connection -> {
            qlik.dataConnections().delete(connection.id());
            out.printf("%nDeleted again.%n");
        });
    }

    private void listSources() {
        List<DataSource> sources = qlik.dataSources().list();
        int width =
                sources.stream().mapToInt(source -> source.id().length()).max().orElse(1);
        for (DataSource source : sources) {
            out.printf("%-" + width + "s  %s%n", source.id(), source.displayName());
        }
    }

    private void print(DataConnection connection) {
        row("name", connection.name());
        row("id", connection.id());
        row("source", connection.dataSourceId().orElse("-"));
        row("space", connection.spaceId().orElse("personal"));
        row("created", connection.created().map(Object::toString).orElse("-"));
        row("tags", String.join(", ", connection.tags()));
        row("may", String.join(", ", connection.privileges()));
        connection.properties().forEach((name, value) -> row(name, String.valueOf(value)));
    }

    private void row(String name, String value) {
        out.printf("%-19s  %s%n", name, value);
    }

    private void step(int number, String title) {
        out.printf("%n%d. %s%n%n", number, title);
    }
}
