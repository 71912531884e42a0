package io.github.qlikconnections.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Starts fresh JVMs in alternation and compares what they take. */
final class WholeProcesses {

    private final int rounds;
    private final TenantProcess tenant;

    WholeProcesses(Effort effort, TenantProcess tenant) {
        this.rounds = effort.rounds();
        this.tenant = tenant;
    }

    /** From the start of the process to its first created connection. */
    List<Row> firstConnection() throws IOException {
        Path archives = Files.createTempDirectory("benchmarks");
        List<Row> rows = new ArrayList<>();
        String jdk = "JDK " + Runtime.version().feature();
        rows.add(starts("first connection, " + jdk, Jvm.home(), null, null));
        rows.add(starts(
                "first connection, " + jdk + " with AppCDS",
                Jvm.home(),
                "-XX:ArchiveClassesAtExit=" + archives.resolve("%s.jsa"),
                "-XX:SharedArchiveFile=" + archives.resolve("%s.jsa")));
        Jvm.home25()
                .ifPresentOrElse(
                        home -> rows.add(starts(
                                "first connection, JDK 25 with AOT cache",
                                home,
                                "-XX:AOTCacheOutput=" + archives.resolve("%s.aot"),
                                "-XX:AOTCache=" + archives.resolve("%s.aot"))),
                        () -> rows.add(
                                Row.figure("first connection, JDK 25 with AOT cache", "no JDK 25 here", "", "")));
        return rows;
    }

    private Row starts(String what, Path home, @Nullable String train, @Nullable String use) {
        for (String who : List.of("generated", "library")) {
            if (train != null) {
                Jvm.run(home, arguments(FirstConnection.class, who, List.of("-Xlog:disable", train.formatted(who))));
            }
        }
        return compare(
                what,
                "ms",
                who -> Jvm.run(
                                home,
                                arguments(
                                        FirstConnection.class,
                                        who,
                                        use == null ? List.of() : List.of("-Xlog:disable", use.formatted(who))))
                        .millis(),
                "generated",
                Goal.atMost(1.15));
    }

    /** What is left on the heap while a client is held. */
    List<Row> memory() {
        return List.of(
                memory("heap of an idle client", 0, 1), memory("heap with 200 specifications", Samples.SOURCES, 20));
    }

    private Row memory(String what, int specs, double most) {
        return compare(
                what,
                "MB",
                who -> Double.parseDouble(
                                Jvm.run(Jvm.home(), arguments(Memory.class, who, List.of(), String.valueOf(specs)))
                                        .line())
                        / 1e6,
                "generated",
                Goal.atMostMore(most));
    }

    /** A list of 100,000 in a small heap, and how the time grows. */
    List<Row> longList() {
        List<Row> rows = new ArrayList<>();
        rows.add(compare("list of 100,000, -Xmx64m", "ms", who -> list(who, 1000), "hand", Goal.atMost(1.1)));
        rows.add(Row.figure("first item of 100,000", "after 1 request", "after the first page", "met"));
        String[] micros = Jvm.run(
                        Jvm.home(), List.of("-Xmx64m", ListGrowth.class.getName(), tenant.url(), tenant.apiKey()))
                .line()
                .split(" ", -1);
        for (int i = 0; i < micros.length; i++) {
            int connections = ListGrowth.PAGES.get(i) * 100;
            double total = Double.parseDouble(micros[i]);
            rows.add(Row.figure(
                    "list of " + Comparison.number(connections) + ", warm",
                    Comparison.number(total / 1000) + " ms, " + Comparison.number(total / connections) + " µs each",
                    "",
                    ""));
        }
        return rows;
    }

    private double list(String who, int pages) {
        return Double.parseDouble(
                Jvm.run(Jvm.home(), arguments(LongList.class, who, List.of("-Xmx64m"), String.valueOf(pages)))
                        .line());
    }

    /** What a process takes that validates for the first time, and many times. */
    List<Row> validation() {
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            without.add(Jvm.run(Jvm.home(), List.of(FirstValidation.class.getName()))
                    .millis());
            with.add(Jvm.run(Jvm.home(), List.of(FirstValidation.class.getName(), "validate"))
                    .millis());
        }
        double many = Jvm.run(Jvm.home(), List.of("-Xmx64m", ManyDrafts.class.getName()))
                .millis();
        return List.of(
                Row.figure(
                        "first validation adds",
                        Comparison.number(Comparison.median(with) - Comparison.median(without)) + " ms",
                        "",
                        ""),
                Row.figure("process that validates 10,000 drafts, -Xmx64m", Comparison.number(many) + " ms", "", ""));
    }

    private Row compare(String what, String unit, ToDoubleFunction<String> measure, String baseline, Goal goal) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            theirs.add(measure.applyAsDouble(baseline));
            ours.add(measure.applyAsDouble("library"));
        }
        return new Comparison(what, unit, ours, theirs, goal).row();
    }

    private List<String> arguments(Class<?> program, String who, List<String> options, String... further) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(program.getName(), who, tenant.url(), tenant.apiKey()));
        arguments.addAll(List.of(further));
        return arguments;
    }
}
