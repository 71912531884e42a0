package io.github.qlikconnections.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A process that repeats one call of {@link ClientCalls} or {@link BaselineCalls}. Each line of its input is a duration in
 * milliseconds. For each line it prints the calls per second, the median and the 99th percentile in microseconds, the allocated bytes
 * per call, and the milliseconds of JIT compilation.
 */
public final class CallerMain {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();

    private CallerMain() {}

    /**
     * Runs until the end of the input.
     *
     * @param arguments the client, the call, and the number of threads
     * @throws IOException if the input cannot be read
     * @throws InterruptedException if the thread is interrupted
     * @throws ExecutionException if a call fails
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Supplier<Object> call = call(arguments[0].equals("library"), arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String millis;
            while ((millis = input.readLine()) != null) {
                System.out.println(round(pool, threads, call, Integer.parseInt(millis)));
            }
        } finally {
            pool.shutdown();
        }
        // The clients are not closed, because the process ends.
        System.exit(0);
    }

    private static Supplier<Object> call(boolean library, String what) {
        if (library) {
            ClientCalls calls = new ClientCalls();
            return switch (what) {
                case "create" -> calls::create;
                case "get" -> calls::get;
                case "list" -> calls::list;
                case "catalog" -> calls::catalog;
                default -> throw new IllegalArgumentException(what);
            };
        }
        BaselineCalls calls = new BaselineCalls();
        return switch (what) {
            case "create" -> calls::create;
            case "get" -> calls::get;
            case "list" -> calls::list;
            case "catalog" -> calls::catalog;
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static String round(ExecutorService pool, int threads, Supplier<Object> call, int millis)
            throws InterruptedException, ExecutionException {
        List<Caller> callers =
                Stream.generate(() -> new Caller(call, millis)).limit(threads).toList();
        long before = allocated();
        long compiledBefore = COMPILERS.getTotalCompilationTime();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        callers.forEach(caller -> running.add(pool.submit(() -> caller.run(start))));
        long begun = System.nanoTime();
        start.countDown();
        for (Future<?> future : running) {
            future.get();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long bytes = allocated() - before;
        long compiled = COMPILERS.getTotalCompilationTime() - compiledBefore;
        long[] nanos = callers.stream().flatMapToLong(Caller::nanos).sorted().toArray();
        return nanos.length / seconds + " " + percentile(nanos, 0.5) + " " + percentile(nanos, 0.99) + " "
                + (double) bytes / nanos.length + " " + compiled;
    }

    private static double percentile(long[] sorted, double part) {
        return sorted[(int) (part * (sorted.length - 1))] / 1e3;
    }

    private static long allocated() {
        return LongStream.of(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** The calls of one thread. Its memory is allocated before the round, so that it is not measured. */
    private static final class Caller {

        private static final int MAX_CALLS_PER_MILLISECOND = 100;

        private final Supplier<Object> call;
        private final long length;
        private final long[] nanos;
        private int calls;

        Caller(Supplier<Object> call, int millis) {
            this.call = call;
            this.length = TimeUnit.MILLISECONDS.toNanos(millis);
            this.nanos = new long[millis * MAX_CALLS_PER_MILLISECOND];
        }

        void run(CountDownLatch start) {
            try {
                start.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
            long begun = System.nanoTime();
            long before = begun;
            while (before - begun < length) {
                if (call.get() == null) {
                    throw new IllegalStateException("a call returned null");
                }
                long after = System.nanoTime();
                nanos[calls++] = after - before;
                before = after;
            }
        }

        LongStream nanos() {
            return Arrays.stream(nanos, 0, calls);
        }
    }
}
