package io.github.qlikconnections.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Draws the plots of {@code docs/benchmarks.md} from its tables and those of {@code docs/reference/shared-rate-limits.md}. */
class BenchmarkPlotsReferenceTest {

    private static final Pattern RATIO = Pattern.compile("(?m)^\\| ([^|]+?) +\\|[^|]+\\|[^|]+\\| ([\\d.]+)× +"
            + "\\| ([\\d.]+) to ([\\d.]+) +\\| at (?:most|least) ([\\d.]+)× ");
    private static final Pattern GROWTH =
            Pattern.compile("(?m)^\\| ((list|validation) of [^|]+?) +\\| [^|]+, ([\\d.]+) (µs|ns) each ");

    private static final Pattern FLEET = Pattern.compile("(?m)^\\| ([^|]+?) \\| [\\d,]+ \\| ([\\d,]+) \\| [\\d.]+ % ");
    private static final int FLEET_LIMIT = 6000;

    private final String page = RepositoryFiles.read(Path.of("docs/benchmarks.md"));

    @Test
    void ratiosOfPairsAreDrawnWithTheirGoals() {
        List<MatchResult> rows = RATIO.matcher(page).results().toList();
        Plot plot =
                new Plot("Library compared with the baseline: median (dot), spread (bar) and goal (line)", 0.6, 1.4);
        for (MatchResult row : rows) {
            plot.row(row.group(1), row.group(2) + "×");
            plot.bar(number(row, 3), number(row, 4));
            plot.goal(number(row, 5));
            plot.dot(number(row, 2));
        }

        assertThat(rows).hasSizeGreaterThan(15);
        GeneratedFile.assertCurrent("docs/images/benchmark-ratios.svg", plot.svg(1, "1.00×, the baseline"));
    }

    @Test
    void costOfEachItemIsDrawnForGrowingLists() {
        List<MatchResult> rows = GROWTH.matcher(page).results().toList();
        Plot plot = new Plot("Time for each item of a list and each property of a validation, in µs", 0, 20);
        for (MatchResult row : rows) {
            double micros = row.group(4).equals("ns") ? number(row, 3) / 1000 : number(row, 3);
            plot.row(row.group(1), row.group(3) + " " + row.group(4));
            plot.bar(0, micros);
        }

        assertThat(rows).hasSize(6);
        GeneratedFile.assertCurrent("docs/images/benchmark-growth.svg", plot.svg(0, "0"));
    }

    @Test
    void writesOfAFleetAreDrawnWithTheirLimit() {
        String measurements = RepositoryFiles.read(Path.of("docs/reference/shared-rate-limits.md"));
        List<MatchResult> rows = FLEET.matcher(measurements).results().toList();
        Plot plot = new Plot("Writes per minute of four processes (bar) and the limit that they share (line)", 0, 6500);
        for (MatchResult row : rows) {
            plot.row(row.group(1), row.group(2));
            plot.bar(0, Double.parseDouble(row.group(2).replace(",", "")));
            plot.goal(FLEET_LIMIT);
        }

        assertThat(rows).hasSize(5);
        GeneratedFile.assertCurrent("docs/images/benchmark-fleet.svg", plot.svg(0, "0"));
    }

    private static double number(MatchResult row, int group) {
        return Double.parseDouble(row.group(group));
    }
}
