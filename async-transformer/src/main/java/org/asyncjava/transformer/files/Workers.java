package org.asyncjava.transformer.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Who transforms the classes of a run.
 *
 * @param threads how many classes are worked on at the same time, at least 1
 * @param finished called after each class file, on any of the threads
 */
public record Workers(int threads, Runnable finished) {
    /** Fewer classes are done before the second thread has started. */
    private static final int WORTH_SHARING = 20;
    private static final Runnable NOBODY = () -> { };

    /**
     * Makes workers.
     *
     * @throws IllegalArgumentException if there is not one thread
     */
    public Workers {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }

    /**
     * The calling thread alone, which tells nobody.
     *
     * @return one worker
     */
    public static Workers caller() {
        return new Workers(1, NOBODY);
    }

    /**
     * As many threads as the machine has processors, which tell nobody.
     *
     * @return the workers
     */
    public static Workers perProcessor() {
        return new Workers(Runtime.getRuntime().availableProcessors(), NOBODY);
    }

    /** Does a piece of work for each item and tells of each. The results are in the order of the items, whoever was first. */
    <T, R> List<R> forEach(List<T> items, Function<T, R> work) {
        Function<T, R> counted = item -> {
            R result = work.apply(item);
            finished.run();
            return result;
        };
        return each(items, counted);
    }

    /** Does a piece of work for each item. The results are in the order of the items, whoever was first. */
    <T, R> List<R> each(List<T> items, Function<T, R> work) {
        if (threads > 1 && items.size() >= WORTH_SHARING) {
            return shared(items, work);
        }
        List<R> results = new ArrayList<>(items.size());
        for (T item : items) {
            results.add(work.apply(item));
        }
        return results;
    }

    private <T, R> List<R> shared(List<T> items, Function<T, R> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Share<T, R> share = new Share<>(items, work);
        try {
            for (Future<?> done : pool.invokeAll(Collections.nCopies(threads, share))) {
                done.get();
            }
            return share.results();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; nothing was written", stopped);
        } finally {
            pool.shutdownNow();
        }
    }

    /** What each thread does: take the next item, as long as there is one. A task for each would cost more than many an item does. */
    private static final class Share<T, R> implements Callable<Void> {
        private final List<T> items;
        private final Function<T, R> work;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<R> results;

        Share(List<T> items, Function<T, R> work) {
            this.items = items;
            this.work = work;
            this.results = new AtomicReferenceArray<>(items.size());
        }

        @Override
        public Void call() {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                results.set(i, work.apply(items.get(i)));
            }
            return null;
        }

        List<R> results() {
            List<R> list = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                list.add(results.get(i));
            }
            return list;
        }
    }
}
