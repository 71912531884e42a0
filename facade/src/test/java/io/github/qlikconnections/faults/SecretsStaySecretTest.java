package io.github.qlikconnections.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.internal.http.Measures;
import io.github.qlikconnections.internal.http.RawServer;
import io.github.qlikconnections.internal.http.RecordedLogs;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionPatch;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.DataConnection;
import io.github.qlikconnections.model.DuplicateOptions;
import io.github.qlikconnections.model.RotationOptions;
import io.github.qlikconnections.model.SpaceRef;
import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.SpaceType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** Every workflow at TRACE, well and with every fault: no log line of any library and no exception holds a secret. */
class SecretsStaySecretTest {

    private static final String MARKER = "m4rk3r";
    private static final String CLIENT_SECRET = MARKER + "-client";
    private static final Secret KEY = Secret.of(MARKER + "-key");

    private final List<Throwable> thrown = new ArrayList<>();
    private int steps;

    @Test
    void noLogAndNoExceptionHoldsASecret() {
        List<RecordedLogs.Event> log = RecordedLogs.during(() -> {
            for (Fault fault : Fault.values()) {
                if (fault != Fault.READ_TIMEOUT && fault != Fault.DRIP) {
                    everything(fault, false);
                    everything(fault, true);
                }
            }
        });

        assertThat(log).isNotEmpty();
        assertThat(log).noneMatch(event -> event.text().contains(MARKER));
        assertThat(log).noneMatch(event -> event.text().contains("Bearer "));
        assertThat(log)
                .filteredOn(event -> event.logger().startsWith("io.github.qlikconnections"))
                .isNotEmpty()
                .allMatch(event -> event.level() == Level.DEBUG || event.level() == Level.WARN);
        assertThat(thrown).isNotEmpty();
        for (Throwable each : thrown) {
            StringWriter trace = new StringWriter();
            each.printStackTrace(new PrintWriter(trace, true));
            assertThat(trace.toString()).doesNotContain(MARKER).doesNotContain("Bearer ");
        }
        Measures.print("log events and exceptions scanned for secrets: " + log.size() + " and " + thrown.size() + " of "
                + steps + " calls, found: 0");
    }

    private void everything(Fault fault, boolean token) {
        try (FakeTenant tenant = FakeTenant.builder()
                        .oauthClient("client-7", CLIENT_SECRET)
                        .start();
                FaultyWire wire = new FaultyWire(tenant.url(), request -> breaks(request, token) ? fault : Fault.NONE);
                QlikClient qlik = client(wire.url())) {
            String space = tenant.addSpace("Finance", SpaceType.SHARED);
            String id = tenant.addConnection(
                    "File_AmazonS3ConnectorV2",
                    "There",
                    null,
                    Map.of("bucketName", "acme", "secretKey", MARKER + "-stored"));
            step(() -> qlik.dataSources().list());
            step(() -> qlik.dataSources().spec("File_AmazonS3ConnectorV2"));
            step(() -> qlik.dataSources().gateways("DG_mssql"));
            step(() -> qlik.spaces().list());
            step(() -> qlik.connections().create(draft("New").inSpace(space).build()));
            step(() -> qlik.connections().create(draft("New").inSpace(space).build()));
            step(() -> qlik.connections()
                    .ensure(draft("New").inSpaceNamed("Finance").build()));
            step(() ->
                    qlik.connections().create(draft("Bad").set("regionn", "x").build()));
            step(() -> qlik.connections().getWithProperties(id));
            step(() -> qlik.connections()
                    .update(
                            id,
                            ConnectionPatch.builder().secret("secretKey", KEY).build()));
            step(() -> qlik.connections()
                    .update(
                            id,
                            ConnectionPatch.builder()
                                    .authCode(Secret.of(MARKER + "\r\n"))
                                    .tags("t")
                                    .build()));
            step(() -> qlik.connections().rotateCredentials(id, Map.of("secretKey", KEY)));
            step(() -> qlik.connections()
                    .rotateCredentials(
                            ConnectionQuery.all(),
                            (DataConnection connection) -> Map.of("secretKey", KEY),
                            RotationOptions.write()));
            step(() -> qlik.connections().duplicate(id, DuplicateOptions.defaults()));
            step(() -> qlik.connections().list(ConnectionQuery.all()).stream()
                    .forEach(connection -> assertThat(connection.id()).isNotEmpty()));
            step(() -> qlik.connections().findByName("New", SpaceRef.personal()));
            step(() -> qlik.connections().deleteAll(List.of(id)));
            step(() -> qlik.connections().delete(id));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean breaks(RawServer.Request request, boolean token) {
        return !request.method().equals("GET") && token == request.target().startsWith("/oauth");
    }

    private void step(Runnable call) {
        steps++;
        try {
            call.run();
        } catch (RuntimeException e) {
            thrown.add(e);
        }
    }

    private static QlikClient client(String url) {
        return QlikClient.builder()
                .tenant(url)
                .credentials(QlikCredentials.oauth("client-7", Secret.of(CLIENT_SECRET)))
                .backoffBase(Duration.ofMillis(1))
                .pace(60_000, 60_000)
                .build();
    }

    private static io.github.qlikconnections.model.ConnectionDraftBuilder draft(String name) {
        return ConnectionDraft.of("File_AmazonS3ConnectorV2", name)
                .set("region", "eu-west-1")
                .set("bucketName", "acme")
                .secret("accessKey", KEY)
                .secret("secretKey", Secret.of(MARKER + "-two"));
    }
}
