package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.hot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues without a loop, between threads and between loops. */
@Timeout(60)
class AsyncQueueThreadsTest {
    private static final int END = -1;

    private final AsyncQueue<Integer> queue = new AsyncQueue<>();

    @Test
    void methodsWithoutALoopGoOnWhereAnItemIsPutInTheOrderInWhichTheyCame() {
        CompletableFuture<Object> first = hot(() -> queue.take());
        CompletableFuture<Object> second = hot(() -> queue.take());
        assertThat(queue).hasToString("<AsyncQueue open, items:0, unfinished:0, takers:2>");
        queue.putNow(1);
        assertThat(first).isCompletedWithValue(1);
        assertThat(second).isNotDone();
        queue.putNow(2);
        assertThat(second).isCompletedWithValue(2);
    }

    @Test
    void methodsWithoutALoopWaitForRoomAndForTheEndOfTheWork() {
        AsyncQueue<Integer> small = new AsyncQueue<>(1);
        small.putNow(1);
        CompletableFuture<Object> put = hot(() -> small.put(2));
        CompletableFuture<Object> joined = hot(() -> small.join());
        assertThat(small.takeNow()).isEqualTo(1);
        assertThat(put).isCompleted();
        small.taskDone();
        assertThat(joined).isNotDone();
        assertThat(small.takeNow()).isEqualTo(2);
        small.taskDone();
        assertThat(joined).isCompleted();
    }

    @Test
    void aMethodThatIsCancelledWhileItWaitsLeavesTheItemToTheNextOne() {
        CompletableFuture<Object> first = hot(() -> queue.take());
        CompletableFuture<Object> second = hot(() -> queue.take());
        first.cancel(false);
        queue.putNow(1);
        assertThat(first).isCancelled();
        assertThat(second).isCompletedWithValue(1);
    }

    @Test
    void aMethodThatIsCancelledAfterItWasWokenLeavesTheItemToTheNextOne() { // HARD_CASES 68
        Queue<Runnable> pool = new ArrayDeque<>();
        CompletableFuture<Object> first = Dispatcher.call(pool::add, () -> hot(() -> queue.take()));
        CompletableFuture<Object> second = hot(() -> queue.take());
        queue.putNow(1);
        assertThat(second).as("the first one was woken").isNotDone();
        first.cancel(false);
        pool.remove().run();
        assertThat(second).isCompletedWithValue(1);
    }

    @Test
    void aMethodThatIsCancelledWhileItWaitsForRoomPutsNothing() {
        AsyncQueue<Integer> small = new AsyncQueue<>(1);
        small.putNow(0);
        Queue<Runnable> pool = new ArrayDeque<>();
        CompletableFuture<Object> waiting = hot(() -> small.put(1));
        CompletableFuture<Object> woken = Dispatcher.call(pool::add, () -> hot(() -> small.put(2)));
        CompletableFuture<Object> last = hot(() -> small.put(3));
        waiting.cancel(false);
        assertThat(small.takeNow()).isZero();
        assertThat(last).isNotDone();
        woken.cancel(false);
        pool.remove().run();
        assertThat(last).isCompleted();
        assertThat(small.takeNow()).isEqualTo(3);
        assertThat(small.isEmpty()).isTrue();
    }

    @Test
    void aMethodThatIsCancelledWhileItWaitsForTheEndOfTheWorkLeaves() {
        queue.putNow(1);
        CompletableFuture<Object> joined = hot(() -> queue.join());
        joined.cancel(false);
        assertThat(queue).hasToString("<AsyncQueue open, items:1, unfinished:1>");
    }

    @Test
    void shuttingDownWakesEverybodyOnWhateverThread() throws Exception {
        AsyncQueue<Integer> full = new AsyncQueue<>(1);
        full.putNow(0);
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        CompletableFuture<List<String>> onLoop = CompletableFuture.supplyAsync(() -> run(coroutine(() -> {
            Task<Throwable> taker = createTask(Programs.failureOf(queue.take()));
            Task<Throwable> putter = createTask(Programs.failureOf(full.put(1)));
            await(yieldNow());
            waiting.complete(null);
            return Coroutine.of(List.of(await(taker).getClass().getSimpleName(), await(putter).getClass().getSimpleName()));
        })));
        CompletableFuture<Object> taker = hot(() -> queue.take());
        CompletableFuture<Object> putter = hot(() -> full.put(2));
        waiting.get();
        queue.shutdown();
        full.shutdownNow();
        assertThat(onLoop.get()).containsExactly("QueueShutDownException", "QueueShutDownException");
        assertThat(taker).isCompletedExceptionally();
        assertThat(putter).isCompletedExceptionally();
        assertThat(full.isEmpty()).isTrue();
    }

