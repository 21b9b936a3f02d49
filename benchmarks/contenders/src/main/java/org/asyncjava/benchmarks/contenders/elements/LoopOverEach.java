package org.asyncjava.benchmarks.contenders.elements;

import static org.asyncjava.runtime.Each.each;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;

/** A loop of this library over elements that no method emits, and what completes their operands. */
final class LoopOverEach implements AutoCloseable {
    final EventLoop loop = new EventLoop();
    private Deferred<Integer> published;

    long sum(AsyncIterable<Integer> sequence, int iterations) {
        return loop.runUntilComplete(summed(sequence, iterations));
    }

    long pumped(AsyncIterable<Integer> sequence, int iterations) {
        Task<Long> call = loop.createTask(summed(sequence, iterations));
        loop.execute(new Pump(call));
        return loop.runUntilComplete(call);
    }

    @Async
    private static Coroutine<Long> summed(AsyncIterable<Integer> sequence, int iterations) {
        long sum = 0;
        for (int i = 0; i < iterations; i++) {
            for (int element : each(sequence)) {
                sum += element;
            }
        }
        return Coroutine.of(sum);
    }

    Deferred<Integer> publish() {
        published = new Deferred<>(loop);
        return published;
    }

    @Override
    public void close() {
        loop.close();
    }

    /** Completes what has been published whenever all have suspended. */
    private final class Pump implements Runnable {
        private final Task<?> call;
        private int completed;

        Pump(Task<?> call) {
            this.call = call;
        }

        @Override
        public void run() {
            if (!call.isDone()) {
                published.complete(completed++ & 7);
                loop.execute(this);
            }
        }
    }
}
