package io.github.qlikconnections;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.bulk.CredentialSupplier;
import io.github.qlikconnections.bulk.EnsureReport;
import io.github.qlikconnections.bulk.RotationOptions;
import io.github.qlikconnections.bulk.RotationReport;
import io.github.qlikconnections.invariants.TrackedClients;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.EnsureOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs with a journal. An interrupted run is simulated by cutting the lines that its journal would not have. */
abstract class JournalFixture extends FakeTenantFixture {

    static final CredentialSupplier NEW = connection -> Map.of("password", Secret.of("PW-2"));

    @TempDir
    Path folder;

    Path journal;

    @BeforeEach
    void chooseJournal() {
        journal = folder.resolve("run.jsonl");
    }

    @Override
    QlikClient client(String key) {
        return TrackedClients.build(builder(key).maxAttempts(1));
    }

    List<String> databases(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> tenant.addConnection("mssql", "Db " + i, null, Map.of("host", "db.example.com")))
                .toList();
    }

    static List<ConnectionDraft> drafts(String bucket) {
        return IntStream.range(0, 3)
                .mapToObj(i -> s3("Lake " + i).set("bucketName", bucket).build())
                .toList();
    }

    RotationReport rotate() {
        return rotate(rotationOptions().build());
    }

    RotationReport rotate(RotationOptions options) {
        ConnectionQuery query = ConnectionQuery.builder().toSource("mssql").build();
        return qlik.dataConnections().rotateCredentials(query, NEW, options);
    }

    RotationOptions.Builder rotationOptions() {
        return RotationOptions.builder().parallelism(1).journal(journal);
    }

    EnsureReport ensureAll(List<ConnectionDraft> drafts) {
        return qlik.dataConnections().ensureAll(drafts, ensureOptions().build());
    }

    EnsureOptions.Builder ensureOptions() {
        return EnsureOptions.builder().parallelism(1).journal(journal);
    }

    /** Cuts the journal after the given line of a type, as if the process had ended there. */
    void cutAfter(String type, int number) throws IOException {
        List<String> kept = new ArrayList<>();
        int found = 0;
        for (String line : Files.readAllLines(journal)) {
            if (found == number) {
                break;
            }
            kept.add(line);
            found += line.startsWith("{\"type\":\"" + type + "\"") ? 1 : 0;
        }
        assertThat(found).isEqualTo(number);
        Files.writeString(journal, String.join("\n", kept) + "\n");
    }
}
