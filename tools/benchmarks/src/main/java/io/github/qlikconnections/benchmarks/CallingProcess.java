package io.github.qlikconnections.benchmarks;

import java.util.Arrays;
import java.util.List;

/** The process of a {@link CallingMain}. */
final class CallingProcess implements AutoCloseable {

    private final JvmProcess process;
    private final TenantProcess tenant;

    CallingProcess(String who, String what, int threads, TenantProcess tenant) {
        this.tenant = tenant;
        this.process = new JvmProcess(
                List.of(tenant.property(), CallingMain.class.getName(), who, what, String.valueOf(threads)));
    }

    /** Lets it call for a while, and tells what the calls took. */
    Round round(int millis) {
        double[] figures = Arrays.stream(
                        process.answerTo(String.valueOf(millis)).split(" ", -1))
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
     * What calls took, in the units of the tables.
     *
     * @param throughput calls a second, of all threads together
     * @param median microseconds
     * @param p99 microseconds
     * @param allocated bytes a call
     * @param compiled milliseconds that the JIT compilers worked meanwhile
     */
    record Round(double throughput, double median, double p99, double allocated, double compiled) {}
}
