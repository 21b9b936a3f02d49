package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads on which a loop runs what blocks. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopPoolTest {
    @Test
    void aPoolOfTheLoopsOwnThatWasReplacedEndsWithTheCallsThatItHasTaken() throws Exception {
        List<Thread> threads = new ArrayList<>();
        ExecutorService other = Executors.newSingleThreadExecutor();
        Object value = Coroutines.run(coroutine(() -> {
            EventLoop loop = Coroutines.currentTask().orElseThrow().loop();
            CountDownLatch replaced = new CountDownLatch(1);
            Deferred<Object> before = loop.runInExecutor(() -> {
                threads.add(Thread.currentThread());
                replaced.await();
                return "taken before";
            });
            loop.setDefaultExecutor(other);
            replaced.countDown();
            return Coroutine.of(await(before));
        }));

        assertThat(value).isEqualTo("taken before");
        assertThat(other.isTerminated()).isTrue();
        threads.get(0).join();
    }

    @Test
    void theEndOfRunWaitsForAPoolThatWasReplacedAndClosesAll() {
        CompletableFuture<Object> saved = new CompletableFuture<>();
        List<ExecutorService> pools = List.of(Executors.newCachedThreadPool(), Executors.newCachedThreadPool(), Executors.newCachedThreadPool());
        CountDownLatch mainEnded = new CountDownLatch(1);
        Coroutines.run(coroutine(() -> {
            EventLoop loop = Coroutines.currentTask().orElseThrow().loop();
            loop.setDefaultExecutor(pools.get(0));
            loop.runInExecutor(() -> {
                mainEnded.await();
                return saved.complete("saved");
            });
            loop.setDefaultExecutor(pools.get(1));
            loop.setDefaultExecutor(pools.get(2));
            loop.setDefaultExecutor(pools.get(1));
            mainEnded.countDown();
            return Coroutine.of(null);
        }));

        assertThat(saved).isCompletedWithValue("saved");
        assertThat(pools).allMatch(ExecutorService::isTerminated);
    }
}
