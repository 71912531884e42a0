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

/** Runs an action over many items with bounded parallelism, and returns the results in the order of the items. */
final class BoundedExecutor {

    /** How its threads are called, before their number. */
    static final String THREAD = "qlik-connections-run-";

    private BoundedExecutor() {}

    /**
     * Does it to every item. An interruption ends the run: what has begun is interrupted too and waited for, the rest is left.
     *
     * @param action keeps a failure of an item to its own result, and throws nothing
     * @param left gives the result of an item that was not begun
     * @return one result for each item
     */
    static <I, O> List<O> run(List<I> items, int parallelism, Function<I, O> action, Function<I, O> left) {
        AtomicInteger number = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(parallelism, task -> {
            Thread thread = new Thread(task, THREAD + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        List<Future<O>> running = new ArrayList<>();
        for (I item : items) {
            running.add(executor.submit(() -> action.apply(item)));
        }
        executor.shutdown();
        awaitEnd(executor);
        List<O> results = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Future<O> one = running.get(i);
            results.add(one.isDone() ? result(one) : left.apply(items.get(i)));
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
            throw new IllegalStateException("The action of a bulk run threw an exception", e);
        }
    }
}
