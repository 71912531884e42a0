package io.github.qlikconnections.internal.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Does the same to many items, several at a time, and keeps what came of them in their order. */
final class ParallelRun {

    /** How its threads are called, before their number. */
    static final String THREAD = "qlik-connections-run-";

    private ParallelRun() {}

    /**
     * Does it to every item. An interruption ends the run: what has begun is interrupted too and waited for, the rest is left.
     *
     * @param action keeps a failure of an item to its own result, and throws nothing
     * @return one result for each item; empty for those that were not begun
     */
    static <I, O> List<Optional<O>> over(List<I> items, int parallelism, Function<I, O> action) {
        AtomicInteger number = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, THREAD + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        List<Future<O>> running = items.stream()
                .map(item -> executor.submit(() -> action.apply(item)))
                .toList();
        executor.shutdown();
        awaitEnd(executor);
        List<Optional<O>> results = new ArrayList<>();
        for (Future<O> one : running) {
            results.add(one.isDone() ? Optional.of(result(one)) : Optional.empty());
        }
        return results;
    }

    private static void awaitEnd(ExecutorService executor) {
        boolean interrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
                executor.shutdownNow();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <O> O result(Future<O> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("An item of a run did not keep its failure to itself", e);
        }
    }
}
