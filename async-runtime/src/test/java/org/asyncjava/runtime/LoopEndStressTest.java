package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.hot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that hand things to loops, wait for things of them and share a lock with them, while run after run ends: every future ends. */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopEndStressTest {
    private static final int RUNS = Integer.getInteger("async.stress.runs", 2_000);
    private static final int POSTERS = 3;
    /** How many futures may be open, so that the posting threads are not far ahead of the runs. */
    private static final int OPEN = 300;

    private final ExecutorService posters = Executors.newFixedThreadPool(POSTERS);
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final Semaphore room = new Semaphore(OPEN);
    private final Queue<CompletableFuture<?>> futures = new ConcurrentLinkedQueue<>();
    private final AsyncLock lock = new AsyncLock();
    private final AtomicInteger posted = new AtomicInteger();
    private volatile EventLoop current;
    private volatile boolean over;

    private final List<Function<EventLoop, CompletableFuture<?>>> ways = List.of(
            loop -> CompletableFuture.supplyAsync(() -> "supplied", loop),
            loop -> runCoroutineThreadsafe(coroutine(() -> {
                await(yieldNow());
                return Coroutine.of(null);
            }), loop),
            loop -> runCoroutineThreadsafe(sleep(Duration.ofDays(1)), loop),
            loop -> runCoroutineThreadsafe(lock.with(Coroutines::yieldNow), loop),
            loop -> Dispatcher.call(loop, () -> awaiting(CompletableFuture.supplyAsync(() -> "pool", pool))),
            loop -> Dispatcher.call(loop, this::locking),
            loop -> Dispatcher.call(pool, this::locking),
            loop -> locking(),
            loop -> startedOn(loop, () -> Dispatcher.call(pool, () -> awaiting(createTask(sleep(Duration.ofDays(1)))))),
            loop -> startedOn(loop, () -> Dispatcher.call(pool, () -> awaiting(sleep(Duration.ofMillis(1))))),
            loop -> startedOn(loop, () -> awaiting(Dispatcher.call(pool, () -> awaiting(lock.with(Coroutines::yieldNow))))),
            loop -> startedOn(loop, () -> awaiting(new Deferred<>(loop))),
            loop -> startedOn(loop, () -> createTask(sleep(Duration.ofDays(1))).toFuture()));

    private static CompletableFuture<Object> awaiting(Object operand) {
        return hot(() -> operand);
    }

    private CompletableFuture<Object> locking() {
        return HotScript.call((number, received) -> {
            if (number == 0) {
                return HotScript.await(lock.acquire());
            }
            received.get();
            lock.release();
            return "locked";
        });
    }

    /** Starts something on the loop's thread; what it returns is what is waited for, and the start too. */
    private static CompletableFuture<Object> startedOn(EventLoop loop, java.util.function.Supplier<CompletableFuture<?>> start) {
        return CompletableFuture.supplyAsync(start, loop).thenCompose(started -> started.thenApply(value -> (Object) value));
    }

    private void post(int first) {
        for (int i = first; !over; i++) {
            EventLoop loop = current;
            if (loop == null) {
                Thread.onSpinWait();
                continue;
            }
            room.acquireUninterruptibly();
            try {
                CompletableFuture<?> future = ways.get(i % ways.size()).apply(loop);
                futures.add(future);
                posted.incrementAndGet();
                future.whenComplete((value, failure) -> {
                    futures.remove(future);
                    room.release();
                });
            } catch (RejectedExecutionException closed) {
                room.release();
            }
        }
    }

    @Async
    private Coroutine<Object> main(int turns) {
        current = Coroutines.currentLoop();
        current.setExceptionHandler((loop, context) -> { });
        createTask(coroutine(() -> Coroutine.of(await(lock.with(() -> sleep(Duration.ofDays(1)))))));
        return Coroutine.of(await(Programs.repeat(turns, Coroutines::yieldNow)));
    }

    @Test
    void everyFutureEnds() throws Exception {
        List<Future<?>> posting = new ArrayList<>();
        for (int poster = 0; poster < POSTERS; poster++) {
            int first = poster * 5;
            posting.add(posters.submit(() -> post(first)));
        }
        for (int number = 0; number < RUNS; number++) {
            run(main(3 + number % 20));
        }
        over = true;
        room.release(POSTERS);
        for (Future<?> poster : posting) {
            poster.get();
        }
        posters.shutdown();
        assertThat(posted).hasPositiveValue();
        assertThat(stillOpen()).isEmpty();
        assertThat(lock.tryAcquire()).as("the lock is free").isTrue();
        pool.shutdown();
    }

    /** What has not ended after a time in which everything could. */
    private List<CompletableFuture<?>> stillOpen() throws Exception {
        List<CompletableFuture<?>> open = new ArrayList<>();
        for (CompletableFuture<?> future : futures) {
            try {
                future.handle((value, failure) -> null).get(60, TimeUnit.SECONDS);
            } catch (TimeoutException never) {
                open.add(future);
            }
        }
        return open;
    }
}
