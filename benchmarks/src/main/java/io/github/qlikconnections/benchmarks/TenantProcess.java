package io.github.qlikconnections.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts and ends the process of a {@link TenantMain}. */
final class TenantProcess implements AutoCloseable {

    private static final String RUNNING = "benchmarks.tenant";
    private static final String SEPARATOR = ",";

    private final @Nullable Process process;
    private final String url;
    private final String apiKey;

    private TenantProcess(@Nullable Process process, String url, String apiKey) {
        this.process = process;
        this.url = url;
        this.apiKey = apiKey;
    }

    /** The one that the runner has warmed up, or for a benchmark that runs by itself one of its own. */
    static TenantProcess shared() {
        String running = System.getProperty(RUNNING);
        return running == null ? start() : of(null, running);
    }

    /** What the names of created connections begin with: they must differ from those of another process. */
    static String prefix() {
        return "Created " + Long.toString(ProcessHandle.current().pid(), 36) + "-";
    }

    /** What tells another process of this one. */
    String property() {
        return "-D" + RUNNING + "=" + url + SEPARATOR + apiKey;
    }

    private static TenantProcess of(@Nullable Process process, String ready) {
        String[] parts = ready.split(SEPARATOR, 2);
        return new TenantProcess(process, parts[0], parts[1]);
    }

    static TenantProcess start() {
        try {
            Process process = new ProcessBuilder(Jvm.command(List.of("-Xmx3g", TenantMain.class.getName())))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String ready = output.readLine();
            if (ready == null) {
                throw new IllegalStateException("the tenant did not start");
            }
            return of(process, ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
