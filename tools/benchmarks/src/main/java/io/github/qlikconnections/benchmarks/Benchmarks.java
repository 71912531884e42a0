package io.github.qlikconnections.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Compares the cost of the library with a hand-written client. Prints tables and writes them to {@code target/results.md} for the
 * documentation.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments the run length, {@code short} or {@code long}, then the parts: {@code create get page catalog validation
     *     start memory list prefetch bulk growth}; default: all
     * @throws RunnerException if JMH cannot run
     * @throws IOException if a process cannot be started
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        RunLength runLength = RunLength.named(arguments.length == 0 ? "short" : arguments[0]);
        Set<String> parts = arguments.length < 2
                ? Set.of(
                        "create",
                        "get",
                        "page",
                        "catalog",
                        "validation",
                        "start",
                        "memory",
                        "list",
                        "prefetch",
                        "bulk",
                        "growth")
                : Set.copyOf(List.of(arguments).subList(1, arguments.length));
        Results results = new Results();
        JmhPairs jmh = new JmhPairs(runLength);
        try (TenantProcess tenant = TenantProcess.start()) {
            ProcessComparison processes = new ProcessComparison(runLength, tenant);
            if (parts.contains("start")) {
                results.add("Whole process, compared with the generated client", processes.firstConnection());
            }
            if (parts.contains("memory")) {
                results.add("Memory, compared with the generated client", processes.memory());
            }
            if (parts.contains("list")) {
                results.add("Long list, compared with the baseline client", processes.longList());
            }
            if (parts.contains("prefetch")) {
                results.add("List with slow pages, compared with the baseline client", List.of(PagedConsumer.run()));
            }
            if (parts.contains("bulk")) {
                results.add("Bulk run", List.of(BulkRun.run()));
            }
            if (parts.contains("validation")) {
                List<ResultRow> rows = new ArrayList<>(jmh.validation("validation of an S3 draft", "lakeDraft", 3));
                rows.addAll(jmh.validation("validation of a draft of 60 properties", "wideDraft", 60));
                rows.addAll(processes.validation());
                results.add("Validation, compared with the schema engine", rows);
            }
            if (parts.contains("growth")) {
                results.add("Validation by number of properties", jmh.growth());
            }
        }
        List<ResultRow> calls = calls(new PairedCalls(runLength), parts);
        if (!calls.isEmpty()) {
            results.add("Calls, compared with the baseline client", calls);
        }
    }

    private static List<ResultRow> calls(PairedCalls paired, Set<String> parts) {
        List<ResultRow> rows = new ArrayList<>();
        if (parts.contains("create")) {
            rows.addAll(paired.calls("create", "create", 1));
            rows.addAll(paired.calls("create", "create", 8));
        }
        if (parts.contains("get")) {
            rows.addAll(paired.calls("get", "get", 1));
        }
        if (parts.contains("page")) {
            rows.addAll(paired.calls("list of 100", "list", 1));
        }
        if (parts.contains("catalog")) {
            rows.addAll(paired.catalog());
        }
        return rows;
    }
}
