package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Programs.hot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** Locks and semaphores without a loop and between threads. */
class AsyncLockThreadsTest {
    private final AsyncLock lock = new AsyncLock();

    @Test
    void hotMethodsGoOnWhereTheLockIsReleasedInTheOrderInWhichTheyCame() {
        List<Object> log = new ArrayList<>();
        lock.tryAcquire();
        for (int i = 0; i < 3; i++) {
            int number = i;
            HotScript.call((at, received) -> {
                if (at == 0) {
                    return HotScript.await(lock.acquire());
                }
                log.add(number);
                lock.release();
                return null;
            });
        }
        assertThat(log).isEmpty();
        lock.release();
        assertThat(log).containsExactly(0, 1, 2);
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void hotMethodsThatAreLetGoOnTogetherDoSoInTheOrderInWhichTheyCame() {
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        List<Object> log = new ArrayList<>();
        try (EventLoop loop = new EventLoop()) {
            Task<Void> onItsWay = loop.createTask(semaphore.acquire());
            loop.callSoon(() -> loop.callSoon(loop::stop));
            loop.runForever();
            semaphore.release(); // to the task, which does not go on before its loop runs; nobody overtakes it
            semaphore.release();
            semaphore.release();
            for (int i = 0; i < 2; i++) {
                int number = i;
                HotScript.call((at, received) -> at == 0 ? HotScript.await(semaphore.acquire()) : log.add(number));
            }
            assertThat(log).isEmpty();
            semaphore.release();
            loop.runUntilComplete(onItsWay);
        }
        assertThat(log).containsExactly(0, 1);
    }

    @Test
    void cancellingAHotMethodTakesItOutOfTheQueue() {
        List<Object> log = new CopyOnWriteArrayList<>();
        lock.tryAcquire();
        CompletableFuture<Object> first = hot(() -> lock.acquire());
        CompletableFuture<Object> second = HotScript.call((at, received) -> at == 0 ? HotScript.await(lock.acquire()) : log.add("second"));
        first.cancel(false);
        lock.release();
        assertThat(first).isCancelled();
        assertThat(second).isCompletedWithValue(true);
    }

    @Test
    void aHundredThousandHandOversNeedNoMoreStackThanTen() throws Exception {
        int count = 100_000;
        int[] turns = new int[1];
        lock.tryAcquire();
        for (int i = 0; i < count; i++) {
            HotScript.call((at, received) -> {
                if (at == 0) {
                    return HotScript.await(lock.acquire());
                }
                turns[0]++;
                lock.release();
                return null;
            });
        }
        SmallStack.run(lock::release);
        assertThat(turns[0]).isEqualTo(count);
    }

    @Test
    void noTwoThreadsAreEverInside() throws Exception { // HARD_CASES 65, 66
        int threads = 4;
        int rounds = 20_000;
        int[] unguarded = new int[1];
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<Object>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(CompletableFuture.supplyAsync(() -> counting(unguarded, rounds), pool).thenCompose(started -> started));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
        } finally {
            pool.shutdown();
        }
        assertThat(unguarded[0]).isEqualTo(threads * rounds);
        assertThat(lock.isLocked()).isFalse();
    }

    /** Takes the lock, counts, releases it, so many times. */
    private CompletableFuture<Object> counting(int[] counter, int rounds) {
        return HotScript.call((at, received) -> {
            if (at > 0) {
                counter[0]++;
                lock.release();
            }
            return at == rounds ? null : HotScript.await(lock.acquire());
        });
    }

    @Test
    void loopsOfTwoThreadsShareASemaphore() throws Exception {
        AsyncSemaphore semaphore = new AsyncSemaphore(1);
        int rounds = 2_000;
        int[] unguarded = new int[1];
        Runnable program = () -> Coroutines.run(rounds(semaphore, unguarded, rounds));
        Thread other = new Thread(program);
        other.start();
        program.run();
        other.join();
        assertThat(unguarded[0]).isEqualTo(2 * rounds);
    }

    @Async
    private Coroutine<Object> rounds(AsyncSemaphore semaphore, int[] counter, int left) {
        await(semaphore.acquire());
        counter[0]++;
        await(Coroutines.yieldNow());
        semaphore.release();
        return left == 1 ? Coroutine.of(null) : rounds(semaphore, counter, left - 1);
    }
}
