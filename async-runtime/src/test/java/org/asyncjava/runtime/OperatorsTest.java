package org.asyncjava.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asyncjava.Await.await;
import static org.asyncjava.Emit.emit;
import static org.asyncjava.Emit.end;
import static org.asyncjava.runtime.Coroutines.coroutine;
import static org.asyncjava.runtime.Coroutines.createTask;
import static org.asyncjava.runtime.Coroutines.sleep;
import static org.asyncjava.runtime.Coroutines.yieldNow;
import static org.asyncjava.runtime.Each.each;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the methods of {@link AsyncIterable} make of a source. In virtual time. */
class OperatorsTest {
    private final List<Object> log = new ArrayList<>();
    private int running;
    private int most;

    /** Counts up from 1, an element a second. */
    @Async
    private AsyncIterable<Integer> seconds(int count) {
        try {
            for (int i = 1; i <= count; i++) {
                log.add("asked " + i);
                await(sleep(Duration.ofSeconds(1)));
                emit(i);
            }
        } finally {
            await(yieldNow());
            log.add("closed");
        }
        return end();
    }

    @Async
    private static AsyncIterable<Integer> atOnce(int count) {
        for (int i = 1; i <= count; i++) {
            emit(i);
        }
        return end();
    }

    @Async
    private static AsyncIterable<String> named(String name, int everySeconds, int count) {
        for (int i = 1; i <= count; i++) {
            await(sleep(Duration.ofSeconds(everySeconds)));
            emit(name + i);
        }
        return end();
    }

    @Async
    private static AsyncIterable<String> failing(Duration after, RuntimeException failure) {
        emit("before");
        await(sleep(after));
        throw failure;
    }

    /** Takes as many seconds as the item says, and results in its tenfold. */
    @Async
    private Coroutine<Integer> work(int item) {
        running++;
        most = Math.max(most, running);
        log.add("works on " + item);
        try {
            await(sleep(Duration.ofSeconds(item)));
            return Coroutine.of(item * 10);
        } catch (CancellationException request) {
            log.add(item + " cancelled");
            throw request;
        } finally {
            running--;
        }
    }

    @Async
    private static Coroutine<Integer> failing(RuntimeException failure) {
        await(yieldNow());
        throw failure;
    }

    @Async
    private static <T> AsyncIterable<T> given(List<T> elements) {
        for (T element : elements) {
            emit(element);
        }
        return end();
    }

    /** The elements until there is a failure, and that. */
    @Async
    private static Coroutine<List<Object>> all(AsyncIterable<?> source) {
        List<Object> all = new ArrayList<>();
        try {
            for (Object element : each(source)) {
                all.add(element);
            }
        } catch (Throwable failure) {
            all.add(failure);
        }
        return Coroutine.of(all);
    }

    private static <T> T run(Coroutine<T> main) {
        return VirtualTime.run(main);
    }

    @Test
    void mapCallsAFunctionThatMayAwait() {
        assertThat(run(seconds(3).map(i -> {
            await(yieldNow());
            return Coroutine.of("#" + i);
        }).toList())).containsExactly("#1", "#2", "#3");
    }

    @Test
    void mapTakesNullForAnElement() {
        assertThat(run(atOnce(2).map(i -> Coroutine.<String>of(null)).toList())).containsExactly(null, null);
    }

    @Test
    void filterKeepsWhatPasses() {
        assertThat(run(seconds(5).filter(i -> {
            await(yieldNow());
            return Coroutine.of(i % 2 == 0);
        }).toList())).containsExactly(2, 4);
    }

    @Test
    void takeAsksForNoMoreThanItGives() {
        assertThat(run(seconds(5).take(2).toList())).containsExactly(1, 2);
        assertThat(log).containsExactly("asked 1", "asked 2", "closed");
    }

    @Test
    void takeOfNoneBeginsNoIteration() {
        assertThat(run(seconds(5).take(0).toList())).isEmpty();
        assertThat(run(seconds(5).take(-1).toList())).isEmpty();
        assertThat(log).isEmpty();
    }

    @Test
    void takeOfMoreThanThereAreGivesAll() {
        AsyncIterable<Integer> taken = atOnce(2).take(10);
        assertThat(run(taken.toList())).containsExactly(1, 2);
        assertThat(run(taken.toList())).as("again").containsExactly(1, 2);
    }

