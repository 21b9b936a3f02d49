package org.asyncjava.benchmarks.jmh.gate;

import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Each.each;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.asyncjava.Async;
import org.asyncjava.runtime.AsyncBarrier;
import org.asyncjava.runtime.AsyncCondition;
import org.asyncjava.runtime.AsyncCloseable;
import org.asyncjava.runtime.AsyncEvent;
import org.asyncjava.runtime.AsyncIterable;
import org.asyncjava.runtime.AsyncIterator;
import org.asyncjava.runtime.AsyncLock;
import org.asyncjava.runtime.AsyncQueue;
import org.asyncjava.runtime.AsyncSemaphore;
import org.asyncjava.runtime.Coroutine;
import org.asyncjava.runtime.Coroutines;
import org.asyncjava.runtime.Deferred;
import org.asyncjava.runtime.Task;

/** What a call of the runtime's own coroutines allocates: programs that do it a number of times. */
final class Library {
    private static final int TIMES = 1_000;
    private static final int WORD = 8;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Coroutine<Integer> ONE = Coroutine.of(1);

    private Library() {
    }

    /** The programs by the names of their rows; each is given how often. What uses the JDK's collections differs from JDK to JDK and is not among them. */
    static Map<String, IntFunction<Coroutine<?>>> programs() {
        Map<String, IntFunction<Coroutine<?>>> programs = new LinkedHashMap<>();
        programs.put("lock.acquire()", times -> acquire(new AsyncLock(), times));
        programs.put("lock.acquire() that is handed over", times -> handOver(new AsyncLock(), times));
        programs.put("lock.hold()", times -> hold(new AsyncLock(), times));
        programs.put("lock.with()", times -> with(new AsyncLock(), times));
        programs.put("semaphore.with()", times -> with(new AsyncSemaphore(1), times));
        programs.put("event.whenSet() that waits", times -> event(new AsyncEvent(), times));
        programs.put("condition.whenSignalled(until)", times -> condition(new AsyncCondition(), times));
        programs.put("barrier.arrive() of two", times -> barrier(new AsyncBarrier(2), times));
        programs.put("queue.put() and take()", times -> queue(new AsyncQueue<>(), times));
        programs.put("queue.put() and take() that wait", times -> fullQueue(new AsyncQueue<>(1), times));
        programs.put("withTimeout()", Library::timeout);
        programs.put("waitFor()", Library::waitFor);
        programs.put("waitFor() without time", Library::expiredWait);
        programs.put("loop.call()", Library::call);
        programs.put("iterator.advance() of a generator", times -> advance(ones(Integer.MAX_VALUE).iterator(), times));
        programs.put("iterator.advance() of a generator with a finally", times -> advance(guarded(Integer.MAX_VALUE).iterator(), times));
        programs.put("each(generator) per element", times -> loop(ones(times)));
        programs.put("each(generator) per iteration", times -> iterate(ones(1), times));
        programs.put("each(generator) per iteration with a finally", times -> iterate(guarded(1), times));
        programs.put("each(generator) left early", times -> leave(ones(2), times));
        return programs;
    }

    /** How much memory one time more takes: that of objects, whose sizes are multiples of eight, without its share of arrays that grow. */
    static long bytes(IntFunction<Coroutine<?>> program) {
        run(program.apply(TIMES));
        long start = Scaled.allocated();
        run(program.apply(TIMES));
        long middle = Scaled.allocated();
        run(program.apply(2 * TIMES));
        long end = Scaled.allocated();
        return (end - middle - (middle - start)) / TIMES / WORD * WORD;
    }

