package io.github.qlikconnections.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Starts and ends the process of a {@link CallingMain}, and lets it call for a while. */
final class CallingProcess implements AutoCloseable {

    private final Process process;
    private final PrintStream input;
    private final BufferedReader output;

    CallingProcess(String who, String what, int threads, TenantProcess tenant) {
        try {
            process = new ProcessBuilder(Jvm.command(List.of(
                            tenant.property(), CallingMain.class.getName(), who, what, String.valueOf(threads))))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What the calls of that time took. */
    Round round(int millis) {
        input.println(millis);
        try {
            String line = output.readLine();
            if (line == null) {
                throw new IllegalStateException("the calling process has ended");
            }
            String[] figures = line.split(" ", -1);
            return new Round(
                    Double.parseDouble(figures[0]),
                    Double.parseDouble(figures[1]),
                    Double.parseDouble(figures[2]),
                    Double.parseDouble(figures[3]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        input.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What calls took, in the units of the tables.
     *
     * @param throughput calls a second, of all threads together
     * @param median microseconds
     * @param p99 microseconds
     * @param allocated bytes a call
     */
    record Round(double throughput, double median, double p99, double allocated) {}
}
