package org.asyncjava.runtime;

import static org.asyncjava.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentLoop;
import static org.asyncjava.runtime.Coroutines.gather;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.runCoroutineThreadsafe;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.asyncjava.Async;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Loops that run one thing at a time on whatever threads an executor has. */
class StrandTest {
    private final ExecutorService two = Executors.newFixedThreadPool(2);

    @AfterEach
    void shutDown() {
        two.shutdownNow();
    }

    private static <T> T outcome(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    /** Not thread-safe by itself. */
    private static final class Counter {
        private int value;
        private int inside;
        private boolean entered;
    }

    @Async
    private static Coroutine<Void> count(Counter counter, int times) {
        for (int i = 0; i < times; i++) {
            if (counter.entered) {
                counter.inside++;
            }
            counter.entered = true;
            counter.value++;
            counter.entered = false;
            await(yieldNow());
        }
        return Coroutine.done();
    }

    @Async
    private static Coroutine<Integer> countTogether(Counter counter) {
        List<Coroutine<Void>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(count(counter, 500));
        }
        await(gather(all));
        return Coroutine.of(counter.value);
    }

    @Test
    void oneThingRunsAtATimeAndSeesWhatWasWrittenBefore() throws Exception {
        Counter counter = new Counter();
        assertThat(outcome(runCoroutineThreadsafe(countTogether(counter), EventLoop.on(two)))).isEqualTo(10_000);
        assertThat(counter.inside).isZero();
    }

    @Test
    void aStrandIsTheCurrentLoopAndTheDispatcherDuringItsTurns() throws Exception {
        EventLoop strand = EventLoop.on(two);
        List<Object> seen = outcome(runCoroutineThreadsafe(coroutine(() -> {
            List<Object> found = new ArrayList<>(List.of(currentLoop(), Dispatcher.current().orElseThrow()));
            await(sleep(Duration.ofMillis(1)));
            found.add(currentLoop());
            return Coroutine.of(found);
        }), strand));
        assertThat(seen).containsExactly(strand, strand, strand);
        assertThat(outcome(CompletableFuture.supplyAsync(() -> Dispatcher.current().isPresent(), two))).isFalse();
    }

    /** What it runs at once begins when it was asked, and needs no stack for what that causes. */
    @Test
    void anExecutorThatRunsAtOnceNeedsNoStack() throws Exception {
        EventLoop strand = EventLoop.on(Runnable::run);
        assertThat(outcome(runCoroutineThreadsafe(countTogether(new Counter()), strand))).isEqualTo(10_000);
    }

    @Async
    private static Coroutine<Integer> passOn(CompletableFuture<Integer> before) {
        return Coroutine.of(await(before) + 1);
    }

    /** Each link lives on a strand of its own, whose turn begins within that of the one before. */
    @Test
    void aLongChainOfStrandsThatRunAtOnceNeedsNoStack() throws Exception {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> last = first;
        for (int i = 0; i < 20_000; i++) {
            last = runCoroutineThreadsafe(passOn(last), EventLoop.on(Runnable::run));
        }
        first.complete(0);
        assertThat(outcome(last)).isEqualTo(20_000);
    }

    @Test
    void whatAnExecutorRunsTwiceRunsOnce() throws Exception {
        Executor twice = work -> {
            two.execute(work);
            two.execute(work);
        };
        assertThat(outcome(runCoroutineThreadsafe(countTogether(new Counter()), EventLoop.on(twice)))).isEqualTo(10_000);
    }

    @Test
    void aTurnWithinTheTurnOfAnotherLoopIsItsOwn() {
        EventLoop strand = EventLoop.on(Runnable::run);
        List<Object> seen = run(() -> {
            EventLoop outer = currentLoop();
            Task<?> task = Coroutines.currentTask().orElseThrow();
            List<Object> found = new ArrayList<>();
            strand.callSoonThreadsafe(() -> found.addAll(List.of(currentLoop() == strand, Coroutines.currentTask().isEmpty())));
            found.addAll(List.of(currentLoop() == outer, Coroutines.currentTask().orElseThrow() == task));
            await(yieldNow());
            found.add(currentLoop() == outer);
            return Coroutine.of(found);
        });
        assertThat(seen).containsExactly(true, true, true, true, true);
    }

    /** A thread that joins helps with what is left in the pool, which may be a turn of the very strand whose step it is in. */
    @Test
    void aStrandDoesNotNestInItself() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            EventLoop strand = EventLoop.on(pool);
            List<String> events = outcome(runCoroutineThreadsafe(coroutine(() -> {
                List<String> log = new ArrayList<>();
                Task<Void> other = createTask(() -> {
                    log.add("other");
                    return Coroutine.done();
                });
                strand.callSoonThreadsafe(() -> log.add("sent"));
                ForkJoinTask.adapt(() -> log.add("helped")).fork().join();
                log.add("joined");
                await(other);
                await(yieldNow());
                return Coroutine.of(log);
            }), strand));
            assertThat(events).containsExactly("helped", "joined", "other", "sent");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void nobodyRunsStopsOrClosesIt() {
        EventLoop strand = EventLoop.on(two);
        assertThatThrownBy(strand::runForever).isInstanceOf(IllegalStateException.class).hasMessageContaining("createTask");
        assertThatThrownBy(() -> strand.runUntilComplete(yieldNow())).isInstanceOf(IllegalStateException.class).hasMessageContaining("createTask");
        assertThatThrownBy(strand::close).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(strand::stop).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itIsRefusedToUseItFromAnotherThread() {
        EventLoop strand = EventLoop.on(two);
        assertThatThrownBy(() -> strand.callSoon(() -> { })).isInstanceOf(IllegalStateException.class);
        Coroutine<Void> unstarted = yieldNow();
        assertThatThrownBy(() -> strand.createTask(unstarted)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theRefusalOfATurnIsThrownAtTheAwaitsAndCleanUpRuns() throws Exception {
        CompletableFuture<String> operand = new CompletableFuture<>();
        CountDownLatch waits = new CountDownLatch(1);
        List<String> log = new ArrayList<>();
        CompletableFuture<String> result = runCoroutineThreadsafe(coroutine(() -> {
            try {
                waits.countDown();
                return Coroutine.of(await(operand));
            } finally {
                log.add("cleaned up");
            }
        }), EventLoop.on(two));
        waits.await();
        two.shutdown();
        assertThat(two.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        operand.complete("late");
        assertThatThrownBy(() -> outcome(result)).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(log).containsExactly("cleaned up");
    }

    @Test
    void whatCannotBeginIsRefused() {
        two.shutdown();
        CompletableFuture<Integer> result = runCoroutineThreadsafe(countTogether(new Counter()), EventLoop.on(two));
        assertThatThrownBy(() -> outcome(result)).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    /** The third turn is refused; what comes after that runs again. */
    @Test
    void anExecutorThatRefusesOnceCostsOneAwait() throws Exception {
        int[] asked = {0};
        Executor moody = work -> {
            if (++asked[0] == 3) {
                throw new RejectedExecutionException("not now");
            }
            work.run();
        };
        EventLoop strand = EventLoop.on(moody);
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> second = new CompletableFuture<>();
        CompletableFuture<String> result = runCoroutineThreadsafe(coroutine(() -> {
            await(first);
            try {
                await(second);
            } catch (RejectedExecutionException refused) {
                await(yieldNow());
                return Coroutine.of(refused.getMessage());
            }
            return Coroutine.of("went on");
        }), strand);
        first.complete(null);
        second.complete(null);
        assertThat(outcome(result)).isEqualTo("not now");
    }
}
