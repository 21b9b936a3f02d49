package org.asyncjava.benchmarks.contenders.elements;

import static org.asyncjava.Await.await;

import java.util.EnumSet;
import java.util.Set;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.EventLoop;

/** A task that puts elements into a queue for another one, which has room for one; the last is followed by one that is none. */
public final class Queued extends ElementsAlone {
    private static final int END = -1;

    private final EventLoop loop = new EventLoop();

    @Override
    public String name() {
        return "queue";
    }

    @Override
    public Set<Source> sources() {
        return EnumSet.of(Source.READY);
    }

    @Override
    public long iterate(Source source, int iterations, int elements) {
        if (source != Source.READY) {
            throw none();
        }
        return loop.runUntilComplete(sum(loop, iterations, elements));
    }

    @Async
    private static Coroutine<Long> sum(EventLoop loop, int iterations, int elements) {
        long sum = 0;
        for (int i = 0; i < iterations; i++) {
            AsyncQueue<Integer> queue = new AsyncQueue<>(1);
            loop.createTask(put(queue, elements));
            for (int element = await(queue.take()); element != END; element = await(queue.take())) {
                sum += element;
            }
        }
        return Coroutine.of(sum);
    }

    @Async
    private static Coroutine<Void> put(AsyncQueue<Integer> queue, int bound) {
        for (int i = 0; i < bound; i++) {
            await(queue.put(i & 7));
        }
        await(queue.put(END));
        return Coroutine.done();
    }

    @Override
    public void close() {
        loop.close();
    }
}
