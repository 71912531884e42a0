package io.github.qlikconnections.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Starts fresh JVMs in alternation and compares how long they live. */
public final class WholeProcesses {

    private WholeProcesses() {}

    /**
     * Runs.
     *
     * @param arguments how many rounds
     * @throws IOException when a process cannot be started
     * @throws InterruptedException when interrupted while waiting for one
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            without.add(run(FirstValidation.class));
            with.add(run(FirstValidation.class, "validate"));
        }
        print("process that reads a specification", without);
        print("the same with its first validation", with);
        System.out.printf(
                Locale.ROOT, "%-44s %8.0f ms%n", "first validation adds (medians)", median(with) - median(without));
        System.out.printf(Locale.ROOT, "%-44s %8.0f ms%n", "10,000 drafts kept, -Xmx64m", runWithin64Megabytes());
    }

    private static double runWithin64Megabytes() throws IOException, InterruptedException {
        return run("-Xmx64m", ManyDrafts.class.getName());
    }

    private static double run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.getName()));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static double run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + status);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void print(String what, List<Double> times) {
        System.out.printf(
                Locale.ROOT,
                "%-44s %8.0f ms (%.0f to %.0f)%n",
                what,
                median(times),
                Collections.min(times),
                Collections.max(times));
    }
}
