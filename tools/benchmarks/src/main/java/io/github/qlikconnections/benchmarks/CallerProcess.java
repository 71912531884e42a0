package io.github.qlikconnections.benchmarks;

import java.util.Arrays;
import java.util.List;

/** The process of a {@link CallerMain}. */
final class CallerProcess implements AutoCloseable {

    private final JvmProcess process;
    private final TenantProcess tenant;

    CallerProcess(String who, String what, int threads, TenantProcess tenant) {
        this.tenant = tenant;
        this.process = new JvmProcess(
                List.of(tenant.property(), CallerMain.class.getName(), who, what, String.valueOf(threads)));
    }

    /** Runs calls for a duration and returns the measurements. */
    Round round(int millis) {
        double[] figures = Arrays.stream(process.request(String.valueOf(millis)).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        tenant.forgetCreated();
        return new Round(figures[0], figures[1], figures[2], figures[3], figures[4]);
    }

    @Override
    public void close() {
        process.close();
    }

    /**
     * The measurements of a round, in the units of the tables.
     *
     * @param throughput calls per second of all threads
     * @param median microseconds
     * @param p99 microseconds
     * @param allocated bytes per call
     * @param compiled milliseconds of JIT compilation during the round
     */
    record Round(double throughput, double median, double p99, double allocated, double compiled) {}
}
