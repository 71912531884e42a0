package io.github.qlikconnections.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The process of a {@link TenantMain}. */
final class TenantProcess implements AutoCloseable {

    /** The prefix of the names of created connections. */
    static final String CREATED = "Created ";

    private static final String RUNNING = "benchmarks.tenant";
    private static final String SEPARATOR = ",";

    private final @Nullable JvmProcess process;
    private final String url;
    private final String apiKey;

    private TenantProcess(@Nullable JvmProcess process, String ready) {
        this.process = process;
        String[] parts = ready.split(SEPARATOR, 2);
        this.url = parts[0];
        this.apiKey = parts[1];
    }

    /** Returns the tenant of the runner, or starts one if the benchmark runs alone. */
    static TenantProcess shared() {
        String running = System.getProperty(RUNNING);
        return running == null ? start() : new TenantProcess(null, running);
    }

    static TenantProcess start() {
        JvmProcess process = new JvmProcess(List.of("-Xmx3g", TenantMain.class.getName()));
        return new TenantProcess(process, process.line());
    }

    /** Returns a prefix for names that is unique for this process. */
    static String prefix() {
        return CREATED + Long.toString(ProcessHandle.current().pid(), 36) + "-";
    }

    /** Returns the system property that passes this tenant to another process. */
    String property() {
        return "-D" + RUNNING + "=" + url + SEPARATOR + apiKey;
    }

    /** Deletes the created connections. Has no effect on a tenant that another process started. */
    void forgetCreated() {
        if (process != null) {
            process.request("forget");
        }
    }

    String url() {
        return url;
    }

    String apiKey() {
        return apiKey;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
