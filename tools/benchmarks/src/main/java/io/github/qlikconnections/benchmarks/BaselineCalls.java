package io.github.qlikconnections.benchmarks;

import java.util.Map;
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

/** The calls of {@link ClientCalls} with the {@link BaselineClient}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BaselineCalls {

    private final TenantProcess tenant = TenantProcess.shared();
    private final BaselineClient client = new BaselineClient(tenant.url(), tenant.apiKey());
    private final String id = client.list("limit=1").data().get(0).id();
    private final String prefix = TenantProcess.prefix();
    private final AtomicLong number = new AtomicLong();

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

    /** Creates a connection. */
    @Benchmark
    public Object create() {
        return client.create(
                Samples.LAKE,
                prefix + number.incrementAndGet(),
                null,
                Map.of(
                        "region", "us-east-1",
                        "bucketName", "acme-sales",
                        "accessKey", "AAAABBBBCCCCDDDDEEEE",
                        "secretKey", "0123456789012345678901234567890123456789"));
    }

    /** Gets a connection. */
    @Benchmark
    public Object get() {
        return client.get(id);
    }

    /** Lists a page of a hundred connections. */
    @Benchmark
    public Object list() {
        return client.list(BaselineClient.longList(1));
    }

    /** Lists two hundred sources, 300 KB. */
    @Benchmark
    public Object catalog() {
        return client.sources();
    }
}