    @Test
    void aHundredThousandHandOversNeedNoMoreStackThanTen() {
        int count = 100_000;
        AsyncQueue<Integer> ring = new AsyncQueue<>(1);
        int[] sum = new int[1];
        for (int i = 0; i < count; i++) {
            HotScript.call((at, received) -> {
                if (at == 0) {
                    return HotScript.await(ring.take());
                }
                sum[0]++;
                ring.putNow((Integer) received.get());
                return null;
            });
        }
        SmallStack.run(() -> ring.putNow(7));
        assertThat(sum[0]).isEqualTo(count);
        assertThat(ring.takeNow()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifo", "lifo", "priority", "bounded fifo", "bounded lifo", "bounded priority"})
    void betweenThreadsAndLoopsEveryItemIsTakenOnce(String kind) throws Exception { // HARD_CASES 65, 66
        int producers = 3;
        int consumers = 4;
        int items = 3_000;
        AsyncQueue<Integer> shared = queue(kind, kind.startsWith("bounded") ? 2 : 0);
        ExecutorService pool = Executors.newFixedThreadPool(producers + consumers);
        List<CompletableFuture<?>> producing = new ArrayList<>();
        List<CompletableFuture<List<Integer>>> consuming = new ArrayList<>();
        try {
            for (int i = 0; i < consumers; i++) {
                consuming.add(i % 2 == 0 ? CompletableFuture.supplyAsync(() -> run(takenOnLoop(shared)), pool)
                        : CompletableFuture.supplyAsync(() -> taken(shared), pool).thenCompose(taken -> taken));
            }
            for (int i = 0; i < producers; i++) {
                int from = i * items;
                producing.add(i % 2 == 0 ? CompletableFuture.runAsync(() -> run(putOnLoop(shared, from, from + items)), pool)
                        : CompletableFuture.supplyAsync(() -> put(shared, from, from + items), pool).thenCompose(put -> put));
            }
            CompletableFuture.allOf(producing.toArray(CompletableFuture[]::new)).get();
            hot(() -> shared.join()).get();
            shared.shutdown();
            List<Integer> all = new ArrayList<>();
            for (CompletableFuture<List<Integer>> each : consuming) {
                List<Integer> taken = each.get();
                all.addAll(taken);
                if (kind.endsWith("fifo")) {
                    assertEachProducersOrder(taken, producers, items);
                }
            }
            assertThat(all).hasSize(producers * items).containsExactlyInAnyOrderElementsOf(IntStream.range(0, producers * items).boxed().toList());
        } finally {
            pool.shutdown();
        }
    }

    private static void assertEachProducersOrder(List<Integer> taken, int producers, int items) {
        for (int i = 0; i < producers; i++) {
            int producer = i;
            assertThat(taken.stream().filter(item -> item / items == producer).toList()).isSorted();
        }
    }

    private static AsyncQueue<Integer> queue(String kind, int capacity) {
        return kind.endsWith("fifo") ? new AsyncQueue<>(capacity)
                : kind.endsWith("lifo") ? AsyncQueue.lifo(capacity) : AsyncQueue.priority(capacity, Comparator.naturalOrder());
    }

    @Async
    private static CompletableFuture<Void> put(AsyncQueue<Integer> queue, int from, int to) {
        for (int item = from; item < to; item++) {
            await(queue.put(item));
        }
        return CompletableFuture.completedFuture(null);
    }

    @Async
    private static Coroutine<Void> putOnLoop(AsyncQueue<Integer> queue, int from, int to) {
        for (int item = from; item < to; item++) {
            await(queue.put(item));
        }
        return Coroutine.done();
    }

    /** What comes until the queue is shut down. */
    @Async
    private static CompletableFuture<List<Integer>> taken(AsyncQueue<Integer> queue) {
        List<Integer> items = new ArrayList<>();
        for (int item = await(takeOrEnd(queue)); item != END; item = await(takeOrEnd(queue))) {
            items.add(item);
            queue.taskDone();
        }
        return CompletableFuture.completedFuture(items);
    }

    @Async
    private static Coroutine<List<Integer>> takenOnLoop(AsyncQueue<Integer> queue) {
        return Coroutine.of(await(taken(queue)));
    }

    @Async
    private static Coroutine<Integer> takeOrEnd(AsyncQueue<Integer> queue) {
        try {
            return Coroutine.of(await(queue.take()));
        } catch (QueueShutDownException end) {
            return Coroutine.of(END);
        }
    }

    @Test
    void cancellationsBetweenThreadsLoseNoItem() throws Exception { // HARD_CASES 68
        int rounds = 2_000;
        Queue<Integer> taken = new ConcurrentLinkedQueue<>();
        ExecutorService canceller = Executors.newSingleThreadExecutor();
        try {
            for (int round = 0; round < rounds; round++) {
                CompletableFuture<Void> first = move(queue, taken);
                CompletableFuture<Void> second = move(queue, taken);
                CompletableFuture<?> cancelling = CompletableFuture.runAsync(() -> first.cancel(false), canceller);
                queue.putNow(round);
                cancelling.get();
                if (!second.isDone()) {
                    assertThat(taken).as("what the first one has taken").contains(round);
                    second.cancel(false);
                }
            }
        } finally {
            canceller.shutdown();
        }
        assertThat(taken).containsExactlyElementsOf(IntStream.range(0, rounds).boxed().toList());
        assertThat(queue).hasToString("<AsyncQueue open, items:0, unfinished:" + rounds + ">");
    }

    @Async
    private static CompletableFuture<Void> move(AsyncQueue<Integer> from, Queue<Integer> to) {
        to.add(await(from.take()));
        return CompletableFuture.completedFuture(null);
    }

    /** An order that takes a lock which another thread holds while it uses the queue. */
    @Test
    void anOrderMayWaitForAThreadThatUsesTheQueue() throws Exception {
        @SuppressWarnings("unchecked")
        AsyncQueue<Integer>[] self = new AsyncQueue[1];
        self[0] = AsyncQueue.priority(0, (a, b) -> {
            CompletableFuture.supplyAsync(() -> self[0].size()).orTimeout(30, TimeUnit.SECONDS).join();
            return a - b;
        });
        for (int item : new int[] {3, 1, 2}) {
            self[0].putNow(item);
        }
        assertThat(List.of(self[0].takeNow(), self[0].takeNow(), self[0].takeNow())).containsExactly(1, 2, 3);
    }

    @Test
    void anOrderThatUsesTheQueueItselfLosesNothing() {
        @SuppressWarnings("unchecked")
        AsyncQueue<Integer>[] self = new AsyncQueue[1];
        AtomicBoolean once = new AtomicBoolean();
        self[0] = AsyncQueue.priority(0, (a, b) -> {
            if (once.getAndSet(false)) {
                self[0].putNow(self[0].takeNow());
                self[0].putNow(0);
            }
            return a - b;
        });
        self[0].putNow(1);
        once.set(true);
        self[0].putNow(2);
        once.set(true);
        List<Integer> taken = new ArrayList<>();
        while (!self[0].isEmpty()) {
            taken.add(self[0].takeNow());
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(Arrays.asList(0, 0, 1, 2));
    }

    @Test
    void aTaskThatWaitsWhenItsLoopIsClosedTakesNoWakeUpAway() {
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler((where, context) -> { });
        Log log = new Log();
        loop.createTask(coroutine(() -> {
            try {
                await(queue.take());
            } finally {
                log.add("first " + await(Programs.failureOf(queue.take())));
            }
            return Coroutine.done();
        }));
        loop.callSoon(loop::stop);
        loop.runForever();
        assertThat(queue).hasToString("<AsyncQueue open, items:0, unfinished:0, takers:1>");
        loop.close();
        assertThat(log.entries()).containsExactly("first java.util.concurrent.RejectedExecutionException: Event loop is closed");
        CompletableFuture<Object> next = hot(() -> queue.take());
        queue.putNow(1);
        assertThat(next).isCompletedWithValue(1);
    }
}
