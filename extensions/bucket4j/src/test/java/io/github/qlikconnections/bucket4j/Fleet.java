package io.github.qlikconnections.bucket4j;

import io.github.qlikconnections.testkit.FakeTenant;
import io.github.qlikconnections.testkit.ReceivedRequest;
import io.github.qlikconnections.testkit.StoredConnection;
import io.github.qlikconnections.testkit.StubResponse;
import io.github.qlikconnections.testkit.TenantRateLimits;
import io.github.qlikconnections.testkit.TenantRateTier;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Processes that ensure connections of one FakeTenant, which counts by the strict minute, and what they have sent. */
final class Fleet implements AutoCloseable {

    /** The number of processes, their drafts and threads, the writes per minute that all share, and the window of the figures. */
    record Size(int processes, int drafts, int threads, int writesPerMinute, Duration window) {}

    private final Size size;
    private final EmbeddedRedis redis = new EmbeddedRedis();
    private final FakeTenant tenant;
    private final List<Process> members = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();
    private final Map<String, String> results = new ConcurrentHashMap<>();
    private IntConsumer beforeWrite = number -> {};
    private IntPredicate rejected = number -> false;

    private record Write(long nanos, String member) {}

    Fleet(Size size) {
        this.size = size;
        this.tenant = FakeTenant.builder()
                .rateLimits(TenantRateLimits.perMinute(60_000, size.writesPerMinute()))
                .start();
        tenant.stubAll(request -> !request.method().equals("GET"), this::receive);
    }

    private StubResponse receive(ReceivedRequest request) {
        int number;
        synchronized (writes) {
            String agent = request.header("User-Agent").orElseThrow();
            writes.add(new Write(
                    System.nanoTime(),
                    agent.substring(agent.indexOf("member"), agent.indexOf("member") + name(0).length())));
            number = writes.size();
        }
        beforeWrite.accept(number);
        return rejected.test(number) ? StubResponse.status(429).header("Retry-After", "2") : StubResponse.passThrough();
    }

    EmbeddedRedis redis() {
        return redis;
    }

    /** Runs an action on another thread when the tenant receives a write, counted from 1. */
    void at(int write, Runnable action) {
        IntConsumer others = beforeWrite;
        beforeWrite = number -> {
            others.accept(number);
            if (number == write) {
                new Thread(action, "event-at-" + write).start();
            }
        };
    }

    /** Rejects all writes for a second with 429, from this write on. */
    void rejectFrom(int write) {
        AtomicLong begin = new AtomicLong();
        rejected = number -> {
            if (number == write) {
                begin.set(System.nanoTime());
            }
            return number >= write
                    && System.nanoTime() - begin.get() < Duration.ofSeconds(1).toNanos();
        };
    }

    void kill(int member) {
        // The process itself would close its output as well.
        members.get(member).toHandle().destroyForcibly();
    }

    /** Starts all processes, waits until each is ready, and lets them run to their end. */
    void run() throws IOException, InterruptedException {
        List<BufferedReader> outputs = new ArrayList<>();
        for (int i = 0; i < size.processes(); i++) {
            outputs.add(start(i));
        }
        for (BufferedReader output : outputs) {
            awaitReady(output);
        }
        for (int i = 0; i < size.processes(); i++) {
            begin(i);
        }
        for (int i = 0; i < size.processes(); i++) {
            finish(i, outputs.get(i));
        }
    }

    /** Repeats the run of a member that was killed. */
    void repeat(int member) throws IOException, InterruptedException {
        BufferedReader output = start(member);
        awaitReady(output);
        begin(member);
        finish(member, output);
    }

    private BufferedReader start(int member) throws IOException {
        Process process =
                FleetMember.start(tenant.url(), tenant.apiKey(), redis.uri(), name(member), size.drafts(), size);
        if (member < members.size()) {
            members.set(member, process);
        } else {
            members.add(process);
        }
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private static void awaitReady(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null && !line.equals(FleetMember.READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("A process has ended before it was ready");
        }
    }

    private void begin(int member) throws IOException {
        members.get(member).outputWriter(StandardCharsets.UTF_8).append('\n').flush();
    }

    private void finish(int member, BufferedReader output) throws InterruptedException {
        output.lines().filter(line -> line.startsWith("outcomes")).forEach(line -> results.put(name(member), line));
        members.get(member).waitFor();
    }

    private static String name(int member) {
        return "member" + member;
    }

    String result(int member) {
        return results.getOrDefault(name(member), "none");
    }

    /** Returns the errors of the store for which members have used their fallback. */
    private List<String> fallbacks() {
        return results.values().stream()
                .map(line -> line.substring(line.indexOf("fallbacks=")))
                .toList();
    }

    long throttled() {
        return tenant.throttled(TenantRateTier.WRITE);
    }

    List<String> connections() {
        return tenant.connections().stream().map(StoredConnection::name).toList();
    }

    List<String> expectedConnections() {
        return IntStream.range(0, size.processes())
                .boxed()
                .flatMap(member -> IntStream.range(0, size.drafts()).mapToObj(i -> name(member) + "-" + i))
                .toList();
    }

    /** Returns the writes per minute from the first write to the time at which the first member sent its last one. */
    double writesPerMinute() {
        long begin = writes.get(0).nanos();
        long end = firstEnd();
        return count(begin, end) * (double) Duration.ofMinutes(1).toNanos() / (end - begin);
    }

    /** Returns the smallest part of one member of the writes while all members run. */
    double smallestShare() {
        long begin = writes.get(0).nanos();
        long end = firstEnd();
        double all = count(begin, end);
        return IntStream.range(0, size.processes())
                        .mapToLong(member -> writes.stream()
                                .filter(write -> write.member().equals(name(member)) && write.nanos() < end)
                                .count())
                        .min()
                        .orElseThrow()
                / all;
    }

    private long firstEnd() {
        return IntStream.range(0, size.processes())
                .mapToLong(member -> writes.stream()
                        .filter(write -> write.member().equals(name(member)))
                        .mapToLong(Write::nanos)
                        .max()
                        .orElseThrow())
                .min()
                .orElseThrow();
    }

    private long count(long begin, long end) {
        return writes.stream()
                .filter(write -> write.nanos() >= begin && write.nanos() < end)
                .count();
    }

    /** Returns the largest number of writes in a window. */
    long mostInWindow() {
        return writes.stream()
                .mapToLong(write ->
                        count(write.nanos(), write.nanos() + size.window().toNanos()))
                .max()
                .orElseThrow();
    }

    /** Returns how many writes the limit allows in a window. */
    long allowedInWindow() {
        return size.writesPerMinute() * size.window().toSeconds() / 60;
    }

    String figures(String scenario) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.0f | %.1f %% | %d of %d | %d | %s |%n",
                scenario,
                size.processes(),
                writes.size(),
                writesPerMinute(),
                100 * smallestShare(),
                mostInWindow(),
                allowedInWindow(),
                throttled(),
                fallbacks());
    }

    @Override
    public void close() {
        members.forEach(Process::destroyForcibly);
        tenant.close();
        redis.close();
    }
}
