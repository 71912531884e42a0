package io.github.qlikconnections.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Starts and ends the process of a {@link TenantMain}. */
final class TenantProcess implements AutoCloseable {

    private final Process process;
    private final String url;
    private final String apiKey;

    private TenantProcess(Process process, String url, String apiKey) {
        this.process = process;
        this.url = url;
        this.apiKey = apiKey;
    }

    static TenantProcess start() {
        try {
            Process process = new ProcessBuilder(Jvm.command(List.of("-Xmx1g", TenantMain.class.getName())))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String ready = output.readLine();
            if (ready == null) {
                throw new IllegalStateException("the tenant did not start");
            }
            String[] parts = ready.split(" ", 2);
            return new TenantProcess(process, parts[0], parts[1]);
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
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
