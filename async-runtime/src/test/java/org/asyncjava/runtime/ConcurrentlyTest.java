package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.currentTask;
import static org.asyncjava.runtime.Coroutines.forEachConcurrently;
import static org.asyncjava.runtime.Coroutines.mapAsCompleted;
import static org.asyncjava.runtime.Coroutines.mapConcurrently;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.waitFor;
import static org.asyncjava.runtime.Coroutines.yieldNow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** A function that is called for many items, some of them at the same time. In virtual time. */
class ConcurrentlyTest {
    private final List<Object> log = new ArrayList<>();
    private int running;
    private int most;

    /** Takes as many seconds as the item says, and results in its tenfold. */
    @Async
    private Coroutine<Integer> work(int item) {
        running++;
        most = Math.max(most, running);
        try {
            await(sleep(Duration.ofSeconds(item)));
            log.add(item);
            return Coroutine.of(item * 10);
        } catch (CancellationException request) {
            log.add(item + " cancelled");
            throw request;
        } finally {
            running--;
        }
    }

    @Async
    private Coroutine<Integer> failing(int item, RuntimeException failure) {
        await(sleep(Duration.ofSeconds(item)));
        throw failure;
    }

    /** Notes what is drawn. */
    private Iterable<Integer> noting(Iterable<Integer> items) {
        return () -> {
            Iterator<Integer> each = items.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public Integer next() {
                    Integer item = each.next();
                    log.add("drawn " + item);
                    return item;
                }
            };
        };
    }

    @Test
    void resultsAreInTheOrderOfTheItemsAndNoMoreRunThanMay() {
        List<Integer> results = VirtualTime.run(mapConcurrently(List.of(3, 1, 2, 5, 4), 2, item -> work(item)));
        assertThat(results).containsExactly(30, 10, 20, 50, 40);
        assertThat(log).containsExactly(1, 3, 2, 4, 5);
        assertThat(most).isEqualTo(2);
    }

    @Test
    void anItemIsDrawnWhenThereIsRoomForIt() {
        VirtualTime.run(mapConcurrently(noting(List.of(1, 2, 3, 4)), 2, item -> work(item)));
        assertThat(log).containsExactly("drawn 1", "drawn 2", 1, "drawn 3", 2, "drawn 4", 3, 4);
    }

    @Test
    void theSourceMayBeEndless() {
        Throwable failure = VirtualTime.run(Programs.failureOf(waitFor(
                forEachConcurrently(() -> Stream.iterate(1, i -> i + 1).iterator(), 10, i -> sleep(Duration.ofSeconds(1))), Duration.ofMillis(5500))));
        assertThat(failure).isInstanceOf(AsyncTimeoutException.class);
    }

    @Test
    void nothingIsDoneForNothingAndNothingBeforeTheAwait() {
        assertThat(VirtualTime.<List<Integer>>run(mapConcurrently(List.<Integer>of(), 2, item -> work(item)))).isEmpty();
        mapConcurrently(noting(List.of(1)), 1, item -> work(item));
        assertThat(log).isEmpty();
    }

    @Test
    void eachCallIsATask() {
        Set<Object> tasks = new HashSet<>();
        VirtualTime.run(forEachConcurrently(List.of(1, 2, 3), 2, item -> {
            tasks.add(currentTask().orElseThrow());
            return Coroutine.done();
        }));
        assertThat(tasks).hasSize(3);
    }

    @Test
    void theFirstFailureCancelsTheOthersAndIsThrownWhenTheyHaveEnded() {
        IllegalStateException failure = new IllegalStateException("2");
        Throwable thrown = VirtualTime.run(Programs.failureOf(mapConcurrently(noting(List.of(1, 2, 9, 9, 9)), 3,
                item -> item == 2 ? failing(item, failure) : work(item))));
        assertThat(thrown).isSameAs(failure).hasNoSuppressedExceptions();
        assertThat(log).containsExactly("drawn 1", "drawn 2", "drawn 9", 1, "drawn 9", "9 cancelled", "9 cancelled");
        assertThat(running).isZero();
    }

    @Test
    void whatFailsOnTheWayToTheEndIsSuppressed() {
        Throwable thrown = VirtualTime.run(Programs.failureOf(forEachConcurrently(List.of(1, 9), 2, item -> failsAlsoWhenCancelled(item))));
        assertThat(thrown).hasMessage("1");
        assertThat(thrown.getSuppressed()).singleElement().extracting(Throwable::getMessage).isEqualTo("9");
    }

    @Async
    private static Coroutine<Void> failsAlsoWhenCancelled(int item) {
        try {
            await(sleep(Duration.ofSeconds(item)));
        } catch (CancellationException request) {
            throw new IllegalStateException(Integer.toString(item));
        }
        throw new IllegalStateException(Integer.toString(item));
    }

    @Test
    void aCallThatEndsWithACancellationOfItsOwnFailsAll() {
        Throwable thrown = VirtualTime.run(Programs.failureOf(mapConcurrently(List.of(1, 2), 2, item -> {
            throw new CancellationException("own " + item);
        })));
        assertThat(thrown).isInstanceOf(CancellationException.class).hasMessage("own 1");
    }

    @Test
    void aSourceThatThrowsFailsAll() {
        Throwable thrown = VirtualTime.run(Programs.failureOf(mapConcurrently(() -> IntStream.of(5, 0).map(i -> 10 / i).iterator(), 3, item -> work(item))));
        assertThat(thrown).isInstanceOf(ArithmeticException.class);
        assertThat(log).containsExactly("2 cancelled");
        assertThat(running).isZero();
    }

    @Test
    void cancellingTheAwaitCancelsAllCalls() {
        VirtualTime.run(coroutine(() -> {
            Task<List<Integer>> all = createTask(mapConcurrently(List.of(7, 8, 9), 2, item -> work(item)));
            await(sleep(Duration.ofSeconds(1)));
            all.cancel("enough");
            Throwable thrown = await(Programs.failureOf(all));
            assertThat(thrown).isInstanceOf(CancellationException.class);
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("7 cancelled", "8 cancelled");
        assertThat(running).isZero();
    }

    @Test
    void resultsAreHandedOnAsTheyComeOneAtATime() {
        List<Integer> taken = new ArrayList<>();
        int[] taking = {0};
        VirtualTime.run(mapAsCompleted(noting(List.of(3, 1, 2, 1)), 2, item -> work(item), result -> {
            assertThat(++taking[0]).isEqualTo(1);
            await(sleep(Duration.ofSeconds(10)));
            taking[0]--;
            taken.add(result);
            return Coroutine.done();
        }));
        assertThat(taken).containsExactly(10, 30, 20, 10);
        assertThat(log).startsWith("drawn 3", "drawn 1", 1, 3, "drawn 2"); // while the first result is taken both calls count
    }

    @Test
    void aTakerThatFailsFailsAll() {
        Throwable thrown = VirtualTime.run(Programs.failureOf(mapAsCompleted(List.of(1, 9), 2, item -> work(item), result -> {
            throw new IllegalStateException("taker");
        })));
        assertThat(thrown).hasMessage("taker");
        assertThat(log).containsExactly(1, "9 cancelled");
    }

    @Test
    void aQueueIsTakenFromUntilItIsShutDown() {
        VirtualTime.run(coroutine(() -> {
            AsyncQueue<Integer> queue = new AsyncQueue<>(1);
            Task<List<Integer>> results = createTask(mapConcurrently(queue, 2, item -> work(item)));
            for (int i = 1; i <= 5; i++) {
                await(queue.put(i));
                log.add("put " + i);
            }
            queue.shutdown();
            assertThat(await(results)).containsExactly(10, 20, 30, 40, 50);
            return Coroutine.done();
        }));
        assertThat(log).containsExactly("put 1", "put 2", "put 3", 1, "put 4", 2, "put 5", 3, 4, 5);
        assertThat(most).isEqualTo(2);
    }

    @Test
    void whatIsNotTakenWhenItEndsStaysInTheQueue() {
        VirtualTime.run(coroutine(() -> {
            AsyncQueue<Integer> queue = new AsyncQueue<>();
            List.of(1, 2, 3).forEach(queue::putNow);
            Task<Void> waiting = createTask(forEachConcurrently(queue, 1, item -> Coroutine.failed(new IllegalStateException("one"))));
            assertThat(await(Programs.failureOf(waiting))).hasMessage("one");
            assertThat(queue.size()).isEqualTo(2);
            Task<Void> idle = createTask(forEachConcurrently(new AsyncQueue<Integer>(), 1, item -> Coroutine.done()));
            await(yieldNow());
            await(yieldNow());
            idle.cancel();
            assertThat(await(Programs.failureOf(idle))).isInstanceOf(CancellationException.class);
            return Coroutine.done();
        }));
    }

    @Test
    void aMillionItemsNeedNoMoreThanTheLimit() {
        int[] sum = {0};
        VirtualTime.run(forEachConcurrently(() -> IntStream.range(0, 1_000_000).iterator(), 100, item -> {
            sum[0]++;
            return Coroutine.done();
        }));
        assertThat(sum[0]).isEqualTo(1_000_000);
    }

    @Test
    void theFailureTellsWhoHasCalled() {
        Throwable thrown = VirtualTime.run(Programs.failureOf(forEachConcurrently(List.of(1), 1, item -> failing2(item))));
        assertThat(Stream.of(thrown.getStackTrace()).map(StackTraceElement::getMethodName).toList()).contains("failing2", "forEachConcurrently");
    }

    @Async
    private Coroutine<Void> failing2(int item) {
        await(failing(item, new IllegalStateException("deep")));
        return Coroutine.done();
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatThrownBy(() -> mapConcurrently(List.of(1), 0, item -> work(item))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit 0: at least one call must be allowed");
    }

    @Test
    void noLoopIsNeededInAMethodThatReturnsAFuture() throws Exception {
        assertThat(Programs.hot(() -> mapConcurrently(List.of(0, 0, 0), 2, item -> work(item))).get()).isEqualTo(List.of(0, 0, 0));
    }
}
