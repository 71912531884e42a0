package io.github.qlikconnections.benchmarks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The process of a {@link TenantMain}. */
final class TenantProcess implements AutoCloseable {

    /** What the names of created connections begin with. */
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

    /** The one that the runner has warmed up, or for a benchmark that runs by itself one of its own. */
    static TenantProcess shared() {
        String running = System.getProperty(RUNNING);
        return running == null ? start() : new TenantProcess(null, running);
    }

    static TenantProcess start() {
        JvmProcess process = new JvmProcess(List.of("-Xmx3g", TenantMain.class.getName()));
        return new TenantProcess(process, process.line());
    }

    /** What the names that this process gives begin with: they must differ from those of another. */
    static String prefix() {
        return CREATED + Long.toString(ProcessHandle.current().pid(), 36) + "-";
    }

    /** What tells another process of this one. */
    String property() {
        return "-D" + RUNNING + "=" + url + SEPARATOR + apiKey;
    }

    /** Lets the tenant drop what was created; one that somebody else started is left as it is. */
    void forgetCreated() {
        if (process != null) {
            process.answerTo("forget");
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
