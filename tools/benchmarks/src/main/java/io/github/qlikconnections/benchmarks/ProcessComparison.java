package io.github.qlikconnections.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Starts new JVMs of the library and the baseline alternately and compares them. */
final class ProcessComparison {

    private final int rounds;
    private final TenantProcess tenant;

    ProcessComparison(RunLength runLength, TenantProcess tenant) {
        this.rounds = runLength.rounds();
        this.tenant = tenant;
    }

    /** Measures the time from the start of a process to its first created connection. */
    List<ResultRow> firstConnection() throws IOException {
        Path archives = Files.createTempDirectory("benchmarks");
        List<ResultRow> rows = new ArrayList<>();
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
                                ResultRow.figure("first connection, JDK 25 with AOT cache", "no JDK 25 here", "", "")));
        return rows;
    }

    private ResultRow starts(String what, Path home, @Nullable String train, @Nullable String use) {
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
                Threshold.atMost(1.15));
    }

    /** Measures the heap that a client retains. */
    List<ResultRow> memory() {
        return List.of(
                memory("heap of an idle client", 0, 1), memory("heap with 200 specifications", Samples.SOURCES, 20));
    }

    private ResultRow memory(String what, int specs, double most) {
        return compare(
                what,
                "MB",
                who -> Double.parseDouble(
                                Jvm.run(Jvm.home(), arguments(Memory.class, who, List.of(), String.valueOf(specs)))
                                        .line())
                        / 1e6,
                "generated",
                Threshold.atMostMore(most));
    }

    /** Measures a list of 100,000 connections in a small heap, and the time by length of the list. */
    List<ResultRow> longList() {
        List<ResultRow> rows = new ArrayList<>();
        rows.add(compare("list of 100,000, -Xmx64m", "ms", who -> list(who, 1000), "hand", Threshold.atMost(1.1)));
        rows.add(ResultRow.figure("first item of 100,000", "after 1 request", "after the first page", "met"));
        String[] micros = Jvm.run(
                        Jvm.home(), List.of("-Xmx64m", ListGrowth.class.getName(), tenant.url(), tenant.apiKey()))
                .line()
                .split(" ", -1);
        for (int i = 0; i < micros.length; i++) {
            int connections = ListGrowth.PAGES.get(i) * 100;
            double total = Double.parseDouble(micros[i]);
            rows.add(ResultRow.figure(
                    "list of " + PairedSamples.number(connections) + ", warm",
                    PairedSamples.number(total / 1000) + " ms, " + PairedSamples.number(total / connections)
                            + " µs each",
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

    /** Measures the first validation of a process, and many validations. */
    List<ResultRow> validation() {
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
                ResultRow.figure(
                        "first validation adds",
                        PairedSamples.number(PairedSamples.median(with) - PairedSamples.median(without)) + " ms",
                        "",
                        ""),
                ResultRow.figure(
                        "process that validates 10,000 drafts, -Xmx64m", PairedSamples.number(many) + " ms", "", ""));
    }

    private ResultRow compare(
            String what, String unit, ToDoubleFunction<String> measure, String baseline, Threshold threshold) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            theirs.add(measure.applyAsDouble(baseline));
            ours.add(measure.applyAsDouble("library"));
        }
        return new PairedSamples(what, unit, ours, theirs, threshold).row();
    }

    private List<String> arguments(Class<?> program, String who, List<String> options, String... further) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(program.getName(), who, tenant.url(), tenant.apiKey()));
        arguments.addAll(List.of(further));
        return arguments;
    }
}
