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
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

import org.asyncjava.Async;
import org.junit.jupiter.api.Test;

/** What whoever asks an async generator for its elements can rely on. In virtual time. */
class AsyncIteratorTest {
    private static final ContextVar<String> USER = new ContextVar<>("user");

    private final List<Object> log = new ArrayList<>();

    @Async
    private static AsyncIterator<Integer> numbers(int count) {
        for (int i = 0; i < count; i++) {
            await(yieldNow());
            emit(i);
        }
        return end();
    }

    @Async
    private AsyncIterator<Integer> patient() {
        try {
            emit(1);
            await(sleep(Duration.ofHours(1)));
            emit(2);
        } catch (CancellationException request) {
            log.add("cancelled " + request.getMessage());
            throw request;
        } finally {
            await(yieldNow());
            log.add("closed");
        }
        return end();
    }

    @Async
    private static AsyncIterator<String> stubborn() {
        while (true) {
            try {
                await(sleep(Duration.ofHours(1)));
                emit("slept");
            } catch (CancellationException request) {
                emit("caught");
            }
        }
    }

    @Test
    void thereIsNoCurrentElementBeforeTheFirstAndAfterTheEnd() {
        VirtualTime.run(coroutine(() -> {
            AsyncIterator<Integer> iterator = numbers(1);
            assertThatThrownBy(iterator::current).isInstanceOf(NoSuchElementException.class);
            assertThat(await(iterator.advance())).isTrue();
            assertThat(iterator.current()).isZero();
            assertThat(iterator.current()).as("again").isZero();
            assertThat(await(iterator.advance())).isFalse();
            assertThatThrownBy(iterator::current).isInstanceOf(NoSuchElementException.class);
            assertThat(await(iterator.advance())).as("from then on").isFalse();
            return Coroutine.done();
        }));
    }

    @Test
    void thereIsNoCurrentElementDuringAnAdvanceAndWhenItWasClosed() {
        VirtualTime.run(coroutine(() -> {
            AsyncIterator<Integer> iterator = numbers(3);
            await(iterator.advance());
            Task<Boolean> advance = createTask(iterator.advance());
            await(yieldNow());
            assertThatThrownBy(iterator::current).isInstanceOf(NoSuchElementException.class);
            await(advance);
            await(iterator.closeAsync());
            assertThatThrownBy(iterator::current).isInstanceOf(NoSuchElementException.class);
            return Coroutine.done();
        }));
    }

    @Test
    void aSecondAdvanceBeforeTheFirstHasEndedIsRefused() {
        VirtualTime.run(coroutine(() -> {
            AsyncIterator<Integer> iterator = numbers(3);
            Task<Boolean> advance = createTask(iterator.advance());
            await(yieldNow());
            assertThatThrownBy(iterator::advance).isInstanceOf(IllegalStateException.class).hasMessageContaining("before its advance has ended");
            FutureTask<Coroutine<Boolean>> other = new FutureTask<>(iterator::advance);
            new Thread(other).start();
            assertThatThrownBy(other::get).hasCauseInstanceOf(IllegalStateException.class);
            assertThat(await(Programs.failureOf(iterator.closeAsync()))).isInstanceOf(IllegalStateException.class);
            assertThat(await(advance)).as("the first one is not disturbed").isTrue();
            assertThat(iterator.current()).isZero();
            return Coroutine.done();
        }));
    }

    @Test
    void whatTheBodyAsksOfItselfIsRefused() {
        VirtualTime.run(coroutine(() -> {
            AsyncIterator<?>[] self = new AsyncIterator<?>[1];
            self[0] = new Object() {
                @Async
                AsyncIterator<Integer> source() {
                    await(self[0].advance());
                    emit(1);
                    return end();
                }
            }.source();
            assertThat(await(Programs.failureOf(self[0].advance()))).isInstanceOf(IllegalStateException.class);
            return Coroutine.done();
        }));
    }

    @Test
    void aFailureIsThrownOnce() {
        VirtualTime.run(coroutine(() -> {
            AsyncIterator<Integer> iterator = new Object() {
                @Async
                AsyncIterator<Integer> source() {
                    emit(1);
                    throw new IllegalStateException("body");
                }
            }.source();
            await(iterator.advance());
            assertThat(await(Programs.failureOf(iterator.advance()))).hasMessage("body");
            assertThat(await(iterator.advance())).isFalse();
            await(iterator.closeAsync());
            return Coroutine.done();
        }));
    }

