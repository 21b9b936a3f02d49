package org.asyncjava.examples.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Each.each;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Task;
import org.junit.jupiter.api.Test;

/** Programs with async generators and {@code async for}; what is expected is what CPython prints. */
class AsyncGeneratorsTest { // HARD_CASES 82
    private final List<Object> printed = new ArrayList<>();

    private void print(Object... words) {
        printed.add(String.join(" ", List.of(words).stream().map(String::valueOf).toList()));
    }

    @Async
    private AsyncIterable<Integer> ticks(String name, int n) {
        try {
            for (int i = 0; i < n; i++) {
                await(yieldNow());
                emit(i);
            }
        } finally {
            await(yieldNow());
            print(name, "closed");
        }
        return end();
    }

    @Test
    void allElements() {
        Virtual.run(() -> {
            for (int i : each(ticks("all", 3))) {
                print(i);
            }
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("0", "1", "2", "all closed");
    }

    @Async
    private Coroutine<Void> consume(String name) {
        for (int i : each(ticks(name, 3))) {
            print(name, i);
        }
        return Coroutine.done();
    }

    @Test
    void interleaved() {
        Virtual.run(() -> {
            await(gather(consume("a"), consume("b")));
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("a 0", "b 0", "a 1", "b 1", "a 2", "b 2", "a closed", "b closed");
    }

    /** Python needs {@code aclosing} for this: its loops do not close what they go through. */
    @Test
    void leftEarly() {
        Virtual.run(() -> {
            for (int i : each(ticks("early", 10))) {
                if (i == 2) {
                    break;
                }
                print(i);
            }
            print("after");
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("0", "1", "early closed", "after");
    }

    @Test
    void closedBeforeTheFirst() {
        Virtual.run(() -> {
            AsyncIterator<Integer> source = ticks("never", 1).iterator();
            await(source.closeAsync());
            for (int i : each(source)) {
                print(i);
            }
            print("nothing");
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("nothing");
    }

    /** As {@code anext(source, "end")}. */
    @Async
    private static Coroutine<Object> next(AsyncIterator<?> source) {
        return Coroutine.of(await(source.advance()) ? source.current() : "end");
    }

    @Test
    void closedTwice() {
        Virtual.run(() -> {
            AsyncIterator<Integer> source = ticks("twice", 3).iterator();
            print(await(next(source)));
            await(source.closeAsync());
            await(source.closeAsync());
            print(await(next(source)));
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("0", "twice closed", "end");
    }

    @Async
    private static AsyncIterator<Integer> broken() {
        emit(1);
        throw new IllegalArgumentException("broken");
    }

    @Test
    void fails() {
        Virtual.run(() -> {
            AsyncIterator<Integer> source = broken();
            print(await(next(source)));
            try {
                await(next(source));
            } catch (IllegalArgumentException e) {
                print("failed:", e.getMessage());
            }
            print(await(next(source)));
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("1", "failed: broken", "end");
    }

    @Test
    void askedTwiceAtATime() {
        Virtual.run(() -> {
            AsyncIterator<Integer> source = ticks("shared", 3).iterator();
            Task<Object> first = createTask(next(source));
            await(yieldNow());
            try {
                await(source.advance());
            } catch (IllegalStateException e) {
                print("refused");
            }
            print(await(first));
            await(source.closeAsync());
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("refused", "0", "shared closed");
    }

    @Async
    private static AsyncIterator<Integer> stubborn() {
        try {
            emit(1);
        } finally {
            emit(2);
        }
        return end();
    }

    @Test
    void emitsWhileClosing() {
        Virtual.run(() -> {
            AsyncIterator<Integer> source = stubborn();
            await(source.advance());
            try {
                await(source.closeAsync());
            } catch (IllegalStateException e) {
                print("refused");
            }
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("refused");
    }

    @Async
    private AsyncIterable<Integer> waits() {
        try {
            emit(1);
            await(sleep(Duration.ofSeconds(100)));
            emit(2);
        } catch (CancellationException e) {
            print("cancelled inside");
            throw e;
        } finally {
            print("finally");
        }
        return end();
    }

    @Async
    private Coroutine<Void> consumeWaiting() {
        for (int i : each(waits())) {
            print(i);
        }
        return Coroutine.done();
    }

    @Test
    void cancelledConsumer() {
        Virtual.run(() -> {
            Task<Void> task = createTask(consumeWaiting());
            await(yieldNow());
            await(yieldNow());
            task.cancel();
            try {
                await(task);
            } catch (CancellationException e) {
                print("cancelled");
            }
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("1", "cancelled inside", "finally", "cancelled");
    }

    @Async
    private AsyncIterator<Integer> goesOn() {
        try {
            await(sleep(Duration.ofSeconds(100)));
        } catch (CancellationException e) {
            print("swallowed");
        }
        emit(1);
        return end();
    }

    @Test
    void survivesCancellation() {
        Virtual.run(() -> {
            Task<Object> task = createTask(next(goesOn()));
            await(yieldNow());
            task.cancel();
            print(await(task));
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("swallowed", "1");
    }

    @Async
    private static AsyncIterable<Integer> items(AsyncQueue<Integer> queue) {
        for (int item = await(queue.take()); item != 0; item = await(queue.take())) {
            emit(item);
        }
        return end();
    }

    @Test
    void aQueueAsSource() {
        Virtual.run(() -> {
            AsyncQueue<Integer> queue = new AsyncQueue<>();
            List.of(1, 2, 0).forEach(queue::putNow);
            for (int i : each(items(queue))) {
                print(i);
            }
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("1", "2");
    }

    @Async
    private AsyncIterable<Integer> inner(int k) {
        try {
            for (int i = 0; i < 3; i++) {
                emit(k * 10 + i);
            }
        } finally {
            print("inner", k);
        }
        return end();
    }

    @Async
    private AsyncIterable<Integer> outer() {
        try {
            for (int k = 0; k < 3; k++) {
                for (int i : each(inner(k))) {
                    emit(i);
                }
            }
        } finally {
            print("outer");
        }
        return end();
    }

    @Test
    void nested() {
        Virtual.run(() -> {
            for (int i : each(outer())) {
                print(i);
                if (i == 11) {
                    break;
                }
            }
            return Coroutine.done();
        });
        assertThat(printed).containsExactly("0", "1", "2", "inner 0", "10", "11", "inner 1", "outer");
    }
}
