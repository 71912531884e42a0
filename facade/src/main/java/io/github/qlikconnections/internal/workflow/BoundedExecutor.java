package io.github.qlikconnections.internal.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Runs an action for many items with bounded parallelism and returns the results in the order of the items. */
final class BoundedExecutor {

    /** The prefix of the thread names. The number of the thread follows. */
    static final String THREAD_NAME_PREFIX = "qlik-connections-run-";

    private BoundedExecutor() {}

    /**
     * Runs the action for every item. If the calling thread is interrupted, running actions are interrupted and awaited, and no further action
     * starts. If the stop condition is met, running actions are completed, and no further action starts.
     *
     * @param action returns the result of an item, even for a failure; must not throw an exception
     * @param skipped returns the result of an item whose action did not start
     * @return one result per item
     */
    static <I, O> List<O> run(
            List<I> items, int parallelism, StopCondition stop, Function<I, O> action, Function<I, O> skipped) {
        AtomicInteger threadCount = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, THREAD_NAME_PREFIX + threadCount.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        List<Future<O>> futures = new ArrayList<>();
        for (I item : items) {
            futures.add(executor.submit(() -> stop.isMet() ? skipped.apply(item) : action.apply(item)));
        }
        executor.shutdown();
        awaitTermination(executor);
        List<O> results = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Future<O> future = futures.get(i);
            results.add(future.isDone() ? getResult(future) : skipped.apply(items.get(i)));
        }
        return results;
    }

    private static void awaitTermination(ExecutorService executor) {
        boolean isInterrupted = false;
        while (!executor.isTerminated()) {
            try {
                executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                isInterrupted = true;
                executor.shutdownNow();
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <O> O getResult(Future<O> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The action of a bulk run threw an exception", e);
        }
    }
}
