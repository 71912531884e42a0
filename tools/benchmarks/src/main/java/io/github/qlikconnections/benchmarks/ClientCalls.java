package io.github.qlikconnections.benchmarks;

import io.github.qlikconnections.QlikClient;
import io.github.qlikconnections.auth.QlikCredentials;
import io.github.qlikconnections.auth.Secret;
import io.github.qlikconnections.model.ConnectionDraft;
import io.github.qlikconnections.model.ConnectionQuery;
import io.github.qlikconnections.model.SpaceRef;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Calls of the library to a tenant in another process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ClientCalls {

    private final TenantProcess tenant = TenantProcess.shared();
    private final QlikClient client = client(tenant.url(), tenant.apiKey());
    private final String id = client.dataConnections()
            .list(ConnectionQuery.all())
            .iterator()
            .next()
            .id();
    private final String prefix = TenantProcess.prefix();
    private final AtomicLong number = new AtomicLong();

    static QlikClient client(String url, String apiKey) {
        return QlikClient.builder()
                .tenant(url)
                .credentials(QlikCredentials.apiKey(Secret.of(apiKey)))
                .build();
    }

    static ConnectionQuery longList(int pages) {
        return ConnectionQuery.builder().in(SpaceRef.ofId("long-" + pages)).build();
    }

    static ConnectionDraft draft(String name) {
        return ConnectionDraft.builder(Samples.LAKE, name)
                .set("region", "us-east-1")
                .set("bucketName", "acme-sales")
                .secret("accessKey", Secret.of("AAAABBBBCCCCDDDDEEEE"))
                .secret("secretKey", Secret.of("0123456789012345678901234567890123456789"))
                .build();
    }

    /** Deletes the created connections. */
    @TearDown(Level.Iteration)
    public void forgetCreated() {
        tenant.forgetCreated();
    }

    /** Closes the client and the tenant. */
    @TearDown
    public void close() {
        client.close();
        tenant.close();
    }

    /** Creates a connection. The specification is cached after the first call. */
    @Benchmark
    public Object create() {
        return client.dataConnections().create(draft(prefix + number.incrementAndGet()));
    }

    /** Gets a connection. */
    @Benchmark
    public Object get() {
        return client.dataConnections().get(id);
    }

    /** Lists a page of a hundred connections. */
    @Benchmark
    public Object list() {
        return client.dataConnections().list(longList(1)).stream().toList();
    }

    /** Lists two hundred sources, 300 KB. */
    @Benchmark
    public Object catalog() {
        return client.dataSources().list();
    }
}