    @Test
    void aRequestThatCancelsAnAdvanceEndsTheGenerator() {
        VirtualTime.run(coroutine(() -> {
            AsyncIterator<Integer> iterator = patient();
            await(iterator.advance());
            Task<Boolean> advance = createTask(iterator.advance());
            await(yieldNow());
            advance.cancel("enough");
            assertThat(await(Programs.failureOf(advance))).isInstanceOf(CancellationException.class);
            assertThat(log).containsExactly("cancelled enough", "closed");
            assertThat(await(iterator.advance())).isFalse();
            return Coroutine.done();
        }));
    }

    @Test
    void aBodyThatCatchesTheRequestGoesOn() {
        VirtualTime.run(coroutine(() -> {
            AsyncIterator<String> iterator = stubborn();
            Task<Boolean> advance = createTask(iterator.advance());
            await(yieldNow());
            advance.cancel();
            assertThat(await(advance)).isTrue();
            assertThat(iterator.current()).isEqualTo("caught");
            assertThat(await(iterator.advance())).isTrue();
            assertThat(iterator.current()).isEqualTo("slept");
            await(iterator.closeAsync());
            return Coroutine.done();
        }));
    }

    @Test
    void aRequestBeforeTheAdvanceHasBegunIsSeenWhereTheBodyStands() {
        VirtualTime.run(coroutine(() -> {
            AsyncIterator<Integer> iterator = patient();
            await(iterator.advance());
            Task<Boolean> advance = createTask(iterator.advance());
            advance.cancel("early");
            assertThat(await(Programs.failureOf(advance))).isInstanceOf(CancellationException.class);
            assertThat(log).containsExactly("cancelled early", "closed");
            return Coroutine.done();
        }));
    }

    @Test
    void aRequestBeforeTheFirstAdvanceHasBegunEndsItWithoutRunningIt() {
        VirtualTime.run(coroutine(() -> {
            AsyncIterator<Integer> iterator = patient();
            Task<Boolean> advance = createTask(iterator.advance());
            advance.cancel("early");
            assertThat(await(Programs.failureOf(advance))).isInstanceOf(CancellationException.class);
            assertThat(await(iterator.advance())).isFalse();
            assertThat(log).isEmpty();
            return Coroutine.done();
        }));
    }

    @Test
    void itRunsInTheContextOfWhoeverAsks() {
        VirtualTime.run(coroutine(() -> {
            AsyncIterator<String> iterator = new Object() {
                @Async
                AsyncIterator<String> source() {
                    while (true) {
                        await(yieldNow());
                        emit(USER.get("nobody"));
                    }
                }
            }.source();
            for (String user : List.of("ann", "bob")) {
                await(createTask(coroutine(() -> {
                    USER.set(user);
                    await(iterator.advance());
                    assertThat(iterator.current()).isEqualTo(user);
                    return Coroutine.done();
                })));
            }
            await(iterator.advance());
            assertThat(iterator.current()).isEqualTo("nobody");
            return Coroutine.done();
        }));
    }

    @Async
    private static AsyncIterator<Thread> threads() {
        while (true) {
            await(sleep(Duration.ofMillis(1)));
            emit(Thread.currentThread());
        }
    }

    @Async
    private static CompletableFuture<Thread> threadOf(AsyncIterator<Thread> iterator) {
        await(iterator.advance());
        return CompletableFuture.completedFuture(iterator.current());
    }

    @Test
    void itRunsOnTheLoopAndWithTheDispatcherOfWhoeverAsks() throws Exception {
        AsyncIterator<Thread> iterator = threads();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Thread own = executor.submit(Thread::currentThread).get();
            assertThat(Dispatcher.call(executor, () -> threadOf(iterator)).get()).isSameAs(own);
            assertThat(Coroutines.<Thread>run(coroutine(() -> {
                await(iterator.advance());
                return Coroutine.of(iterator.current());
            }))).isSameAs(Thread.currentThread());
        } finally {
            executor.shutdown();
        }
    }

    @Async
    private static AsyncIterable<Integer> nested(int depth) {
        if (depth == 0) {
            emit(1);
            await(yieldNow());
            emit(2);
            return end();
        }
        for (int element : each(nested(depth - 1))) {
            emit(element);
        }
        return end();
    }

    @Test
    void nestedDeepTheyNeedNoStack() {
        assertThat(VirtualTime.run(nested(100_000).toList())).containsExactly(1, 2);
    }

    @Test
    void nestedDeepTheyAreClosedWithoutStack() {
        VirtualTime.run(coroutine(() -> {
            AsyncIterator<Integer> iterator = nested(100_000).iterator();
            await(iterator.advance());
            await(iterator.closeAsync());
            assertThat(await(iterator.advance())).isFalse();
            return Coroutine.done();
        }));
    }
}
