package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operands that other threads complete. A lost wake-up shows as a test that does not end. */
class CrossThreadTest { // HARD_CASES 65, 66, 73
    private static final int TIMES = 20_000;

    private final ExecutorService other = Executors.newSingleThreadExecutor();

    @AfterEach
    void endOther() throws InterruptedException {
        other.shutdown();
        assertThat(other.awaitTermination(1, TimeUnit.HOURS)).isTrue();
    }

    @Test
    void futuresThatAreCompletedWhileTheyAreBeingAwaited() {
        assertThat(run(Programs.repeat(TIMES, () -> {
            CompletableFuture<Void> racing = new CompletableFuture<>();
            other.execute(() -> racing.complete(null));
            return new StageAsAwaitable(racing);
        }))).isEqualTo(TIMES);
    }

    @Test
    void deferredsThatAreCompletedThreadsafe() {
        assertThat(run(Programs.repeat(TIMES, () -> {
            Deferred<Void> racing = new Deferred<>();
            other.execute(() -> racing.completeThreadsafe(null));
            return racing;
        }))).isEqualTo(TIMES);
    }

    @Test
    void stagesAwaitedDirectly() {
        Object value = run(coroutine(() -> {
            var v = await(CompletableFuture.supplyAsync(() -> 20, other));
            return Coroutine.of(await(CompletableFuture.supplyAsync(() -> (Integer) v + 22, other).minimalCompletionStage()));
        }));
        assertThat(value).isEqualTo(42);
    }

    @Test
    void aSleepingLoopIsWokenEveryTime() throws Exception {
        EventLoop loop = new EventLoop();
        Thread runner = new Thread(loop::runForever);
        runner.start();
        SynchronousQueue<Integer> answers = new SynchronousQueue<>();
        for (int i = 0; i < TIMES; i++) {
            int number = i;
            loop.callSoonThreadsafe(() -> offer(answers, number));
            assertThat(answers.take()).isEqualTo(number);
        }
        loop.callSoonThreadsafe(loop::stop);
        runner.join();
        loop.close();
    }

    private static void offer(SynchronousQueue<Integer> answers, int number) {
        try {
            answers.offer(number, 1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatTheOtherThreadWroteIsSeenAfterTheAwait() {
        int[] plain = new int[1];
        Object value = run(coroutine(() -> {
            Deferred<Void> written = new Deferred<>();
            other.execute(() -> {
                plain[0] = 42;
                written.completeThreadsafe(null);
            });
            await(written);
            return Coroutine.of(plain[0]);
        }));
        assertThat(value).isEqualTo(42);
    }

    @Test
    void whatWasMadeOfAMinimalStageIsCancelledWithoutTheStage() {
        CompletableFuture<Object> source = new CompletableFuture<>();
        List<FailureContext> reported = new ArrayList<>();
        Object value = Coroutines.run(coroutine(() -> {
            Coroutines.currentLoop().setExceptionHandler((loop, context) -> reported.add(context));
            Task<Object> waiting = Coroutines.createTask(Coroutines.from(source.minimalCompletionStage()));
            await(Coroutines.yieldNow());
            waiting.cancel();
            await(Coroutines.yieldNow());
            return Coroutine.of("end");
        }));

        assertThat(value).isEqualTo("end");
        assertThat(source).isNotDone();
        assertThat(reported).isEmpty();
    }

    private static List<CompletableFuture<Object>> futuresOf(List<Deferred<Object>> deferreds) {
        return deferreds.stream().map(Deferred::toFuture).toList();
    }

    private static List<Deferred<Object>> deferreds(EventLoop loop) {
        return Stream.generate(() -> new Deferred<>(loop)).limit(TIMES).toList();
    }

    /** Nobody runs the loop: neither of the two prepares it. */
    @Test
    void twoThreadsAskForFuturesOfALoopThatIsNotRun() throws Exception {
        EventLoop loop = new EventLoop();
        List<Deferred<Object>> here = deferreds(loop);
        List<Deferred<Object>> there = deferreds(loop);
        CyclicBarrier start = new CyclicBarrier(2);
        Future<List<CompletableFuture<Object>>> others = other.submit(() -> {
            start.await();
            return futuresOf(there);
        });
        start.await();
        List<CompletableFuture<Object>> all = new ArrayList<>(futuresOf(here));
        all.addAll(others.get(60, TimeUnit.SECONDS));
        loop.close();
        assertThat(all).allMatch(CompletableFuture::isCompletedExceptionally);
    }
}