    @Test
    void forEachDoesSomethingWithEach() {
        run(atOnce(3).forEach(i -> {
            await(yieldNow());
            log.add(i);
            return Coroutine.done();
        }));
        assertThat(log).containsExactly(1, 2, 3);
    }

    @Test
    void theListBelongsToWhoeverGetsIt() {
        List<Integer> list = run(atOnce(1).toList());
        list.add(2);
        assertThat(list).containsExactly(1, 2);
    }

    private List<Function<AsyncIterable<Integer>, AsyncIterable<?>>> operators() {
        return List.of(source -> source.map(Coroutine::of), source -> source.filter(i -> Coroutine.of(true)), source -> source.take(10),
                source -> source.mapConcurrently(1, Coroutine::of), source -> AsyncIterable.merge(source, atOnce(0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void theSourceIsClosedWhenTheIterationIsLeft(int operator) {
        run(coroutine(() -> {
            for (Object element : each(operators().get(operator).apply(seconds(5)))) {
                log.add("got " + element);
                break;
            }
            log.add("left");
            return Coroutine.done();
        }));
        assertThat(log.subList(log.indexOf("got 1"), log.size())).endsWith("closed", "left");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void theSourceIsClosedWhenTheConsumerIsCancelled(int operator) {
        run(coroutine(() -> {
            Task<List<Object>> consumer = createTask(all(operators().get(operator).apply(seconds(5))));
            await(sleep(Duration.ofMillis(1500)));
            consumer.cancel("enough");
            List<Object> got = await(consumer);
            assertThat(got).hasSize(2).first().isEqualTo(1);
            assertThat(got.get(1)).isInstanceOf(CancellationException.class);
            assertThat(log).endsWith("closed");
            return Coroutine.done();
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whatClosingMeetsIsThrown(int operator) {
        IllegalStateException failure = new IllegalStateException("closing");
        AsyncIterable<Integer> source = new Object() {
            @Async
            AsyncIterable<Integer> source() {
                try {
                    emit(1);
                    await(sleep(Duration.ofDays(1)));
                } finally {
                    if (failure != null) {
                        throw failure;
                    }
                }
                return end();
            }
        }.source();
        assertThat((Throwable) run(coroutine(() -> {
            AsyncIterator<?> iterator = operators().get(operator).apply(source).iterator();
            await(iterator.advance());
            await(yieldNow());
            return Coroutine.of(await(Programs.failureOf(iterator.closeAsync())));
        }))).isSameAs(failure);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aFailureOfTheSourceIsThrownAfterTheElementsBeforeIt(int operator) {
        IllegalStateException failure = new IllegalStateException("source");
        AsyncIterable<Integer> source = new Object() {
            @Async
            AsyncIterable<Integer> source() {
                emit(1);
                await(yieldNow());
                throw failure;
            }
        }.source();
        assertThat(run(all(operators().get(operator).apply(source)))).containsExactly(1, failure);
    }

    @Test
    void mapConcurrentlyGivesResultsInTheOrderOfTheElements() {
        TestLoop test = new TestLoop();
        assertThat(test.run(given(List.of(3, 1, 2)).mapConcurrently(3, item -> work(item)).toList())).containsExactly(30, 10, 20);
        assertThat(test.elapsed()).isEqualTo(Duration.ofSeconds(3));
        test.close();
    }

    @Test
    void mapConcurrentlyMakesNoMoreCallsThanItMay() {
        assertThat(run(given(List.of(3, 1, 2, 1, 1)).mapConcurrently(2, item -> work(item)).toList())).containsExactly(30, 10, 20, 10, 10);
        assertThat(most).isEqualTo(2);
    }

    @Test
    void mapConcurrentlyDrawsOnlyWhatThereIsRoomFor() {
        run(coroutine(() -> {
            AsyncIterator<Integer> results = given(List.of(1, 1, 1, 1)).mapConcurrently(2, item -> work(item)).iterator();
            await(results.advance());
            await(sleep(Duration.ofHours(1)));
            assertThat(log).as("two wait to be asked for").containsExactly("works on 1", "works on 1", "works on 1");
            await(results.closeAsync());
            return Coroutine.done();
        }));
    }

    @Test
    void mapConcurrentlyGivesWhatIsThereWhileTheSourceTakesItsTime() {
        run(coroutine(() -> {
            AsyncIterator<String> results = named("a", 60, 2).mapConcurrently(8, Coroutine::of).iterator();
            await(results.advance());
            assertThat(Coroutines.currentLoop().time()).isEqualTo(Duration.ofSeconds(60).toNanos());
            await(results.closeAsync());
            return Coroutine.done();
        }));
    }

    @Test
    void theFirstFailureCancelsTheOtherCalls() {
        IllegalStateException failure = new IllegalStateException("call");
        List<Object> got = run(all(given(List.of(9, 0, 8)).mapConcurrently(3, item -> item == 0 ? failing(failure) : work(item))));
        assertThat(got).containsExactly(failure);
        assertThat(log).containsExactly("works on 9", "works on 8", "9 cancelled", "8 cancelled");
    }

    @Test
    void whatComesBeforeTheFailureIsGiven() {
        IllegalStateException failure = new IllegalStateException("call");
        List<Object> got = run(all(given(List.of(1, 0, 8)).mapConcurrently(1, item -> item == 0 ? failing(failure) : work(item))));
        assertThat(got).containsExactly(10, failure);
    }

    @Test
    void whatTheOthersFailWithIsSuppressed() {
        IllegalStateException failure = new IllegalStateException("call");
        IllegalStateException second = new IllegalStateException("cleaning up");
        run(all(given(List.of(1, 0)).mapConcurrently(2, item -> {
            if (item == 0) {
                return failing(failure);
            }
            try {
                await(sleep(Duration.ofDays(1)));
            } finally {
                if (item == 1) {
                    throw second;
                }
            }
            return Coroutine.of(1);
        })));
        assertThat(failure.getSuppressed()).containsExactly(second);
    }

    @Test
    void whoLeavesTheIterationCancelsTheCalls() {
        run(coroutine(() -> {
            for (int result : each(given(List.of(1, 9, 9)).mapConcurrently(3, item -> work(item)))) {
                log.add(result);
                break;
            }
            log.add("left");
            return Coroutine.done();
        }));
        assertThat(log).endsWith(10, "9 cancelled", "9 cancelled", "left");
    }

    @Test
    void aSecondRequestInterruptsTheCleaningUp() {
        run(coroutine(() -> {
            Task<List<Integer>> consumer = createTask(given(List.of(1)).mapConcurrently(1, item -> {
                try {
                    await(sleep(Duration.ofDays(1)));
                } finally {
                    await(sleep(Duration.ofSeconds(5)));
                    log.add("cleaned up");
                }
                return Coroutine.of(1);
            }).toList());
            await(sleep(Duration.ofSeconds(1)));
            consumer.cancel();
            await(yieldNow());
            await(yieldNow());
            consumer.cancel();
            assertThat(await(Programs.failureOf(consumer))).isInstanceOf(CancellationException.class);
            return Coroutine.done();
        }));
        assertThat(log).isEmpty();
    }

    @Test
    void aLimitOfNoneIsRefused() {
        assertThatThrownBy(() -> atOnce(1).mapConcurrently(0, Coroutine::of)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("limit 0");
    }

    @Test
    void mergeGivesWhatComesFirst() {
        assertThat(run(AsyncIterable.merge(named("a", 2, 3), named("b", 5, 2)).toList())).containsExactly("a1", "a2", "b1", "a3", "b2");
    }

    @Test
    void mergeOfNothingIsEmpty() {
        assertThat(run(AsyncIterable.merge().toList())).isEmpty();
        assertThat(run(AsyncIterable.merge(List.of(atOnce(0), atOnce(0))).toList())).isEmpty();
    }

    @Test
    void mergeTakesNullForAnElement() {
        assertThat(run(AsyncIterable.merge(given(Arrays.asList(null, "a"))).toList())).containsExactly(null, "a");
    }

    @Test
    void mergeWaitsUntilItIsAsked() {
        run(coroutine(() -> {
            AsyncIterator<Integer> merged = AsyncIterable.merge(seconds(9)).iterator();
            await(merged.advance());
            await(sleep(Duration.ofHours(1)));
            assertThat(log).as("one waits to be taken, and one for its place").containsExactly("asked 1", "asked 2", "asked 3");
            await(merged.closeAsync());
            return Coroutine.done();
        }));
        assertThat(log).endsWith("closed");
    }

    @Test
    void theFirstFailureOfASourceCancelsTheOthers() {
        IllegalStateException failure = new IllegalStateException("source");
        assertThat(run(all(AsyncIterable.merge(seconds(9), failing(Duration.ofMillis(1500), failure))))).containsExactly("before", 1, failure);
        assertThat(log).endsWith("closed");
    }

    @Test
    void whereNoLoopRunsTheyAreRefused() {
        CompletableFuture<List<Object>> merged = new Object() {
            @Async
            CompletableFuture<List<Object>> hot(AsyncIterable<?> source) {
                return CompletableFuture.completedFuture(await(all(source)));
            }
        }.hot(AsyncIterable.merge(atOnce(1)));
        assertThat(merged.join()).singleElement().isInstanceOf(IllegalStateException.class).asString().contains("merge");
    }

    @Test
    void aQueueIsGoneThroughUntilItIsShutDown() {
        assertThat(run(coroutine(() -> {
            AsyncQueue<String> queue = new AsyncQueue<>(1);
            createTask(coroutine(() -> {
                await(queue.put("a"));
                await(sleep(Duration.ofSeconds(1)));
                await(queue.put("b"));
                await(queue.put("c"));
                queue.shutdown();
                return Coroutine.done();
            }));
            return Coroutine.of(await(queue.toList()));
        }))).containsExactly("a", "b", "c");
    }

    @Test
    void anItemOfAQueueIsTakenWhenItIsAskedFor() {
        run(coroutine(() -> {
            AsyncQueue<String> queue = new AsyncQueue<>();
            queue.putNow("a");
            queue.putNow("b");
            for (String item : each(queue)) {
                assertThat(item).isEqualTo("a");
                break;
            }
            assertThat(queue.takeNow()).isEqualTo("b");
            return Coroutine.done();
        }));
    }

    @Test
    void twoIterationsShareAQueue() {
        run(coroutine(() -> {
            AsyncQueue<Integer> queue = new AsyncQueue<>();
            List<Task<List<Integer>>> workers = List.of(createTask(queue.toList()), createTask(queue.toList()));
            for (int i = 0; i < 10; i++) {
                queue.putNow(i);
                await(yieldNow());
            }
            queue.shutdown();
            List<Integer> taken = new ArrayList<>(await(workers.get(0)));
            taken.addAll(await(workers.get(1)));
            assertThat(taken).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            return Coroutine.done();
        }));
    }

    @Test
    void resultsComeAsTheyAreCompleted() {
        assertThat(run(coroutine(() -> Coroutine.of(await(Coroutines.asCompleted(work(3), work(1), work(2)).results().toList())))))
                .containsExactly(10, 20, 30);
    }

    @Test
    void aFailureAmongWhatIsCompletedEndsTheResults() {
        IllegalStateException failure = new IllegalStateException("call");
        assertThat(run(coroutine(() -> {
            AsCompleted<Integer> ends = Coroutines.asCompleted(work(3), failing(failure), work(2));
            List<Object> got = await(all(ends.results()));
            got.addAll(await(all(ends.results())));
            return Coroutine.of(got);
        }))).as("another iteration goes on").containsExactly(failure, 20, 30);
    }

    @Test
    void tasksComeAsTheyEnd() {
        run(coroutine(() -> {
            Task<Integer> slow = createTask(work(3));
            Task<Integer> fails = createTask(failing(new IllegalStateException("call")));
            assertThat(await(Coroutines.asCompleted(List.of(slow, fails)).ended().toList())).containsExactly(fails, slow);
            assertThat(fails.exception()).hasMessage("call");
            return Coroutine.done();
        }));
    }

    @Test
    void whenTimeIsUpTheResultsEnd() {
        assertThat(run(coroutine(() -> Coroutine.of(await(all(Coroutines.asCompleted(List.of(work(1), work(9)), Duration.ofSeconds(2)).results()))))))
                .satisfiesExactly(first -> assertThat(first).isEqualTo(10), second -> assertThat(second).isInstanceOf(AsyncTimeoutException.class));
    }
}
