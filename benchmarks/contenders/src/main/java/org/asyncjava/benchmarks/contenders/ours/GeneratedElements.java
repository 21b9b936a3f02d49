package org.asyncjava.benchmarks.contenders.ours;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Each.each;

import org.asyncjava.Async;
import org.asyncjava.Generator;
import org.asyncjava.benchmarks.Iterations.Source;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.EventLoop;
import org.asyncjava.runtime.Task;

/** Methods that emit, and the loops over them. */
final class GeneratedElements {
    private final EventLoop loop;
    private Deferred<Integer> published;

    GeneratedElements(EventLoop loop) {
        this.loop = loop;
    }

    long iterate(Source source, int iterations, int elements) {
        return switch (source) {
            case PLAIN -> plainSum(counted(elements), iterations);
            case READY -> loop.runUntilComplete(sum(ready(elements), iterations));
            case SUSPENDED -> pumped(loop.createTask(sum(suspended(elements), iterations)));
        };
    }

    @Generator
    private static Iterable<Integer> counted(int bound) {
        for (int i = 0; i < bound; i++) {
            emit(i & 7);
        }
        return end();
    }

    private static long plainSum(Iterable<Integer> sequence, int iterations) {
        long sum = 0;
        for (int i = 0; i < iterations; i++) {
            for (int element : sequence) {
                sum += element;
            }
        }
        return sum;
    }

    @Async
    private static AsyncIterable<Integer> ready(int bound) {
        for (int i = 0; i < bound; i++) {
            emit(i & 7);
        }
        return end();
    }

    @Async
    private AsyncIterable<Integer> suspended(int bound) {
        for (int i = 0; i < bound; i++) {
            published = new Deferred<>(loop);
            emit(await(published));
        }
        return end();
    }

    @Async
    private static Coroutine<Long> sum(AsyncIterable<Integer> sequence, int iterations) {
        long sum = 0;
        for (int i = 0; i < iterations; i++) {
            for (int element : each(sequence)) {
                sum += element;
            }
        }
        return Coroutine.of(sum);
    }

    private long pumped(Task<Long> call) {
        loop.execute(new Pump(call));
        return loop.runUntilComplete(call);
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
