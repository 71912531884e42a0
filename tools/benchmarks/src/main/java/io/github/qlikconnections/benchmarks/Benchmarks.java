package io.github.qlikconnections.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures what the library costs beside what a user would write instead, and prints it as tables; {@code target/results.md} is
 * the same for the page in docs.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * Runs.
     *
     * @param arguments the effort, {@code short} or {@code long}, then which parts: {@code create get page catalogue validation
     *     start memory list bulk growth}; all without
     * @throws RunnerException when JMH cannot run
     * @throws IOException when a process cannot be started
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Effort effort = Effort.named(arguments.length == 0 ? "short" : arguments[0]);
        Set<String> parts = arguments.length < 2
                ? Set.of(
                        "create", "get", "page", "catalogue", "validation", "start", "memory", "list", "bulk", "growth")
                : Set.copyOf(List.of(arguments).subList(1, arguments.length));
        Results results = new Results();
        InsideAProcess inside = new InsideAProcess(effort);
        try (TenantProcess tenant = TenantProcess.start()) {
            WholeProcesses whole = new WholeProcesses(effort, tenant);
            if (parts.contains("start")) {
                results.add("A whole process, beside the generated client", whole.firstConnection());
            }
            if (parts.contains("memory")) {
                results.add("Memory, beside the generated client", whole.memory());
            }
            if (parts.contains("list")) {
                results.add("A long list, beside HttpClient and Jackson by hand", whole.longList());
            }
            if (parts.contains("bulk")) {
                results.add("A bulk run", List.of(BulkRun.run()));
            }
            if (parts.contains("validation")) {
                List<Row> rows = new ArrayList<>(inside.validation("validation of an S3 draft", "lakeDraft", 3));
                rows.addAll(inside.validation("validation of a draft of 60 properties", "wideDraft", 60));
                rows.addAll(whole.validation());
                results.add("Validation, beside the bare schema engine", rows);
            }
            if (parts.contains("growth")) {
                results.add("How a validation grows", inside.growth());
            }
        }
        List<Row> calls = calls(new PairedCalls(effort), parts);
        if (!calls.isEmpty()) {
            results.add("Calls, beside HttpClient and Jackson by hand", calls);
        }
    }

    private static List<Row> calls(PairedCalls paired, Set<String> parts) {
        List<Row> rows = new ArrayList<>();
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
        if (parts.contains("catalogue")) {
            rows.addAll(paired.catalogue());
        }
        return rows;
    }
}
