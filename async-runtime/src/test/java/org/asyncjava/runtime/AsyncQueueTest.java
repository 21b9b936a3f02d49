package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.AnyLoop.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Programs.failureOf;
import static org.asyncjava.runtime.Programs.outcomeOf;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;

/** As CPython's {@code test_queues}; the orders were printed by CPython. */
class AsyncQueueTest {
    private final Log log = new Log();

    @Test
    void kindsDifferInTheOrderOfTheirItems() {
        assertThat(drained(new AsyncQueue<>(), 3, 1, 2)).containsExactly(3, 1, 2);
        assertThat(drained(AsyncQueue.lifo(0), 3, 1, 2)).containsExactly(2, 1, 3);
        assertThat(drained(AsyncQueue.priority(0, Comparator.naturalOrder()), 3, 1, 2)).containsExactly(1, 2, 3);
    }

    @Test
    void equalItemsOfAPriorityQueueKeepTheirOrder() {
        AsyncQueue<Integer> queue = AsyncQueue.priority(0, Comparator.comparing(item -> item / 10));
        assertThat(drained(queue, 12, 11, 13)).containsExactly(12, 11, 13);
    }

    private static List<Integer> drained(AsyncQueue<Integer> queue, Integer... items) {
        List.of(items).forEach(queue::putNow);
        return List.of(queue.takeNow(), queue.takeNow(), queue.takeNow());
    }

