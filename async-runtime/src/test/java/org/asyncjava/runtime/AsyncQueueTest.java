package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.run;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Steps.named;

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
        assertThat(queue).hasToString("<AsyncQueue open, items:1, unfinished:1>");
        assertThatThrownBy(() -> queue.put(null)).isInstanceOf(NullPointerException.class).hasMessage("item");
        assertThatThrownBy(() -> queue.putNow(null)).isInstanceOf(NullPointerException.class).hasMessage("item");
    }

    @Test
    void waitingOutsideALoopIsAnError() {
        AsyncQueue<Object> queue = new AsyncQueue<>();
        assertThatThrownBy(HotScript.call((number, received) -> number == 0 ? HotScript.await(queue.take()) : received.get())::join)
                .hasMessageContaining("no running event loop: waiting for an AsyncQueue");
    }

    @Test
    void takersGetItemsInTheOrderInWhichTheyCame() { // HARD_CASES 72
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(named("main").then(v -> {
            taker(queue, "a");
            taker(queue, "b");
            return yieldNow();
        }).then(v -> {
            queue.putNow(1);
            queue.putNow(2);
            return yieldNow();
        }).then(v -> yieldNow()));
        assertThat(log.entries()).containsExactly("a 1", "b 2");
    }

    @Test
    void whoHasNoNeedToWaitTakesAtOnceAndTheWokenOneWaitsAnew() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(named("main").then(v -> {
            taker(queue, "a");
            return yieldNow();
        }).then(v -> {
            queue.putNow(1);
            return queue.take();
        }).then(item -> {
            log.add("main " + item);
            queue.putNow(2);
            return yieldNow();
        }).then(v -> yieldNow()));
        assertThat(log.entries()).containsExactly("main 1", "a 2");
    }

    @Test
    void aTakerThatIsCancelledAfterItWasWokenWakesTheNextOne() { // test_get_cancelled_race, HARD_CASES 68
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(named("main").then(v -> {
            Task<Object> a = taker(queue, "a");
            taker(queue, "b");
            return named("rest").then(w -> yieldNow()).then(w -> {
                queue.putNow(1);
                a.cancel();
                return yieldNow();
            }).then(w -> yieldNow());
        }));
        assertThat(log.entries()).containsExactly("b 1");
    }

    @Test
    void aTakerThatIsCancelledBeforeThatIsSkipped() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(named("main").then(v -> {
            Task<Object> a = taker(queue, "a");
            taker(queue, "b");
            return named("rest").then(w -> yieldNow()).then(w -> {
                a.cancel();
                queue.putNow(1);
                return yieldNow();
            }).then(w -> yieldNow());
        }));
        assertThat(log.entries()).containsExactly("b 1");
    }

    @Test
    void puttersWaitForRoomInOrder() {
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        run(named("main").then(v -> {
            putter(queue, 0);
            putter(queue, 1);
            putter(queue, 2);
            return yieldNow();
        }).then(v -> {
            log.add("took " + queue.takeNow());
            return yieldNow();
        }).then(v -> {
            log.add("took " + queue.takeNow());
            return yieldNow();
        }));
        assertThat(log.entries()).containsExactly("put 0", "took 0", "put 1", "took 1", "put 2");
    }

    @Test
    void aPutterThatIsCancelledAfterItWasWokenWakesTheNextOne() { // test_put_cancelled_race
        AsyncQueue<Integer> queue = new AsyncQueue<>(1);
        run(named("main").then(v -> {
            queue.putNow(0);
            Task<Object> a = putter(queue, 1);
            putter(queue, 2);
            return named("rest").then(w -> yieldNow()).then(w -> {
                queue.takeNow();
                a.cancel();
                return yieldNow();
            }).then(w -> yieldNow());
        }));
        assertThat(log.entries()).containsExactly("put 2");
    }

    @Test
    void joinEndsWhenTheWorkForEveryItemIsDone() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(named("main").then(v -> queue.join()).then(v -> {
            queue.putNow(1);
            queue.putNow(2);
            createTask(named("joiner").then(w -> queue.join()).then(w -> log.ending("joined")));
            return yieldNow();
        }).then(v -> {
            queue.takeNow();
            queue.taskDone();
            return yieldNow();
        }).then(v -> {
            log.add("half");
            queue.taskDone();
            queue.putNow(3);
            return yieldNow();
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
        run(named("main").then(v -> {
            queue.putNow(1);
            putter(queue, 2);
            return yieldNow();
        }).then(v -> {
            queue.shutdown();
            return yieldNow();
        }).then(v -> {
            log.add("took " + queue.takeNow());
            return queue.take();
        }).handle((v, failure) -> log.ending(failure.getClass())));
        assertThat(log.entries()).containsExactly("put 2 refused", "took 1", QueueShutDownException.class);
        assertThatThrownBy(() -> queue.putNow(1)).isInstanceOf(QueueShutDownException.class);
        assertThat(queue.isShutDown()).isTrue();
    }

    @Test
    void shuttingDownEndsThoseWhoWaitForAnEmptyQueue() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(named("main").then(v -> {
            taker(queue, "a");
            taker(queue, "b");
            return yieldNow();
        }).then(v -> {
            queue.shutdown();
            return yieldNow();
        }));
        assertThat(log.entries()).containsExactly("a refused", "b refused");
    }

    @Test
    void shuttingDownAtOnceDropsTheItemsAndReleasesJoin() {
        AsyncQueue<Integer> queue = new AsyncQueue<>();
        run(named("main").then(v -> {
            queue.putNow(1);
            queue.putNow(2);
            createTask(named("joiner").then(w -> queue.join()).then(w -> log.ending("joined")));
            return yieldNow();
        }).then(v -> {
            queue.shutdownNow();
            log.add(queue.size());
            return yieldNow();
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
        run(named("main").then(v -> {
            queue.putNow(1);
            queue.putNow(2);
            createTask(named("unordered").then(w -> queue.put(7)).handle((w, failure) -> log.ending(failure.getMessage())));
            putter(queue, 3);
            return yieldNow();
        }).then(v -> {
            log.add("take " + queue.takeNow());
            return yieldNow();
        }).then(v -> yieldNow()).then(v -> yieldNow()));
        assertThat(log.entries()).containsExactly("take 1", "no order with 7", "put 3");
        assertThat(queue.size()).isEqualTo(2);
        assertThat(List.of(queue.takeNow(), queue.takeNow())).containsExactly(2, 3);
    }

    private Task<Object> taker(AsyncQueue<Integer> queue, String name) {
        return createTask(Steps.<Object>named(name).then(v -> queue.take()).handle((item, failure) -> {
            if (failure instanceof QueueShutDownException) {
                return log.ending(name + " refused");
            }
            if (failure != null) {
                throw failure;
            }
            return log.ending(name + " " + item);
        }));
    }

    private Task<Object> putter(AsyncQueue<Integer> queue, int item) {
        return createTask(Steps.<Object>named("putter").then(v -> queue.put(item)).handle((v, failure) -> {
            if (failure instanceof QueueShutDownException) {
                return log.ending("put " + item + " refused");
            }
            if (failure != null) {
                throw failure;
            }
            return log.ending("put " + item);
        }));
    }
}