    /** On its own loop, whose thread allocates all of it. */
    @Async
    private static Coroutine<Void> call(int times) {
        for (int i = 0; i < times; i++) {
            await(Coroutines.currentLoop().call(() -> ONE));
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> acquire(AsyncLock lock, int times) {
        for (int i = 0; i < times; i++) {
            await(lock.acquire());
            lock.release();
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> hold(AsyncLock lock, int times) {
        for (int i = 0; i < times; i++) {
            try (AsyncCloseable held = await(lock.hold())) {
                await(ONE);
            }
        }
        return Coroutine.done();
    }

    @Async
    private static AsyncIterable<Integer> ones(int count) {
        for (int i = 0; i < count; i++) {
            emit(1);
        }
        return end();
    }

    @Async
    private static AsyncIterable<Integer> guarded(int count) {
        try {
            for (int i = 0; i < count; i++) {
                emit(1);
            }
        } finally {
            await(ONE);
        }
        return end();
    }

    @Async
    private static Coroutine<Void> advance(AsyncIterator<Integer> iterator, int times) {
        for (int i = 0; i < times; i++) {
            await(iterator.advance());
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Integer> loop(AsyncIterable<Integer> source) {
        int sum = 0;
        for (int element : each(source)) {
            sum += element;
        }
        return Coroutine.of(sum);
    }

    @Async
    private static Coroutine<Integer> iterate(AsyncIterable<Integer> source, int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            for (int element : each(source)) {
                sum += element;
            }
        }
        return Coroutine.of(sum);
    }

    @Async
    private static Coroutine<Integer> leave(AsyncIterable<Integer> source, int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            for (int element : each(source)) {
                sum += element;
                break;
            }
        }
        return Coroutine.of(sum);
    }

    @Async
    private static Coroutine<Void> handOver(AsyncLock lock, int times) {
        await(gather(handedOver(lock, times / 2), handedOver(lock, times / 2)));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> handedOver(AsyncLock lock, int times) {
        for (int i = 0; i < times; i++) {
            await(lock.acquire());
            await(yieldNow());
            lock.release();
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> with(AsyncLock lock, int times) {
        for (int i = 0; i < times; i++) {
            await(lock.with(() -> ONE));
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> with(AsyncSemaphore semaphore, int times) {
        for (int i = 0; i < times; i++) {
            await(semaphore.with(() -> ONE));
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> event(AsyncEvent event, int times) {
        Task<Void> setter = createTask(set(event, times));
        for (int i = 0; i < times; i++) {
            await(event.whenSet());
            event.clear();
        }
        await(setter);
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> set(AsyncEvent event, int times) {
        for (int i = 0; i < times; i++) {
            await(yieldNow());
            event.set();
            await(yieldNow());
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> condition(AsyncCondition condition, int times) {
        int[] signals = {0};
        Task<Void> signaller = createTask(signal(condition, times, signals));
        for (int i = 0; i < times; i++) {
            int wanted = i;
            await(condition.lock().acquire());
            await(condition.whenSignalled(() -> signals[0] > wanted));
            condition.lock().release();
        }
        await(signaller);
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> signal(AsyncCondition condition, int times, int[] signals) {
        for (int i = 0; i < times; i++) {
            await(yieldNow());
            await(condition.lock().acquire());
            signals[0]++;
            condition.signalAll();
            condition.lock().release();
            await(yieldNow());
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> barrier(AsyncBarrier barrier, int times) {
        await(gather(arrive(barrier, times), arrive(barrier, times)));
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> arrive(AsyncBarrier barrier, int times) {
        for (int i = 0; i < times; i++) {
            await(barrier.arrive());
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> queue(AsyncQueue<Integer> queue, int times) {
        for (int i = 0; i < times; i++) {
            await(queue.put(1));
            await(queue.take());
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> fullQueue(AsyncQueue<Integer> queue, int times) {
        Task<Void> putter = createTask(put(queue, times));
        for (int i = 0; i < times; i++) {
            await(queue.take());
        }
        await(putter);
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> put(AsyncQueue<Integer> queue, int times) {
        for (int i = 0; i < times; i++) {
            await(queue.put(1));
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> timeout(int times) {
        for (int i = 0; i < times; i++) {
            await(Coroutines.withTimeout(HOUR, limit -> ONE));
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> waitFor(int times) {
        for (int i = 0; i < times; i++) {
            await(Coroutines.waitFor(ONE, HOUR));
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Void> expiredWait(int times) {
        Deferred<Integer> done = new Deferred<>();
        done.complete(1);
        for (int i = 0; i < times; i++) {
            await(Coroutines.waitFor(done, Duration.ZERO));
        }
        return Coroutine.done();
    }
}