    @Test
    void fullAndEmptyAreErrorsForThoseWhoDoNotWait() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        assertThatThrownBy(queue::takeNow).isInstanceOf(QueueEmptyException.class).hasMessage("queue is empty");
        queue.putNow(1);
        assertThatThrownBy(() -> queue.putNow(2)).isInstanceOf(QueueFullException.class).hasMessage("queue is full: 1");
        assertThat(queue).hasToString("<AsyncQueue open, items:1/1, unfinished:1>");
        assertThatThrownBy(() -> queue.put(null)).isInstanceOf(NullPointerException.class).hasMessage("item");
        assertThatThrownBy(() -> queue.putNow(null)).isInstanceOf(NullPointerException.class).hasMessage("item");
    }

    @Test
    void takersGetItemsInTheOrderInWhichTheyCame() { // HARD_CASES 72
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(coroutine(() -> {
            taker(queue, "a");
            taker(queue, "b");
            await(yieldNow());
            queue.putNow(1);
            queue.putNow(2);
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("a 1", "b 2");
    }

    @Test
    void whoHasNoNeedToWaitTakesAtOnceAndTheWokenOneWaitsAnew() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(coroutine(() -> {
            taker(queue, "a");
            await(yieldNow());
            queue.putNow(1);
            var item = await(queue.take());
            log.add("main " + item);
            queue.putNow(2);
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("main 1", "a 2");
    }

    @Test
    void aTakerThatIsCancelledAfterItWasWokenWakesTheNextOne() { // test_get_cancelled_race, HARD_CASES 68
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(coroutine(() -> {
            Task<Object> a = taker(queue, "a");
            taker(queue, "b");
            await(yieldNow());
            queue.putNow(1);
            a.cancel();
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("b 1");
    }

    @Test
    void aTakerThatIsCancelledBeforeThatIsSkipped() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(coroutine(() -> {
            Task<Object> a = taker(queue, "a");
            taker(queue, "b");
            await(yieldNow());
            a.cancel();
            queue.putNow(1);
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("b 1");
    }

    @Test
    void puttersWaitForRoomInOrder() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        run(coroutine(() -> {
            putter(queue, 0);
            putter(queue, 1);
            putter(queue, 2);
            await(yieldNow());
            log.add("took " + queue.takeNow());
            await(yieldNow());
            log.add("took " + queue.takeNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("put 0", "took 0", "put 1", "took 1", "put 2");
    }

    @Test
    void aPutterThatIsCancelledAfterItWasWokenWakesTheNextOne() { // test_put_cancelled_race
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        run(coroutine(() -> {
            queue.putNow(0);
            Task<Object> a = putter(queue, 1);
            putter(queue, 2);
            await(yieldNow());
            queue.takeNow();
            a.cancel();
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("put 2");
    }

    @Test
    void joinEndsWhenTheWorkForEveryItemIsDone() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(coroutine(() -> {
            await(queue.join());
            queue.putNow(1);
            queue.putNow(2);
            createTask(coroutine(() -> {
                await(queue.join());
                return log.ending("joined");
            }));
            await(yieldNow());
            queue.takeNow();
            queue.taskDone();
            await(yieldNow());
            log.add("half");
            queue.taskDone();
            queue.putNow(3);
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("half", "joined");
    }

    @Test
    void moreTasksDoneThanItemsPutIsAnError() {
        assertThatThrownBy(() -> new AsyncQueue<>().taskDone()).isInstanceOf(IllegalStateException.class)
                .hasMessage("taskDone() called too many times");
    }

    @Test
    void aQueueThatWasShutDownGivesWhatItHasAndTakesNothing() { // test_shutdown, CPython 3.13
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        run(coroutine(() -> {
            queue.putNow(1);
            putter(queue, 2);
            await(yieldNow());
            queue.shutdown();
            await(yieldNow());
            log.add("took " + queue.takeNow());
            Throwable failure = await(failureOf(queue.take()));
            return log.ending(failure.getClass());
        }));
        assertThat(log.entries()).containsExactly("put 2 refused", "took 1", QueueShutDownException.class);
        assertThatThrownBy(() -> queue.putNow(1)).isInstanceOf(QueueShutDownException.class);
        assertThat(queue.isShutDown()).isTrue();
    }

    @Test
    void shuttingDownEndsThoseWhoWaitForAnEmptyQueue() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(coroutine(() -> {
            taker(queue, "a");
            taker(queue, "b");
            await(yieldNow());
            queue.shutdown();
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("a refused", "b refused");
    }

    @Test
    void shuttingDownAtOnceDropsTheItemsAndReleasesJoin() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(coroutine(() -> {
            queue.putNow(1);
            queue.putNow(2);
            createTask(coroutine(() -> {
                await(queue.join());
                return log.ending("joined");
            }));
            await(yieldNow());
            queue.shutdownNow();
            log.add(queue.size());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly(0, "joined");
    }

    @Test
    void anOrderThatThrowsLosesNeitherAnItemNorAWakeUp() {
        AsyncQueue<Integer> queue = AsyncQueue.priority(2, (a, b) -> {
            if (a == 7 || b == 7) {
                throw new IllegalStateException("no order with 7");
            }
            return a - b;
        });
        run(coroutine(() -> {
            queue.putNow(1);
            queue.putNow(2);
            createTask(coroutine(() -> {
                Throwable failure = await(failureOf(queue.put(7)));
                return log.ending(failure.getMessage());
            }));
            putter(queue, 3);
            await(yieldNow());
            log.add("take " + queue.takeNow());
            await(yieldNow());
            await(yieldNow());
            await(yieldNow());
            return Coroutine.of(null);
        }));
        assertThat(log.entries()).containsExactly("take 1", "no order with 7", "put 3");
        assertThat(queue.size()).isEqualTo(2);
        assertThat(List.of(queue.takeNow(), queue.takeNow())).containsExactly(2, 3);
    }

    private Task<Object> taker(AsyncQueue<Integer> queue, String name) {
        return createTask(coroutine(() -> {
            var outcome = await(outcomeOf(queue.take()));
            var item = outcome.value();
            Throwable failure = outcome.failure();
            if (failure instanceof QueueShutDownException) {
                return log.ending(name + " refused");
            }
            if (failure != null) {
                throw Sneaky.rethrow(failure);
            }
            return log.ending(name + " " + item);
        }));
    }

    private Task<Object> putter(AsyncQueue<Integer> queue, int item) {
        return createTask(coroutine(() -> {
            Throwable failure = await(failureOf(queue.put(item)));
            if (failure instanceof QueueShutDownException) {
                return log.ending("put " + item + " refused");
            }
            if (failure != null) {
                throw Sneaky.rethrow(failure);
            }
            return log.ending("put " + item);
        }));
    }
}
